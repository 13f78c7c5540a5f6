"""The shell every page stands in: base templates, components, error pages, middleware."""
