"""What is stored of a member: that they opted out, that they know that a machine
answers, and how they want to be spoken to."""
