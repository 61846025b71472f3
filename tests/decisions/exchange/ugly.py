"""A whole register of any size, full of what people and old systems write, with nothing tidy in it."""

import hashlib
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.factories.organization import person
from vagvisare.access.roles import Role
from vagvisare.audit.models import AuditLine, ChainHead
from vagvisare.decisions.models import Assignment, Decision, Matter, Meeting
from vagvisare.decisions.states import DecisionKind, DecisionStatus
from vagvisare.organization.actions.sync_profile import sync_profile
from vagvisare.organization.models import Body, Department, Person
from vagvisare.organization.profile import current_profile
from vagvisare.register.actions.restand import restand_all
from vagvisare.register.models import (
    Act,
    Amendment,
    LegalBasis,
    Relation,
    SavedFilter,
    SteeringDocument,
    Version,
    folded_name,
)
from vagvisare.register.models.relation import RelationKind
from vagvisare.register.states import ActKind, Change, Origin, Secrecy, TextKind

PIECES = (
    "Plan för ”Ö & å” <b>",
    '=HYPERLINK("x")',
    "'; DROP TABLE--",
    "rad\r\nrad\ttabb",
    "\u202eomvänd\u202c",
    "👩‍👩‍👧 familj",
    "A\u030a och Å",
    "مرحبا",
    "\\n {{ x }} %s",
    "\u2028\u0085\ufeff",
    "zalgo\u0336\u0337",
    "𝒫lan",
    " dubbla  blanktecken ",
    "_x000D_",
    '"citat", "i citat"',
)
DAY = date(2007, 12, 12)
MOMENT = datetime(2026, 11, 24, 9, 0, 0, 123456, tzinfo=UTC)
ORIGINALS = 40


