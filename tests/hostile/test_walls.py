"""What is in force around a worker, and that nothing gets past it."""

import json
import os
import shutil
import socket
from pathlib import Path

import pytest

import vagvisare
from tests.hostile.watching import DAY
from vagvisare.reading.jail import Jail
from vagvisare.reading.jail.walls import bubblewrap_works

DATAGRAM = socket.SOCK_DGRAM
REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(params=["bubblewrap", "alone"])
def jail(request, monkeypatch):
    """A jail whose reader tries to get out; with bubblewrap, and without it."""
    if request.param == "bubblewrap" and not bubblewrap_works():
        pytest.skip("bubblewrap is not installed, or may not make namespaces here")
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))  # for the reader; it may read that, too
    monkeypatch.setenv("VAGVISARE_SECRET_KEY", "hemligt")
    with Jail(reader="tests.hostile.probes:reach_out", walls=request.param == "bubblewrap") as jail:
        yield jail


@pytest.fixture
def attempt(jail, tmp_path):
    """Ask the worker to try things; return the names of those that were possible."""

    def attempt(*wanted: tuple[str, object]) -> set[str]:
        path = tmp_path / "wanted.json"
        path.write_text(json.dumps(wanted))
        reading = jail.read(path, on=DAY)
        assert reading.error is None
        return {name for name, was in json.loads(reading.pages[0].text).items() if was}

    return attempt


def closed(jail: Jail, *guards: str) -> None:
    """Skip, saying so, where this machine's kernel has none of the guards."""
    missing = [guard for guard in guards if not getattr(jail.guards, guard)]
    if len(missing) == len(guards):
        pytest.skip(f"not in force here: {', '.join(missing)}")


def test_the_jail_tells_what_is_in_force(jail, request):
    assert jail.guards.bubblewrap == ("bubblewrap" in request.node.name)


def test_bubblewrap_closes_the_network():
    if not bubblewrap_works():
        pytest.skip("bubblewrap is not installed, or may not make namespaces here")
    with Jail() as jail:
        assert jail.guards.network_closed


def test_the_machines_files_cannot_be_read(jail, attempt, tmp_path):
    closed(jail, "files_closed", "bubblewrap")
    canary = tmp_path / "canary.txt"
    canary.write_text("kanariefågel")

    possible = attempt(
        ("read canary", str(canary)),
        ("read passwords", "/etc/passwd"),
        ("list temporary", str(tmp_path)),
        ("list home", str(Path.home())),
        ("read program", shutil.which("env")),
        ("list package", str(Path(vagvisare.__file__).parent)),
    )

    assert possible == {"read program", "list package"}


def test_nothing_is_written_outside_its_own_folder(jail, attempt, tmp_path):
    closed(jail, "files_closed", "bubblewrap")
    places = [tmp_path / "x", Path.home() / "x", REPOSITORY / "x", Path("/usr/x"), Path("/x")]

    possible = attempt(*((f"write {place}", str(place)) for place in places), ("write own", "x"))

    assert possible == {"write own"}
    assert not any(place.exists() for place in places)


def test_no_network_is_reached(jail, attempt):
    closed(jail, "network_closed")
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(type=DATAGRAM) as letters:
        letters.bind(("127.0.0.1", 0))
        letters.settimeout(0.5)
        possible = attempt(("connect", server.getsockname()[1]), ("send", letters.getsockname()[1]))
        with pytest.raises(TimeoutError):  # sent to a network where nobody is
            letters.recv(1)

    assert "connect" not in possible


def test_the_secrets_of_its_keeper_are_not_known(jail, attempt):
    closed(jail, "files_closed", "bubblewrap")
    possible = attempt(
        ("know secret", "VAGVISARE_SECRET_KEY"),
        ("read environment", f"/proc/{os.getpid()}/environ"),
        ("read memory", f"/proc/{os.getpid()}/mem"),
        ("know path", "PATH"),
    )

    assert possible == {"know path"}


def test_other_processes_are_out_of_sight_of_bubblewrap(jail, attempt):
    closed(jail, "bubblewrap")

    assert attempt(("signal", os.getpid())) == set()


def test_installed_programs_run_and_brought_ones_do_not(jail, attempt):
    closed(jail, "files_closed")
    possible = attempt(("run", ["true"]), ("run-own", None))

    assert possible == {"run"}
