"""Fictional hubs and their weeks, made through the public verbs of the other rooms."""
