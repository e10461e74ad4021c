"""The sources of an answer: read from what the Chat API sends, and shown below the answer."""
