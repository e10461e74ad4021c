"""The sandbox's page in the browser: a chat client for the loopback Discord."""
