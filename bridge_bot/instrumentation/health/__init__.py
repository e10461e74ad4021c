"""Whether the bot is alive and ready, told over HTTP and to systemd."""
