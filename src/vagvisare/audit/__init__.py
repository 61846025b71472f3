"""Who did what, when, why: append-only, chained, no foreign keys."""
