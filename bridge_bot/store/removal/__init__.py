"""The removal of what is stored: of what is old, of a server or channel, of a member."""
