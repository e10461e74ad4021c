"""discord.py's gateway connections, guarded against what they can't understand."""
