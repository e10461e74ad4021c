"""What is known of the gateway, by which the platform's events come: whether they still do."""
