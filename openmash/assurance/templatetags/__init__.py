"""Tags of the pages of this room."""
