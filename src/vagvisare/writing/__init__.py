"""From blocks to a Word or PDF file. Pure Python."""
