"""Lists out and in: the same columns both ways. Also the whole register as one file."""
