"""What the stand-in of the Chat API answers: quotations from Markdown files."""
