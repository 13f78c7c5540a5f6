"""Might these two records be one person, and why."""
