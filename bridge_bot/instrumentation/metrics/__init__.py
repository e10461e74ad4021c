"""What Prometheus is told: the metrics, their labels, and the sink that counts events."""
