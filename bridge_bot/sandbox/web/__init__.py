"""The page in the browser on which people meet the bot."""
