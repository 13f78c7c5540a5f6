"""The dated story, each entry with its source."""
