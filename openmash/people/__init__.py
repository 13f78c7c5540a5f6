"""People as the hub understands them."""
