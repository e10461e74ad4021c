"""Discord's rate limits: which request may be sent now."""
