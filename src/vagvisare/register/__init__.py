"""What the municipality has decided shall hold, from when, until when, and by which decision."""
