"""bridge-bot puts a hosted, streaming chatbot into Discord."""
