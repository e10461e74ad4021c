"""How much the bot is used: what is counted of it, and how that is told."""
