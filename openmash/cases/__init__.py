"""The hub's working file: allocation, status, running record."""
