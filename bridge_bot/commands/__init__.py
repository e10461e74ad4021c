"""The commands of `bridge-bot` but `run`, `chat` and `check`."""
