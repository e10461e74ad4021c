"""What is stored of a member: that they opted out, and that they know that a machine answers."""
