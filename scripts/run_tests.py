"""Run the suite on SQLite, then on a PostgreSQL server of its own, started and removed here.

Arguments go to pytest. The browser's journeys run once, on SQLite.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# These never meet the suite's database (an engine's tests run installations of their own), so a
# second one tells nothing new about them.
WITHOUT_DATABASE = ["bench", "fuzz", "hostile", "inventory/engine", "kernel", "reading", "writing"]


def main() -> int:
    """Return 0 when all passed on both; the second runs also when the first failed."""
    chosen = sys.argv[1:]
    print("== SQLite", flush=True)
    failed = pytest([*chosen], {})
    folder = server_programs()
    if folder is None:
        print("== PostgreSQL: SKIPPED, no server is installed (apt-get install postgresql)")
        return failed
    with postgres(folder) as address:
        print("== PostgreSQL", flush=True)
        apart = [part for folder in WITHOUT_DATABASE for part in ("--ignore", f"tests/{folder}")]
        again = pytest(["-m", "not browser", *apart, *chosen], {"DATABASE_URL": address})
        return again or failed


def pytest(arguments: list[str], environment: dict[str, str]) -> int:
    command = [sys.executable, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", *arguments]
    return subprocess.run(command, env=os.environ | environment, check=False).returncode


def server_programs() -> Path | None:
    """Return the folder with the newest PostgreSQL server's programs, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextmanager
def postgres(programs: Path) -> Iterator[str]:
    """Yield the address of a fresh server that listens on a free port of this machine."""
    home = Path(tempfile.mkdtemp(prefix="vagvisare-postgres-"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    user = server_user(home)
    cluster = home / "cluster"
    options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync=off"

    def call(program: str, *arguments: str) -> None:
        subprocess.run(
            [programs / program, *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            user=user,
            cwd=home,
        )

    call("initdb", "-D", str(cluster), "-U", "vagvisare", "-A", "trust", "-E", "UTF8")
    call("pg_ctl", "-D", str(cluster), "-l", str(home / "log"), "-w", "-o", options, "start")
    try:
        yield f"postgres://vagvisare@127.0.0.1:{port}/postgres"
    finally:
        call("pg_ctl", "-D", str(cluster), "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)


def server_user(home: Path) -> str | None:
    """The server refuses to run as root, so root hands the folder to the package's own user."""
    if os.geteuid() != 0:
        return None
    user = pwd.getpwnam("postgres")
    os.chown(home, user.pw_uid, user.pw_gid)
    return user.pw_name


if __name__ == "__main__":
    raise SystemExit(main())
