"""What was asked while the bot was away: found, and taken in like any other message."""
