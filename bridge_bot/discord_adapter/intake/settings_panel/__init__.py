"""`/settings`: what those who manage a server choose there, in one private message."""
