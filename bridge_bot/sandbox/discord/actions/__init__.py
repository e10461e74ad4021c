"""What people and bots do in the stand-in of Discord."""
