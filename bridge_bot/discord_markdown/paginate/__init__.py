"""From lines of the source to pages: what fits, where a page ends, what is shown meanwhile."""
