"""From Markdown to leaves: blocks line by line, and the text inside of them."""
