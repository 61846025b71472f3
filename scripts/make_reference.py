"""Make the generated pages of docs/reference anew, each from the code or data it speaks of.

A new page is one function and one line in PAGES. tests/architecture compares each page with a
fresh making.
"""

import ast
import os
import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vagvisare.config.settings")

import click
import django
from django.utils import translation

django.setup()

from vagvisare.access.permissions import Permission
from vagvisare.access.roles import PERMISSIONS_OF, Role
from vagvisare.cli.main import main as commands
from vagvisare.memos.checks.page import page as memo_checks
from vagvisare.organization.profile import DocumentType, Profile, load_profile
from vagvisare.register.states import ActKind, Reason, Standing

REPOSITORY = Path(__file__).resolve().parents[1]
PACKAGE = REPOSITORY / "src/vagvisare"
REFERENCE = REPOSITORY / "docs/reference"
MADE = "<!-- Made by `make reference`. Change its source, not this page. -->"

# What each variable is for. A variable without its line here, or a line without one, is a fault.
VARIABLES = {
    "DATABASE_URL": "Where the register is kept: `sqlite:///…` or `postgres://user:password@host/name`.",
    "EMAIL_URL": "How mail leaves: `smtp://user:password@host:port`, or printed in the terminal.",
    "VAGVISARE_DATA": "Folder for files taken in, collected static files, the SQLite file, the key.",
    "VAGVISARE_DEBUG": "Fault pages with inner details. Never where others can reach it.",
    "VAGVISARE_HOSTS": "Host names the site answers to, comma-separated.",
    "VAGVISARE_JOB_WORKERS": "How many jobs are worked on at a time.",
    "VAGVISARE_MUNICIPALITIES": "Folder that holds the municipalities' folders.",
    "VAGVISARE_MUNICIPALITY": "Name of the folder of this installation's municipality.",
    "VAGVISARE_ORIGINS": "Origins, with `https://`, whose forms are accepted; behind a proxy.",
    "VAGVISARE_SECRET_KEY": "Signs sessions. Long, random, the same for every process.",
    "VAGVISARE_TLS": "Set where a proxy speaks TLS: secure cookies, HSTS, redirect to https.",
}


def standing() -> str:
    """Return the table of tests/spec/standing.toml in words."""
    rows = tomllib.loads((REPOSITORY / "tests/spec/standing.toml").read_text("utf-8"))["row"]
    words = [[f"`{s.value}`", *_in_both(s.label)] for s in Standing]
    reasons = [[f"`{reason.value}`", *_in_both(reason.label)] for reason in Reason]
    cases = [[row["why"], _acts(row), row["on"].isoformat(), _standing_words(row)] for row in rows]
    return _page(
        "How a document stands",
        "Standing is computed from what has been decided and the day asked about, never typed. "
        "[Why it is so](../explanation/standing.md).",
        "## The words",
        _table(["value", "English", "Swedish"], words),
        "Why a standing can be unknown:",
        _table(["value", "English", "Swedish"], reasons),
        "## The cases",
        "Each row is a test (`tests/spec/standing.toml`). Where nothing else is said the document "
        "was found, its type does not lapse by itself, and review starts 90 days before the end.",
        _table(["why", "what was decided", "asked for", "it stands as"], cases),
    )


def _acts(row: dict) -> str:
    """What a row's acts and circumstances are, in words."""
    said = [_act(*act) for act in row["acts"]] or ["nothing decided"]
    if row.get("origin") == "drafted":
        said.append("written here")
    if row.get("lapses_by_itself"):
        said.append("the type lapses by itself")
    if "notice_days" in row:
        said.append(f"notice {row['notice_days']} days")
    return "; ".join(said)


def _act(kind: str, decided_on: str, first_day: str, last_day: str, *said: str) -> str:
    with translation.override("en"):
        words = [str(ActKind(kind).label), decided_on or "(day unknown)"]
    words += [f"from {first_day}"] if first_day else []
    if last_day == "open":
        words.append("until further notice")
    elif last_day:
        words.append(f"through {last_day}")
    return " ".join([*words, *(SAID[word] for word in said)])


# What a row's act can say besides its days.
SAID = {
    "until successor": "until another document takes its place",
    "until repealed": "until it is repealed",
    "lapses": "(by its wording it then ends)",
    "stands": "(by its wording it stands until a decision)",
    "retracted": "(retracted)",
}


