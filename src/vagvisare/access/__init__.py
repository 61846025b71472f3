"""Permissions, roles, and who has which."""
