"""Words and arithmetic every room shares; no framework lives here (ADR 4)."""
