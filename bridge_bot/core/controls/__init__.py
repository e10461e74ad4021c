"""What presses on the controls under a reply do, and who may press them."""
