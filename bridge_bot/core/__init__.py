"""The product itself: what a conversation, a turn and a reply are. Knows no outside library."""
