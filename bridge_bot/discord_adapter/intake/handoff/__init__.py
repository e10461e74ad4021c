"""Conversations that are handed over to people: the commands, the button, and quiet ones."""
