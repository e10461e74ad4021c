"""What members and moderators do in the stand-in of Discord, for tests and for the page."""
