"""Messages beside the one that asks: what it quotes, what it goes on with, and what copies it."""