def _standing_words(row: dict) -> str:
    english, swedish = _in_both(Standing(row["standing"]).label)
    since = f", since {row['since'].isoformat()}" if "since" in row else ""
    return f"{english} / *{swedish}*{since}"


def permissions() -> str:
    """Return the table of role x permission."""
    rows = [
        [f"`{permission}`", *("yes" if permission in PERMISSIONS_OF[role] else "" for role in Role)]
        for permission in Permission
    ]
    names = [" / ".join(_in_both(role.label)) for role in Role]
    return _page(
        "Who may do what",
        "A role gives permissions; nothing else does. Somebody with two roles may what either "
        "gives. The open web needs none. Source: `src/vagvisare/access/roles.py`.",
        _table(["permission", *names], rows),
    )


def commands_page() -> str:
    """Return the help of every command."""
    parts = []
    with click.Context(commands, info_name="vagvisare", terminal_width=90) as context:
        for name in commands.list_commands(context):
            command = commands.get_command(context, name)
            inner = click.Context(command, info_name=name, parent=context, terminal_width=90)
            parts += [f"## vagvisare {name}", f"```text\n{command.get_help(inner)}\n```"]
    return _page("Commands", "`make install` puts the command in `.venv/bin/vagvisare`.", *parts)


def settings() -> str:
    """Return every environment variable that config/env.py reads.

    :raises LookupError: when VARIABLES and env.py differ
    """
    read = dict(_variables_read())
    if differing := set(read) ^ set(VARIABLES):
        raise LookupError(f"VARIABLES and config/env.py differ: {sorted(differing)}")
    rows = [[f"`{name}`", VARIABLES[name], read[name]] for name in sorted(read)]
    return _page(
        "Settings",
        "What differs between installations comes from environment variables, read once in "
        "`src/vagvisare/config/env.py`. A wrong or missing one stops the start, with the remedy.",
        _table(["variable", "what it is for", "when not set"], rows),
    )


def _variables_read() -> Iterable[tuple[str, str]]:
    """Each variable's name and its default, as the code says it."""
    tree = ast.parse((PACKAGE / "config/env.py").read_text("utf-8"))
    for node in ast.walk(tree):
        called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if called and isinstance(node.func.value, ast.Name) and node.func.value.id == "env":
            name = ast.literal_eval(node.args[0])
            default = next(k.value for k in node.keywords if k.arg == "default")
            yield name, DEFAULTS_IN_WORDS.get(name) or f"`{ast.unparse(default)}`"


# Defaults that are computed, in words.
DEFAULTS_IN_WORDS = {
    "DATABASE_URL": "SQLite: `vagvisare.sqlite3` in the data folder",
    "EMAIL_URL": "mail is printed in the terminal",
    "VAGVISARE_DATA": "`data` in the repository",
    "VAGVISARE_HOSTS": "this machine only",
    "VAGVISARE_MUNICIPALITIES": "`municipalities` in the repository, else the one in the package",
    "VAGVISARE_ORIGINS": "none",
    "VAGVISARE_SECRET_KEY": "the file `secret-key` in the data folder, which `make install` writes",
}


MANY = 2
WHEN = ("when ", "while ")


@dataclass
class RefusalFound:
    """A Refusal subclass as the source says it."""

    name: str
    code: str
    module: str
    says: dict[str, list[str]] = field(default_factory=dict)  # by module

    @property
    def when(self) -> str:
        """When it is raised: as its own module says, else as those that pass it on say."""
        own = [words for words in self.says.get(self.module, []) if words.startswith(WHEN)]
        all_said = [words for module in self.says.values() for words in module]
        others = [words for words in all_said if words.startswith(WHEN)] or all_said
        return "; ".join(list(dict.fromkeys(own or others))[:MANY])


def refusals() -> str:
    """Return every refusal: its code, where it is raised, and when."""
    rows = [
        [f"`{found.code}`", f"`{found.name}`", f"`{found.module}`", found.when]
        for found in sorted(refusals_found(), key=lambda found: found.code)
    ]
    return _page(
        "Refusals",
        "When the domain says no it raises a `Refusal`: a sentence for the person, and a code "
        "that stays. The wording may change, the code may not.",
        _table(["code", "name", "where", "when"], rows),
    )


