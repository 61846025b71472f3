"""Every page is closed unless it is listed as open, and looking at one never writes."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from tests.architecture.addresses import addresses, small_register
from tests.architecture.house import PACKAGE
from vagvisare.access.actions.grant_role import grant_role
from vagvisare.access.roles import Role

# All that a stranger may see. A name is added here on purpose or not at all.
OPEN = {
    "healthz",
    "readyz",
    "set_language",
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "public:start",
    "public:document",
}
SAMPLES = {"IntConverter": 1, "SlugConverter": "a", "StringConverter": "a", "PathConverter": "a"}
WRITES = re.compile(r"^\s*(INSERT|UPDATE|DELETE|REPLACE|ALTER|CREATE|DROP)\b", re.IGNORECASE)
NAMES = re.compile(r"""{%\s*url\s+["']([\w:-]+)["']|\b(?:reverse|redirect)\(\s*["']([\w:-]+)["']""")


def named_addresses() -> list[str]:
    return sorted({address.name for address in addresses()})


def test_every_address_has_a_name():
    assert "" not in named_addresses()


def test_every_address_listed_as_open_is_there():
    assert OPEN - set(named_addresses()) == set()


@pytest.mark.parametrize("address", addresses(), ids=lambda address: address.name)
def test_a_stranger_sees_only_what_is_listed_as_open(client, db, address):
    named = {name: SAMPLES[kind] for name, kind in address.arguments.items()}

    answer = client.get(reverse(address.name, kwargs=named))

    closed = answer.status_code == 302 and answer.url.startswith("/account/login/")
    assert closed == (address.name not in OPEN)


def test_looking_at_a_page_never_writes(signed_in, registrar):
    grant_role(person=registrar, role=Role.ADMINISTRATOR)  # no page is closed to the test
    known = small_register(registrar)
    written, unseen = {}, {}
    for address in addresses():
        path = reverse(address.name, kwargs={name: known[name] for name in address.arguments})
        with CaptureQueriesContext(connection) as queries:
            answer = signed_in.get(path)
            drained(answer)
        statements = [query["sql"] for query in queries if WRITES.match(query["sql"])]
        found = [sql for sql in statements if "django_session" not in sql]
        if found:
            written[path] = found
        if answer.status_code not in (200, 302, 405):
            unseen[path] = answer.status_code

    assert written == {}
    assert unseen == {}


def drained(answer):
    """Read a file that is sent to its end, which also closes it."""
    if answer.streaming:
        assert b"".join(answer.streaming_content)


def test_every_name_that_pages_use_leads_somewhere():
    used = set()
    for path in [*PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.py")]:
        if "vendor" not in path.parts:
            used |= {one or other for one, other in NAMES.findall(path.read_text("utf-8"))}

    assert used
    assert {name for name in used if not _leads_somewhere(name)} == set()


def _leads_somewhere(name: str) -> bool:
    """Whether the name is an address's, with whatever arguments."""
    *spaces, last = name.split(":")
    resolver = get_resolver()
    try:
        for space in spaces:
            resolver = resolver.namespace_dict[space][1]
    except KeyError:
        return False
    return last in resolver.reverse_dict
