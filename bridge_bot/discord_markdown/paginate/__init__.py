"""From pieces to pages; knows nothing of Markdown."""
