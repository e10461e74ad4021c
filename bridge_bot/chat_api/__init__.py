"""The Chat API as a source of answers: its stream format, its errors, its requests."""
