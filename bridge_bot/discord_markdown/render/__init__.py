"""From leaves to the pieces of a page, in the forms that Discord reads as they are meant."""
