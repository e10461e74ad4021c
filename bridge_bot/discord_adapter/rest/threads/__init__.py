"""Threads: opened on a message, or private; found again after a crash; marked as resolved."""
