"""Which process answers a turn, and how those of one conversation stay in order among several."""
