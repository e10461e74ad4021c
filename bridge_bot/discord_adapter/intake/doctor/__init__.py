"""`/doctor`: what is wrong with the bot on a server, for those who manage it."""
