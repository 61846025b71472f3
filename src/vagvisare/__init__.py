"""Vägvisare keeps every steering document of a municipality true for its whole life."""

__version__ = "0.1.0"
