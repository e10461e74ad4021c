"""From Markdown to leaf blocks, line by line; and their inline text to tokens."""
