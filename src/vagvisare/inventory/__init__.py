"""Files taken in, what a machine claims they say, and what people made of the claims."""
