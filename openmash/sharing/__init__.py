"""May this be shared, with whom, on what basis; and what was."""
