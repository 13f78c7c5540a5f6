"""The benchmarks: `./run bench NAME …`. Each compares itself with something measured beside it."""
