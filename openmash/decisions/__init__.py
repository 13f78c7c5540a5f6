"""Agency views, discussion, decision and dissent."""