class Ugly:
    """Makes a register of `size` documents, the same each time."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.random = random.Random(size)

    def text(self, most: int = 4) -> str:
        return " ".join(self.random.choices(PIECES, k=self.random.randint(1, most)))

    def day(self) -> date:
        return DAY + timedelta(self.random.randrange(8000))

    def make(self) -> Person:
        """Fill the empty database. Return somebody who is in it."""
        sync_profile(profile=current_profile())
        self.bodies, self.departments = self._organization()
        self.people = [person(role, name=self.text()[:100] or "x") for role in Role]
        self.documents = self._documents()
        self.acts = self._acts()
        self._around_documents()
        self._versions()
        self._decisions()
        assert [seen for seen, _changed in restand_all()]
        self._trail()
        return self.people[0]

    def _organization(self) -> tuple[list[Body], list[Department]]:
        """Also a body that is gone, whose successor came later: its row points forward."""
        gone = Body.objects.create(
            key="kulturnamnden-1998", name=self.text(), kind="committee", rank=3, last_day=DAY
        )
        gone.successor = Body.objects.create(
            key="kultur-och-fritid", name="Ny=nämnd", kind="committee", rank=3, first_day=DAY
        )
        gone.save()
        old = Department.objects.create(
            key="gamla-kontoret", name=self.text(), body=gone, last_day=DAY
        )
        old.successor = Department.objects.create(key="nya-kontoret", name="Nya", body=gone)
        old.save()
        return list(Body.objects.all()), list(Department.objects.all())

    def _many(self, model, make: Callable[[int], object], number: int | None = None):
        rows = [make(i) for i in range(self.size if number is None else number)]
        return model.objects.bulk_create([row for row in rows if row is not None])

    def _documents(self) -> list[SteeringDocument]:
        kinds, choose = [*current_profile().document_types, "gone-type"], self.random.choice

        def document(i: int) -> SteeringDocument:
            title, popular = f"{self.text()} {i}"[:500], self.text(1)[:200]
            secret = choose([Secrecy.OPEN, Secrecy.INTERNAL, Secrecy.SECRET])
            return SteeringDocument(
                slug=f"dokument-{i}",
                title=title,
                popular_name=popular,
                working_name=self.text(1)[:200],
                folded_title=folded_name(title),
                folded_popular_name=folded_name(popular),
                document_type=choose(kinds),
                origin=choose(Origin.values),
                department=choose([None, *self.departments]),
                owner=choose([None, *self.people]),
                responsible_role=self.text(1),
                summary=self.text(12),
                secrecy=secret,
                secrecy_ground="OSL 18 kap. 8 §" if secret == Secrecy.SECRET else "",
                duty=choose(["", "bibliotekslagen-17"]),
                review_due=choose([None, self.day()]),
                published_at=MOMENT if secret == Secrecy.OPEN and i % 2 else None,
                entered_at=MOMENT - timedelta(microseconds=i * 7),
                revision=self.random.randint(1, 9),
            )

        return self._many(SteeringDocument, document)

    def _acts(self) -> list[Act]:
        """Two of three are adopted, some with an earlier record that was wrong."""
        made = self._many(Act, self._adoption)
        self._many(Act, lambda i: self._wrong(i) if i % 7 == 0 else None)
        return made + self._many(Act, lambda i: self._ending(i) if i % 6 == 1 else None)

    def _adoption(self, i: int) -> Act | None:
        if i % 3 == 0:
            return None
        first, choose = self.day(), self.random.choice
        open_ended = choose([True, False])
        return Act(
            document=self.documents[i],
            kind=ActKind.ADOPTED,
            body=choose([None, *self.bodies]),
            decided_on=choose([first.isoformat(), first.isoformat()[:7], first.isoformat()[:4]]),
            section=choose(["", "120", "165-166", "=1"]),
            diary_no=self.text(1)[:80],
            first_day=choose([None, first]),
            last_day=None if open_ended else choose([None, first + timedelta(900)]),
            open_ended=open_ended,
            term_words=self.text(),
            lapses=choose([None, True, False]),
            because=self.text(),
            source="decision:1",
            recorded_at=MOMENT - timedelta(i),
        )

    def _wrong(self, i: int) -> Act:
        act = self._adoption(1)
        act.document, act.retracted_because = self.documents[i], self.text()
        act.retracted_at = MOMENT
        return act

    def _ending(self, i: int) -> Act:
        return Act(
            document=self.documents[i],
            kind=ActKind.REPLACED,
            decided_on=(DAY + timedelta(9000)).isoformat(),
            successor=self.documents[i - 1],
            recorded_at=MOMENT,
        )

    def _around_documents(self) -> None:
        documents = self.documents
        self._many(
            Relation,
            lambda i: Relation(
                document=documents[i],
                kind=self.random.choice(RelationKind.values),
                other=documents[i - 1],
            ),
        )
        self._many(
            LegalBasis,
            lambda i: LegalBasis(
                document=documents[i], sfs_no="2010:800", provision=self.text(1)[:120]
            ),
        )
        self._many(
            Amendment,
            lambda i: Amendment(
                act=self.acts[i], position=1, change=Change.STRUCK, place=self.text()[:200]
            ),
            len(self.acts) // 2,
        )
        SavedFilter.objects.create(person=self.people[0], name=self.text()[:100], query="q=ö&on=")

    def _versions(self) -> None:
        """Every other document has a text; the first ones have their originals too."""
        hashes = [self._original(i) for i in range(min(ORIGINALS, self.size))]

        def version(i: int) -> Version:
            return Version(
                document=self.documents[i],
                number=1,
                text=self.text(40),
                file_name=self.text(1),
                file_sha256=hashes[i] if i < len(hashes) else "",
                media_type="application/pdf",
                added_at=MOMENT,
            )

        first = self._many(Version, version, self.size // 2)

        def consolidated(i: int) -> Version:
            return Version(
                document=self.documents[i],
                number=2,
                kind=TextKind.CONSOLIDATED,
                basis=first[i],
                text=self.text(40),
                added_at=MOMENT,
            )

        self._many(Version, consolidated, self.size // 4)

    def _original(self, i: int) -> str:
        content = f"original {i}".encode() * (i + 1)
        sha256 = hashlib.sha256(content).hexdigest()
        default_storage.save(f"originals/{sha256[:2]}/{sha256}", ContentFile(content))
        return sha256

    def _decisions(self) -> None:
        days = max(3, self.size // 20)
        meetings = self._many(
            Meeting,
            lambda i: Meeting(
                body=self.bodies[i % 3], day=DAY + timedelta(i), notice_posted_on=None
            ),
            days,
        )
        matters = self._many(
            Matter,
            lambda i: Matter(
                title=self.text(),
                diary_no=f"KS {i}/{self.text(1)}"[:80] if i % 4 else "",
                opened_on=DAY,
                created_at=MOMENT,
            ),
            days,
        )
        made = self._many(Decision, lambda i: self._decision(i, meetings[i % days], matters))
        proposals = [decision for decision in made if decision.status == DecisionStatus.PROPOSED]
        for proposal in proposals[::3]:
            proposal.answered_by = made[-1]
        Decision.objects.bulk_update(proposals, ["answered_by"])
        self._many(
            Assignment,
            lambda i: Assignment(
                subject=self.text(),
                department=self.random.choice([None, *self.departments]),
                document=self.documents[i],
                due_day=self.day(),
                reported_on=self.random.choice([None, self.day()]),
                report=self.text(),
                given_by=made[i],
                closed_by=self.random.choice([None, made[-1]]),
            ),
            self.size // 3,
        )

    def _decision(self, i: int, meeting: Meeting, matters: list[Matter]) -> Decision:
        proposed = i % 5 == 2
        return Decision(
            meeting=meeting,
            matter=self.random.choice([None, *matters[:9]]),
            section=str(i),
            kind=self.random.choice([DecisionKind.NOTE, DecisionKind.GIVE_ASSIGNMENT]),
            status=DecisionStatus.PROPOSED if proposed else DecisionStatus.DECIDED,
            proposed_to=self.random.choice([None, *self.bodies]) if proposed else None,
            text=self.text(9),
            document=self.documents[i],
            recorded_at=MOMENT,
        )

    def _trail(self) -> None:
        previous = ""
        lines = []
        for i in range(self.size):
            line = AuditLine(
                number=i + 1,
                at=MOMENT + timedelta(microseconds=i),
                actor_key=f"person:{self.people[0].pk}",
                actor_name=self.text(1),
                verb="edited",
                subject_kind="register.steeringdocument",
                subject_key=str(self.documents[i].pk),
                subject_label=self.text(),
                because=self.text(),
                before={"title": self.text(), "n": [1, None, True, 2.5]} if i % 2 else None,
                after={},
                previous_hash=previous,
            )
            line.hash = previous = line.computed_hash()
            lines.append(line)
        AuditLine.objects.bulk_create(lines)
        ChainHead.objects.create(pk=1, number=self.size, hash=previous)
