"""What bounds the spending: the requests of each day, and the operator's switch."""
