"""The shape of what is asked on this room's pages; rules are elsewhere."""
