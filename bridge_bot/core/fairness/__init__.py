"""Who is next where many wait: servers take turns, and the conversations of each server."""