def refusals_found() -> list[RefusalFound]:
    """Return the subclasses of Refusal, with what docstrings say of when they are raised."""
    trees = {
        ".".join(path.relative_to(PACKAGE).with_suffix("").parts): ast.parse(
            path.read_text("utf-8")
        )
        for path in sorted(PACKAGE.rglob("*.py"))
    }
    found: dict[str, RefusalFound] = {}
    for module, tree in trees.items():
        for node in tree.body:
            bases = {base.id for base in getattr(node, "bases", []) if isinstance(base, ast.Name)}
            if isinstance(node, ast.ClassDef) and bases & {"Refusal", *found}:
                found[node.name] = RefusalFound(node.name, _code(node), module)
    for module, tree in trees.items():
        for name, when in _raised_in(tree):
            if name in found:
                found[name].says.setdefault(module, []).append(when)
    return list(found.values())


def _raised_in(tree: ast.Module) -> Iterable[tuple[str, str]]:
    """Each `:raises Name: when ...` of the module's docstrings."""
    raises = re.compile(r":raises (\w+): (.+?)(?=\n\s*:|\n\s*\n|\Z)", re.DOTALL)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            for name, when in raises.findall(ast.get_docstring(node) or ""):
                yield name, " ".join(when.split()).rstrip(".")


def _code(node: ast.ClassDef) -> str:
    for line in node.body:
        if isinstance(line, ast.Assign) and getattr(line.targets[0], "id", "") == "code":
            return str(ast.literal_eval(line.value))
    raise LookupError(f"{node.name} has no code of its own")


def rooms() -> str:
    """Return the map of the rooms in the order of the import contract."""
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "order")
    rows, planned = [], []
    for number, layer in enumerate(layers, start=1):
        for name in re.split(r"\s*[|:]\s*", layer):
            if name.startswith("("):
                planned.append(name.strip("()"))
            else:
                rows.append([str(number), f"`{name}`", _docstring(name)])
    return _page(
        "The rooms",
        "A room imports only from rooms further down; `make lint` checks it. "
        "[Why this order](../explanation/rooms.md).",
        _table(["layer", "room", "what it is for"], rows),
        "Kept open in the order and not built yet: "
        + ", ".join(f"`{name}`" for name in planned)
        + ".",
    )


def _docstring(room: str) -> str:
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))
    return " ".join((ast.get_docstring(tree) or "").split())


def document_types() -> str:
    """Return the document types of every municipality that comes along."""
    parts = []
    for folder in sorted(path.parent for path in REPOSITORY.glob("municipalities/*/bodies.toml")):
        profile = load_profile(folder)
        rows = [_type_row(kind, profile) for kind in profile.document_types.values()]
        heads = ["type", "English", "category", "decided by", "usual term", "review", "after term"]
        parts += [f"## {profile.name} (`{folder.name}`)", _table(heads, rows)]
    return _page(
        "Document types of each municipality",
        "Types, deciders and terms are data: `municipalities/<name>/document_types.toml`. "
        "[How to add a municipality](../how-to/add-a-municipality.md).",
        *parts,
    )


def _type_row(kind: DocumentType, profile: Profile) -> list[str]:
    deciders = [
        profile.bodies[decider].name if decider in profile.bodies else KINDS_OF_BODY[decider]
        for decider in kind.deciders
    ]
    return [
        kind.name,
        kind.english,
        profile.categories[kind.category],
        ", ".join(deciders),
        _years(kind.usual_years, "1 year") if kind.usual_years else "until further notice",
        f"every {_years(kind.review_years)}, {kind.notice_days} days' notice",
        "ends by itself" if kind.lapses_by_itself else "stands until a decision",
    ]


KINDS_OF_BODY = {
    "assembly": "the assembly",
    "board": "the executive board",
    "committee": "any committee",
    "working_committee": "any working committee",
    "office": "an office-holder",
}


def _years(number: int, one: str = "year") -> str:
    return one if number == 1 else f"{number} years"


def _in_both(label: object) -> list[str]:
    """Return a label in English and in Swedish."""
    words = []
    for language in ("en", "sv"):
        with translation.override(language):
            words.append(str(label))
    return words


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |"
        for line in lines
    )


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([MADE, f"# {title}", *parts]) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "standing.md": standing,
    "permissions.md": permissions,
    "commands.md": commands_page,
    "settings.md": settings,
    "refusals.md": refusals,
    "rooms.md": rooms,
    "document-types.md": document_types,
    "memo-checks.md": memo_checks,
}


if __name__ == "__main__":
    REFERENCE.mkdir(parents=True, exist_ok=True)
    for name, make in PAGES.items():
        (REFERENCE / name).write_text(make(), encoding="utf-8")
        print(f"docs/reference/{name}")
