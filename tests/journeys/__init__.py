"""A concern from beginning to end, in a real browser, by the people who would press the keys."""
