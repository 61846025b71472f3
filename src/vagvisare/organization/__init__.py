"""The municipality: bodies, departments, people, and its rules as data files."""
