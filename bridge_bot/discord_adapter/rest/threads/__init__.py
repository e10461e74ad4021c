"""Threads: opened on a message, or private; and found again after a crash."""
