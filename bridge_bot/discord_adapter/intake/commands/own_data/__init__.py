"""Commands about what is stored of a member."""
