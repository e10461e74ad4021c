"""Discord: what comes from its gateway becomes questions, what a reply wants becomes requests."""
