"""Who did or saw what, and why; append-only, and knows nobody."""
