"""A reply: what is to be shown of an answer, and the messages that show it."""
