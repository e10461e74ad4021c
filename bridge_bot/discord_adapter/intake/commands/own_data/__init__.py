"""Commands about what is stored of a member, and what happens to their words."""
