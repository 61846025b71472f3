"""Is it time to look at this document again."""
