"""Where it goes next: hand-over, acceptance and feedback."""
