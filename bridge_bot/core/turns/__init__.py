"""A turn: one attempt at answering one question, from its queue to its end."""
