"""A stand-in of the Chat API."""
