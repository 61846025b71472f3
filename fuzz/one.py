"""Fuzz one target: `python fuzz/one.py NAME [options of libFuzzer]`. Needs atheris."""

import os
import sys

import atheris

os.environ["PATH"] = "" if sys.argv[1] != "doc" else os.environ["PATH"]  # no OCR of noise

with atheris.instrument_imports(include=["vagvisare"]):
    import targets


def main() -> None:
    """Fuzz until libFuzzer says that it is enough."""
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, lambda data: targets.run(name, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
