"""The open web: reads what is published, and nothing else."""
