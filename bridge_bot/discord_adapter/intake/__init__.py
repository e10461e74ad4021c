"""What members write and which commands they use, as questions of the core."""
