"""The register as a list: one row a document."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.access.permissions import Permission
from vagvisare.organization.profile import current_profile
from vagvisare.register.actions.adopt import adopt
from vagvisare.register.actions.correct import correct
from vagvisare.register.actions.edit import edit
from vagvisare.register.actions.enter import LONGEST_TITLE, enter
from vagvisare.register.actions.retract import retract
from vagvisare.register.actions.set_review import set_review
from vagvisare.register.exchange import cells
from vagvisare.register.exchange.cells import CellFault
from vagvisare.register.exchange.table import Doing, ListColumn, Table
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.queries import adoption_of
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind, Origin, Secrecy, Standing

DESCRIBED = ("title", "popular_name", "document_type", "department", "responsible_role", "summary")
FURTHER = ("working_name", "owner", "secrecy", "secrecy_ground", "duty")
REFERENCE = ("body", "decided_on", "section", "diary_no")
DAYS = ("first_day", "last_day", "open_ended")
ADOPTION = (*REFERENCE, *DAYS)
LONGEST_SUMMARY = 100_000


def documents(on: date) -> QuerySet[SteeringDocument]:
    """Return all documents with what the columns show."""
    adoptions = Act.objects.filter(kind=ActKind.ADOPTED).select_related("body")
    return (
        SteeringDocument.objects.select_related("department", "owner")
        .with_standing_on(on)
        .prefetch_related(Prefetch("acts", adoptions, to_attr="adoptions"))
        .order_by("title", "pk")
    )


def _adoption(document: Any) -> Act | None:
    return document.adoptions[0] if document.adoptions else None


def _of_adoption(name: str, empty: Any) -> Callable[[Any], Any]:
    def value(document: Any) -> Any:
        act = _adoption(document)
        return getattr(act, name) if act else empty

    return value


def _field(name: str) -> Callable[[Any], Any]:
    return lambda document: getattr(document, name)


def _type_name(key: str) -> str:
    kind = current_profile().document_types.get(key)
    return kind.name if kind else key


def _read_type(given: str) -> str:
    said, profile = given.strip(), current_profile()
    found = profile.document_types.get(said) or profile.type_called(said)
    if found is None:
        names = ", ".join(sorted(kind.name for kind in profile.document_types.values()))
        raise CellFault(_("“{given}” is none of: {names}.").format(given=said[:60], names=names))
    return found.key


def _standing(document: Any) -> str:
    return str(Standing(document.spans_of_day[0].standing).label)


COLUMNS = (
    ListColumn(
        "title",
        gettext_lazy("Title"),
        _field("title"),
        cells.text(LONGEST_TITLE, required=True, one_line=True),
        required=True,
        width=48,
    ),
    ListColumn(
        "popular_name",
        gettext_lazy("Popular name"),
        _field("popular_name"),
        cells.text(200),
        width=24,
    ),
    ListColumn(
        "working_name",
        gettext_lazy("Working name"),
        _field("working_name"),
        cells.text(200),
        width=24,
    ),
    ListColumn(
        "document_type",
        gettext_lazy("Type"),
        _field("document_type"),
        _read_type,
        _type_name,
        required=True,
    ),
    ListColumn("standing", gettext_lazy("Standing"), _standing, width=24),
    ListColumn(
        "department",
        gettext_lazy("Department"),
        _field("department"),
        cells.department,
        lambda department: department and department.name,
        width=28,
    ),
    ListColumn(
        "owner",
        gettext_lazy("Owner’s e-mail"),
        _field("owner"),
        cells.person,
        lambda person: person and person.email,
        width=28,
    ),
    ListColumn(
        "responsible_role",
        gettext_lazy("Responsible role"),
        _field("responsible_role"),
        cells.text(200),
        width=24,
    ),
    ListColumn(
        "summary", gettext_lazy("Summary"), _field("summary"), cells.text(LONGEST_SUMMARY), width=48
    ),
    ListColumn("review_due", gettext_lazy("Review due"), _field("review_due"), cells.day),
    ListColumn(
        "secrecy",
        gettext_lazy("Secrecy"),
        _field("secrecy"),
        cells.choice(Secrecy),
        lambda secrecy: str(Secrecy(secrecy).label),
    ),
    ListColumn(
        "secrecy_ground",
        gettext_lazy("Ground of secrecy"),
        _field("secrecy_ground"),
        cells.text(200, one_line=True),
    ),
    ListColumn("duty", gettext_lazy("Duty by law"), _field("duty"), cells.text(60)),
    ListColumn(
        "body",
        gettext_lazy("Adopted by"),
        _of_adoption("body", None),
        cells.body,
        lambda body: body and body.name,
        width=28,
    ),
    ListColumn(
        "decided_on", gettext_lazy("Adopted on"), _of_adoption("decided_on", ""), cells.partial_day
    ),
    ListColumn("section", gettext_lazy("Section"), _of_adoption("section", ""), cells.text(40)),
    ListColumn(
        "diary_no", gettext_lazy("Registry number"), _of_adoption("diary_no", ""), cells.text(80)
    ),
    ListColumn("first_day", gettext_lazy("First day"), _of_adoption("first_day", None), cells.day),
    ListColumn("last_day", gettext_lazy("Last day"), _of_adoption("last_day", None), cells.day),
    ListColumn(
        "open_ended",
        gettext_lazy("Until further notice"),
        _of_adoption("open_ended", False),
        cells.yes_or_no,
    ),
)


def add(values: dict[str, Any], doing: Doing) -> SteeringDocument:
    """Enter the document of a new row, and its adoption where the row tells of one."""
    given = {name: values[name] for name in (*DESCRIBED, *FURTHER) if name in values}
    if "secrecy" in given:
        given["secrecy"] = Secrecy(given["secrecy"])
    document = enter(**given, origin=Origin.FOUND, by=doing.by, because=doing.because)
    _keep_review(document, values, doing)
    _keep_adoption(document, values, doing)
    return document


def change(document: Any, values: dict[str, Any], doing: Doing) -> None:
    """Give the document the values that differ, each by the action it belongs to."""
    if values.keys() & {*DESCRIBED, *FURTHER}:
        described = {name: values.get(name, getattr(document, name)) for name in DESCRIBED}
        further = {name: values[name] for name in FURTHER if name in values}
        edit(
            document=document,
            based_on=document.revision,
            by=doing.by,
            because=doing.because,
            **described,
            **further,
        )
    _keep_review(document, values, doing)
    _keep_adoption(document, values, doing)


def _keep_review(document: SteeringDocument, values: dict[str, Any], doing: Doing) -> None:
    if "review_due" in values:
        due = values["review_due"]
        set_review(document=document, due=due, by=doing.by, because=doing.because)


def _keep_adoption(document: SteeringDocument, values: dict[str, Any], doing: Doing) -> None:
    """Record the adoption, correct it, or retract it where every cell of it is emptied."""
    if not values.keys() & set(ADOPTION):
        return
    act = adoption_of(document)
    wanted = adoption_as_told(act, values)
    if act is not None and not any(wanted.values()):
        retract(act=act, by=doing.by, because=doing.because)
        return
    decision = DecisionReference(
        **{name: wanted[name] for name in REFERENCE},
        source=act.source if act else doing.because[:200],
    )
    days = {name: wanted[name] for name in DAYS}
    if act is None:
        adopt(document=document, decision=decision, by=doing.by, because=doing.because, **days)
        return
    if not values.keys() & {"last_day", "open_ended"}:
        days |= {"term": act.term, "term_words": act.term_words}
    correct(
        act=act,
        decision=decision,
        by=doing.by,
        because=doing.because,
        lapses=act.lapses,
        **days,
    )


def adoption_as_told(act: Act | None, values: dict[str, Any]) -> dict[str, Any]:
    """Return the adoption as it is with what the row changes of it."""
    empty = {"body": None, "first_day": None, "last_day": None, "open_ended": False}
    present = {name: getattr(act, name) if act else empty.get(name, "") for name in ADOPTION}
    return present | {name: values[name] for name in ADOPTION if name in values}


def check(document: Any, values: dict[str, Any]) -> dict[str, str]:
    """Return what does not go together in a row."""
    told = adoption_as_told(_adoption(document) if document else None, values)
    faults = {}
    if told["first_day"] and told["last_day"] and told["last_day"] < told["first_day"]:
        faults["last_day"] = _("The last day comes before the first.")
    if told["open_ended"] and told["last_day"]:
        faults["open_ended"] = _("It cannot both have a last day and stand until further notice.")
    secrecy = values.get("secrecy", document.secrecy if document else Secrecy.OPEN)
    ground = values.get("secrecy_ground", document.secrecy_ground if document else "")
    if secrecy == Secrecy.SECRET and not ground.strip():
        faults["secrecy_ground"] = _("Name the provision that makes the document secret.")
    return faults


def take_back(document: Any, doing: Doing) -> str:
    """Retract the adoption that the import recorded. The document stays: nothing is deleted."""
    act = adoption_of(document)
    if act is not None:
        retract(act=act, by=doing.by, because=doing.because)
        return _("The adoption is retracted. The document stays in the register.")
    return _("The document stays in the register: nothing is deleted.")


TABLE = Table(
    key="documents",
    name=gettext_lazy("Documents"),
    seen_by=Permission.REGISTER_READ,
    changed_by=Permission.REGISTER_EDIT,
    columns=COLUMNS,
    label="title",
    rows=documents,
    revision=_field("revision"),
    add=add,
    change=change,
    check=check,
    take_back=take_back,
)
