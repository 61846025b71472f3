"""Lists of decisions out and in, and the whole register with its decisions as one file."""
