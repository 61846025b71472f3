"""The few words every room uses. A closed list: see README.md before adding one."""
