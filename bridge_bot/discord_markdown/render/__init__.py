"""From leaf blocks to the fragments of a page, in forms that Discord reads as they are meant."""
