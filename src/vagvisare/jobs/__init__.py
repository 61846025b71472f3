"""Work that need not be done while somebody waits: one thin wall around the queue."""
