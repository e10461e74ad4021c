"""What outlives the process: conversations, turns and their replies, in a database."""
