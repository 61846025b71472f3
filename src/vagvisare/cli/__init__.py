"""The commands. Each loads what it needs when it is called, so `read` never waits for Django."""
