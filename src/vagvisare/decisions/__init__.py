"""A matter, the body that decides it, what was decided, and what follows from it."""
