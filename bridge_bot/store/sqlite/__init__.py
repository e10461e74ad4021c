"""What is SQLite's own: its file and the lock beside it, its connection, its result codes."""
