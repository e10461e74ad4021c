"""`bridge-bot check`: gathers facts about the bot from outside, and tells what is wrong."""
