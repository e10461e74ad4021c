"""Conversations that are handed over to people: they are called, and the bot keeps quiet."""
