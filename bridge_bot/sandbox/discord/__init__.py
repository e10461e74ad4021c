"""A stand-in of Discord: its state, rules, REST API and gateway."""
