"""Settings from the environment, root addresses, WSGI. Knows all, decides nothing."""
