"""Is practice what it should be: who looked, and why."""
