"""How the bytes of a response come: over which connection, within which time, in which encoding."""
