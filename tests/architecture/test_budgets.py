"""No file and no function outgrows its reader."""

import ast

from tests.architecture.house import PACKAGE, functions, written_modules

LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def test_no_file_is_longer_than_its_budget():
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in written_modules()}

    assert {str(p.relative_to(PACKAGE)): n for p, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_function_is_longer_than_its_budget():
    too_long = {}
    for path in written_modules():
        for function in functions(ast.parse(path.read_text("utf-8"))):
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > LONGEST_FUNCTION:
                too_long[f"{path.relative_to(PACKAGE)}: {function.name}"] = lines

    assert too_long == {}
