"""The proxies by which connections go out, for whatever makes connections."""
