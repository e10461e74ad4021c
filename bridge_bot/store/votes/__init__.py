"""What members think of answers."""
