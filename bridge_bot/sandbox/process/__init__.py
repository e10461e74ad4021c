"""The bot as a child process of the sandbox."""
