"""`/usage`: how much the bot is used on a server."""
