"""Signed-in pages for officials and politicians."""
