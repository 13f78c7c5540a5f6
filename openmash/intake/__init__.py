"""What arrived, from whom, by which channel, and its screening."""
