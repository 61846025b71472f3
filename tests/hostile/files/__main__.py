"""Write the hostile files into the folder named, and say what each may end in."""

import sys
from pathlib import Path

from tests.hostile.files import CASES, make_files

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for path in make_files(folder):
    ends_in = "/".join(sorted(CASES[path.name].ends_in))
    sys.stdout.write(f"{path.stat().st_size}\t{path.name!r}\t{ends_in}\n")
