"""What members think of answers, and who is told of it."""
