"""Discord's rules: what is allowed, and how it refuses."""
