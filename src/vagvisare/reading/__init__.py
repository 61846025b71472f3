"""From a file to facts with evidence. Pure Python; `read.read_file` is the way in."""
