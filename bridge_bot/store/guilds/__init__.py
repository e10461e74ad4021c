"""What servers have set."""
