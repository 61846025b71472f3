"""The fuzzer's targets: one for each reader, and every seed goes through without surprise."""

import random
import sys
from pathlib import Path

import pytest

from vagvisare.reading.readers import READERS

sys.path.insert(0, str(Path(__file__).parents[2] / "fuzz"))
import targets


@pytest.fixture(autouse=True)
def no_ocr(monkeypatch, request):
    """Noise is not worth recognizing; old Word files need their program."""
    if "doc]" not in request.node.name:
        monkeypatch.setenv("PATH", "")


def test_each_reader_has_a_target():
    modules = {reader.__module__.rpartition(".")[2] for reader in READERS.values()}

    assert modules <= set(targets.TARGETS)


def spoilt(seed: bytes, chance: random.Random) -> bytes:
    """Return the seed with some of its bytes changed, and perhaps a piece doubled or left out."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return bytes(data[:start] + data[start:end] * chance.randint(0, 2) + data[end:])


@pytest.mark.filterwarnings("ignore")  # libraries warn of what is damaged
@pytest.mark.parametrize("name", targets.TARGETS)
def test_the_seeds_and_spoilt_seeds_raise_nothing_undeclared(name):
    seeds = targets.seeds(name)
    chance = random.Random(17)
    if name != "facts":  # the grammars are not quick, and have their own tests
        seeds += [spoilt(seed, chance) for seed in seeds for _ in range(3)]

    for seed in seeds:
        targets.run(name, seed)

    assert len(seeds) >= 4
