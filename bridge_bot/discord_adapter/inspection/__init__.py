"""Looks at the bot's application and its servers by REST alone, without the gateway."""
