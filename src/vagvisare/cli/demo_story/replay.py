"""Play the story through the same actions that people use."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from vagvisare.access.actions.grant_role import grant_role
from vagvisare.access.roles import Role
from vagvisare.cli.demo_story import DEMO_PASSWORD, Story
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.models import Matter
from vagvisare.decisions.states import DecisionKind
from vagvisare.organization.actions.sync_profile import sync_profile
from vagvisare.organization.models import Body, Department, Person
from vagvisare.organization.profile import current_profile
from vagvisare.register.actions.adopt import adopt
from vagvisare.register.actions.annul import annul
from vagvisare.register.actions.enter import enter
from vagvisare.register.actions.publish import publish
from vagvisare.register.actions.set_review import set_review
from vagvisare.register.models import SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import Origin

Row = dict[str, Any]


@transaction.atomic
def replay(story: Story, *, now: datetime) -> None:
    """Bring the story into an empty database.

    :raises Refusal: whatever an action refuses: the story then is wrong
    """
    sync_profile(profile=current_profile())
    people = [_person(row) for row in story["people"]]
    registrar = people[0]
    documents = {row["title"]: _document(row, registrar, now) for row in story["documents"]}
    for row in story.get("annulments", []):
        reference = DecisionReference(decided_on=row["day"], diary_no=row["case"], source="demo")
        annul(
            document=documents[row["document"]],
            decision=reference,
            by=registrar,
            because=row["because"],
        )
    for row in sorted(story["decisions"], key=lambda row: str(row["day"])):
        _decision(row, documents, registrar)


def _person(row: Row) -> Person:
    department = Department.objects.filter(key=row.get("department")).first()
    person = Person.objects.create_user(
        email=row["email"],
        password=DEMO_PASSWORD,
        name=row["name"],
        job_title=row.get("job_title", ""),
        department=department,
    )
    grant_role(person=person, role=Role(row["role"]))
    return person


def _document(row: Row, by: Person, now: datetime) -> SteeringDocument:
    document = enter(
        title=row["title"],
        popular_name=row.get("popular_name", ""),
        document_type=row["type"],
        origin=Origin(row["origin"]),
        department=Department.objects.get(key=row["department"]),
        responsible_role=row.get("role", ""),
        summary=row.get("summary", ""),
        by=by,
        because="Demo",
    )
    if "adopt" in row:
        _adopt(document, row["adopt"], by, now.date())
    if "review_due" in row:
        set_review(document=document, due=_day(row["review_due"], now.date()), by=by)
    if row["published"]:
        publish(document=document, at=now, by=by, because="Demo")
    return document


def _adopt(document: SteeringDocument, row: Row, by: Person, today: date) -> None:
    """Entered as the inventory would: an old document's decision may be known in part."""
    reference = DecisionReference(
        body=Body.objects.filter(key=row.get("body")).first(),
        decided_on=row.get("day", ""),
        section=row.get("section", ""),
        diary_no=row.get("diary_no", ""),
        source="demo",
    )
    adopt(
        document=document,
        decision=reference,
        by=by,
        first_day=_day(row.get("first_day"), today),
        last_day=_day(row.get("last_day"), today),
        open_ended=row.get("open_ended", False),
    )


def _decision(row: Row, documents: dict[str, SteeringDocument], by: Person) -> None:
    day = date.fromisoformat(row["day"])
    document = documents[row["document"]]
    record_decision(
        meeting=hold_meeting(body=Body.objects.get(key=row["body"]), day=day, by=by),
        kind=DecisionKind(row["kind"]),
        section=row.get("section", ""),
        point=row.get("point", 1),
        matter=_matter(row, document, day, by),
        document=document,
        successor=documents.get(row.get("successor", "")),
        text=row.get("text", ""),
        because=row.get("because", ""),
        open_ended=row.get("open_ended", False),
        department=Department.objects.filter(key=row.get("department")).first(),
        due_day=_day(row.get("due_day"), day),
        by=by,
    )


def _matter(row: Row, document: SteeringDocument, day: date, by: Person) -> Matter | None:
    number = row.get("diary_no", "")
    if not number:
        return None
    known = Matter.objects.filter(diary_no=number).first()
    return known or open_matter(title=document.title, diary_no=number, opened_on=day, by=by)


def _day(stated: str | None, today: date) -> date | None:
    """Return the day: "2010-12-31", or "today+45" and "today-40" counted in days."""
    if not stated:
        return None
    if stated.startswith("today"):
        return today + timedelta(int(stated.removeprefix("today")))
    return date.fromisoformat(stated)
