"""What processes agree on about the gateway: who serves which shard."""
