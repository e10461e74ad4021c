"""The stand-in's state as Discord's JSON objects."""
