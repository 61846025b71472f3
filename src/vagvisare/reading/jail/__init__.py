"""Reading files nobody vouches for: in a process of its own, with limits, replaced when it fails."""

from vagvisare.reading.jail.keeper import Jail, read_in_jail

__all__ = ["Jail", "read_in_jail"]
