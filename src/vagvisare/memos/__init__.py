"""Papers written to a body: drafted from the register, checked, frozen."""
