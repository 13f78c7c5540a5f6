"""What the hub sees of itself: the board, the case page, my work, the wall, figures. Reads only."""
