"""The table in standing.toml, run row by row: as values, and through the register's tables."""

import shutil
from pathlib import Path

import pytest

from tests.spec.standing import ROWS, fields, type_of
from vagvisare.organization.profile import current_profile
from vagvisare.register.actions.enter import enter
from vagvisare.register.actions.restand import restand
from vagvisare.register.actions.retract import retract
from vagvisare.register.models import Act, StandingSpan
from vagvisare.register.rules import ActFacts, standing_on, timeline
from vagvisare.register.states import ActKind, Standing

NAMES = [row["why"] for row in ROWS]


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_standing(row):
    lapses, notice_days = type_of(row)
    acts = [fields(*stated) for stated in row["acts"]]

    spans = timeline(
        [ActFacts(**made) for made, retracted in acts if not retracted],
        origin=row.get("origin", "found"),
        lapses_by_itself=lapses,
        notice_days=notice_days,
    )

    holds(standing_on(row["on"], spans), row)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_standing_in_the_register(row, types, registrar):
    document = enter(
        title=row["why"],
        document_type=types[type_of(row)],
        origin=row.get("origin", "found"),
        by=registrar,
        because="spec",
    )
    for stated in row["acts"]:
        made, retracted = fields(*stated)
        act = Act.objects.create(document=document, **made)
        if retracted:
            retract(act=act, by=registrar, because="Recorded by mistake")
    restand(document=document)

    holds(StandingSpan.objects.covering(row["on"]).get(document=document), row)


def test_every_standing_and_kind_of_act_has_its_row():
    assert {row["standing"] for row in ROWS} == set(Standing.values)
    assert {stated[0] for row in ROWS for stated in row["acts"]} == set(ActKind.values)
    assert len(set(NAMES)) == len(NAMES) >= 60


def holds(span, row):
    assert span.standing == row["standing"]
    assert span.reason == row.get("reason", "")
    if "since" in row:
        assert span.since == row["since"]


@pytest.fixture
def types(settings, folder):
    """The keys of the document types that the rows need, in a municipality that has them."""
    settings.MUNICIPALITIES_FOLDER = folder
    return {
        (kind.lapses_by_itself, kind.notice_days): kind.key
        for kind in current_profile().document_types.values()
    }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The municipality's folder, with a document type for each that the rows name."""
    from django.conf import settings

    here = Path(settings.MUNICIPALITIES_FOLDER) / settings.MUNICIPALITY
    made = tmp_path_factory.mktemp("municipalities")
    shutil.copytree(here, made / here.name)
    body, category = next(iter(current_profile().bodies)), next(iter(current_profile().categories))
    tables = [
        TYPE.format(n=n, lapses=str(lapses).lower(), notice=notice, body=body, category=category)
        for n, (lapses, notice) in enumerate(sorted({type_of(row) for row in ROWS}))
    ]
    (made / here.name / "document_types.toml").write_text("\n".join(tables), encoding="utf-8")
    return made


TYPE = """
[document_types.type{n}]
name = "type {n}"
plural = "types {n}"
english = "type {n}"
category = "{category}"
kind = "activating"
deciders = ["{body}"]
review_years = 4
notice_days = {notice}
lapses_by_itself = {lapses}
"""
