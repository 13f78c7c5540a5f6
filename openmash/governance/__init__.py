"""The hub's dated policy, its clocks and its tasks."""
