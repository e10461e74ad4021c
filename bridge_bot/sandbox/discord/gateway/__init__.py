"""The gateway of the stand-in of Discord."""
