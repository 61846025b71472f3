"""Fuzz every target for a while, two at a time; one JSON object a line, exit 1 on a finding."""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import targets

ONE = Path(__file__).with_name("one.py")
LIMITS = ("-timeout=30", "-rss_limit_mb=2048", "-max_len=65536", "-print_final_stats=1")


def main() -> int:
    """Return 0 when nothing was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", default=[])
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.mkdtemp(prefix="fuzz-")))
    asked = parser.parse_args()
    with ThreadPoolExecutor(2) as pool:
        names = asked.names or list(targets.TARGETS)
        results = pool.map(lambda name: fuzz(name, asked.seconds, asked.folder / name), names)
        return max([told(result) for result in results])


def fuzz(name: str, seconds: int, folder: Path) -> dict[str, object]:
    """Return what came of fuzzing the target for `seconds`."""
    corpus, findings = folder / "corpus", folder / "findings"
    corpus.mkdir(parents=True)
    findings.mkdir()
    for number, seed in enumerate(targets.seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    done = subprocess.run(
        [
            *(sys.executable, str(ONE), name, *LIMITS),
            *(f"-max_total_time={seconds}", f"-artifact_prefix={findings}/", str(corpus)),
        ],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    (folder / "log").write_text(done.stdout + done.stderr)
    runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    found = sorted(str(path) for path in findings.iterdir())
    return {
        "target": name,
        "seconds": seconds,
        "executions": int(runs[1]) if runs else 0,
        "findings": found,
        "ok": done.returncode == 0 and not found and runs is not None,
        "log": str(folder / "log"),
    }


def told(result: dict[str, object]) -> int:
    sys.stdout.write(json.dumps(result) + "\n")
    sys.stdout.flush()
    return 0 if result["ok"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
