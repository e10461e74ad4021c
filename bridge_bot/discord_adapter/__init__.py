"""Discord: its events become questions of the core, and replies become REST requests."""
