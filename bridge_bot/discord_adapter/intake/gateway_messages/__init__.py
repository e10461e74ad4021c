"""Messages as the gateway sends them."""
