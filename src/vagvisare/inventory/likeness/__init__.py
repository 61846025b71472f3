"""Which files are versions of one document, as far as their words tell."""
