"""Fiction on paper: families and what happens to them."""
