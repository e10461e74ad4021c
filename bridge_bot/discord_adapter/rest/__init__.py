"""Discord's REST API, as far as it is used past discord.py."""
