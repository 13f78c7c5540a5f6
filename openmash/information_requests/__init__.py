"""Ask a partner, get an answer, chase."""
