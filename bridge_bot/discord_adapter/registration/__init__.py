"""What Discord is told of the bot's commands."""
