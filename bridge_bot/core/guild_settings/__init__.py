"""What those who run a server decide about the bot there, for the server and for each channel."""
