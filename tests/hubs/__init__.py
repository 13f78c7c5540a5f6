"""A journey for each hub of the sources, through the public verbs, in what makes it that hub."""
