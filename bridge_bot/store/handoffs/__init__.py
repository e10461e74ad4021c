"""The calls for help, and where the bot keeps quiet."""
