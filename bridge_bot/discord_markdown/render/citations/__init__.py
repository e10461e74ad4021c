"""Citations as Discord shows them: their numbers, and the links to their sources."""
