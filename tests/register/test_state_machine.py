"""Documents and decisions driven at random through the real actions, beside a simple model."""

import time
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.register.model import ENDINGS, Record
from tests.register.told import (
    DAYS,
    LAPSES,
    MAYBE_A_DAY,
    PRECISION,
    TERMS,
    TYPES,
    WHICH,
    WHOLE,
    Told,
    changeable,
    decision,
    endable,
    meaning,
    possible,
)
from vagvisare.register.actions.adopt import adopt
from vagvisare.register.actions.amend import amend
from vagvisare.register.actions.annul import annul
from vagvisare.register.actions.correct import correct
from vagvisare.register.actions.edit import edit
from vagvisare.register.actions.note import note
from vagvisare.register.actions.prolong import prolong
from vagvisare.register.actions.publish import publish, withdraw
from vagvisare.register.actions.repeal import repeal
from vagvisare.register.actions.replace import replace
from vagvisare.register.actions.retract import retract
from vagvisare.register.actions.revise import revise
from vagvisare.register.belief import believed_on
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.rules import standing_on

STEPS = 2_000
STEPS_A_STORY = 50
MOST_DOCUMENTS = 5


class Stories(Told):
    """Each rule does one thing to the register and to the model, and compares what came of it."""

    # What happens

    @initialize(kind=TYPES, drafted=st.booleans())
    def begin(self, kind, drafted):
        self._enter(kind, drafted)

    @precondition(lambda self: len(self.papers) < MOST_DOCUMENTS)
    @rule(kind=TYPES, drafted=st.booleans())
    def enter(self, kind, drafted):
        self._enter(kind, drafted)

    @rule(
        which=WHICH,
        day=DAYS,
        precision=PRECISION,
        first_day=MAYBE_A_DAY,
        last_day=MAYBE_A_DAY,
        open_ended=st.booleans(),
        term=TERMS,
        lapses=LAPSES,
    )
    def adopt(self, which, day, precision, first_day, last_day, open_ended, term, lapses):
        document, paper = self._choose(which)
        stated = day.isoformat()[:precision]
        said = {"last_day": last_day, "open_ended": open_ended, "term": term, "lapses": lapses}
        backwards = first_day and last_day and last_day < first_day
        self._decide(
            paper,
            not (paper.ending or paper.adoption or backwards) and possible(**said),
            lambda: adopt(
                document=document,
                decision=decision(stated),
                by=self.registrar,
                first_day=first_day,
                **said,
            ),
            Record(0, "adopted", stated, first_day, **meaning(**said)),
        )

    @rule(
        which=WHICH,
        day=DAYS,
        whole=WHOLE,
        last_day=MAYBE_A_DAY,
        open_ended=st.booleans(),
        term=TERMS,
        lapses=LAPSES,
    )
    def revise(self, which, day, whole, last_day, open_ended, term, lapses):
        document, paper = self._choose(which)
        said = {"last_day": last_day, "open_ended": open_ended, "term": term, "lapses": lapses}
        record = Record(0, "revised", day.isoformat(), **meaning(**said))
        present = paper.last_day() if paper.adoption else None
        longer = present and (
            record.endless or (record.last_day is not None and record.last_day > present)
        )
        self._decide(
            paper,
            changeable(paper, day) and possible(**said) and (whole or not longer),
            lambda: revise(
                document=document,
                decision=decision(day.isoformat(), whole),
                by=self.registrar,
                **said,
            ),
            record,
        )

    @rule(which=WHICH, day=DAYS, from_day=MAYBE_A_DAY)
    def amend(self, which, day, from_day):
        document, paper = self._choose(which)
        self._decide(
            paper,
            changeable(paper, day),
            lambda: amend(
                document=document,
                decision=decision(day.isoformat()),
                by=self.registrar,
                from_day=from_day,
            ),
            Record(0, "amended", day.isoformat(), from_day),
        )

    @rule(which=WHICH, day=DAYS, whole=WHOLE, later=st.none() | st.integers(-400, 2_000))
    def prolong(self, which, day, whole, later):
        document, paper = self._choose(which)
        present = paper.last_day()
        last_day = None if later is None else (present or day) + timedelta(later)
        forward = present and (last_day is None or last_day > present)
        self._decide(
            paper,
            whole and changeable(paper, day) and forward,
            lambda: prolong(
                document=document,
                decision=decision(day.isoformat(), whole),
                last_day=last_day,
                by=self.registrar,
            ),
            Record(0, "prolonged", day.isoformat(), last_day=last_day, endless=last_day is None),
        )

    @rule(which=WHICH, other=WHICH, day=DAYS, whole=WHOLE, from_day=MAYBE_A_DAY)
    def replace(self, which, other, day, whole, from_day):
        document, paper = self._choose(which)
        successor, its = self._choose(other)
        self.touched = document.pk
        self._decide(
            paper,
            whole and endable(paper, day) and successor.pk != document.pk and its.adoption,
            lambda: replace(
                document=document,
                successor=successor,
                decision=decision(day.isoformat(), whole),
                by=self.registrar,
                from_day=from_day,
            ),
            Record(0, "replaced", day.isoformat(), from_day, successor=successor.pk),
        )

    @rule(which=WHICH, day=DAYS, whole=WHOLE, from_day=MAYBE_A_DAY)
    def repeal(self, which, day, whole, from_day):
        document, paper = self._choose(which)
        self._decide(
            paper,
            whole and endable(paper, day),
            lambda: repeal(
                document=document,
                decision=decision(day.isoformat(), whole),
                by=self.registrar,
                from_day=from_day,
            ),
            Record(0, "repealed", day.isoformat(), from_day),
        )

    @rule(which=WHICH, day=DAYS)
    def annul(self, which, day):
        document, paper = self._choose(which)
        self._decide(
            paper,
            changeable(paper, day),
            lambda: annul(
                document=document,
                decision=decision(day.isoformat()),
                by=self.registrar,
                because="A court found it unlawful",
            ),
            Record(0, "annulled", day.isoformat()),
        )

    @rule(which=WHICH, day=DAYS)
    def note(self, which, day):
        document, paper = self._choose(which)
        self._decide(
            paper,
            True,
            lambda: note(
                document=document,
                decision=decision(day.isoformat()),
                by=self.registrar,
                because="Followed up",
            ),
            Record(0, "noted", day.isoformat()),
        )

    @rule(which=WHICH, act=WHICH, reason=st.sampled_from(["Misread", "Misread", ""]))
    def retract(self, which, act, reason):
        _, paper = self._choose(which)
        if not paper.records:
            return
        record = paper.records[act % len(paper.records)]
        free = record.kind != "adopted" or not self._rests_on_adoption(paper)
        done = self._attempt(
            bool(reason) and not record.retracted and free,
            lambda: retract(act=Act.every.get(pk=record.key), by=self.registrar, because=reason),
        )
        if done:
            record.retracted = True

    @rule(which=WHICH, act=WHICH, day=DAYS, last_day=MAYBE_A_DAY, lapses=LAPSES)
    def correct(self, which, act, day, last_day, lapses):
        """Only what adopted or ended it: one live record of each, at most."""
        _, paper = self._choose(which)
        records = paper.of_kind("adopted", *ENDINGS)
        if not records:
            return
        wrong = records[act % len(records)]
        adopting = wrong.kind == "adopted"
        right = Record(
            0,
            wrong.kind,
            day.isoformat(),
            last_day=last_day if adopting else None,
            lapses=lapses if adopting else None,
            successor=wrong.successor,
        )
        others = [record for record in paper.changes() if record is not wrong]
        done = self._attempt(
            all(record.decided >= day for record in others)
            if adopting
            else not paper.adoption
            or paper.adoption.earliest is None
            or not paper.adoption.decided_on
            or day >= paper.adoption.earliest,
            lambda: correct(
                act=Act.every.get(pk=wrong.key),
                decision=decision(day.isoformat()),
                by=self.registrar,
                because="Misread",
                last_day=right.last_day,
                lapses=right.lapses,
            ),
        )
        if done:
            wrong.retracted, right.key = True, done.pk
            paper.records.append(right)

    @rule(which=WHICH, shown=st.booleans())
    def publish(self, which, shown):
        document, paper = self._choose(which)
        if not shown:
            withdraw(document=document, by=self.registrar, because="Not yet")
            paper.published = False
        elif self._attempt(
            paper.secrecy == "open",
            lambda: (
                publish(document=document, at=datetime(2026, 1, 1, tzinfo=UTC), by=self.registrar)
                or "published"
            ),
        ):
            paper.published = True

    @rule(
        which=WHICH,
        kind=TYPES | st.just("dekret"),
        behind=st.sampled_from([0, 0, 0, 1]),
        secrecy=st.sampled_from(["open", "open", "internal", "secret"]),
        grounded=WHOLE,
    )
    def edit(self, which, kind, behind, secrecy, grounded):
        document, paper = self._choose(which)
        ground = "18 kap. 8 § OSL" if secrecy == "secret" and grounded else ""
        hidden = secrecy != "open" and paper.published
        done = self._attempt(
            kind in self.types
            and not behind
            and not hidden
            and bool(secrecy != "secret" or ground),
            lambda: edit(
                document=document,
                based_on=paper.revision - behind,
                title=document.title,
                popular_name="",
                document_type=kind,
                department=None,
                responsible_role="",
                summary="",
                by=self.registrar,
                secrecy=secrecy,
                secrecy_ground=ground,
            ),
        )
        if done:
            paper.revision += (kind, secrecy) != (paper.kind, paper.secrecy)
            paper.kind, paper.secrecy = kind, secrecy

    # What is asked

    @rule(which=WHICH, day=DAYS)
    def ask(self, which, day):
        document, paper = self._choose(which)
        span = standing_on(day, list(document.spans.all()))
        assert span.standing == paper.standing(day, self.types)

    @rule()
    def remember(self):
        self.touched = None
        time.sleep(0.002)  # SQLite tells moments apart by the thousandth of a second
        copies = {key: paper.copy() for key, paper in self.papers.items()}
        self.remembered.append((timezone.now(), copies))
        time.sleep(0.002)

    @precondition(lambda self: self.remembered)
    @rule(which=WHICH, when=WHICH, day=DAYS)
    def recall(self, which, when, day):
        document, _ = self._choose(which)
        moment, papers = self.remembered[when % len(self.remembered)]
        said = believed_on(document, day, moment)
        if document.pk not in papers:
            assert said is None
        else:
            assert said.standing == papers[document.pk].standing(day, self.types)

    # What always holds, asked after each step

    @invariant()
    def one_step_more(self):
        type(self).steps += 1

    @invariant()
    def the_touched_document_stands_as_the_model_says(self):
        if self.touched is None:
            return
        paper = self.papers[self.touched]
        document = SteeringDocument.objects.prefetch_related("spans").get(pk=self.touched)
        spans = list(document.spans.all())
        assert spans[0].first_day is None
        assert spans[-1].last_day is None
        for before, after in pairwise(spans):
            assert after.first_day == before.last_day + timedelta(1)
        for day in paper.days():
            assert standing_on(day, spans).standing == paper.standing(day, self.types), day
        self._ends_for_a_reason(paper, spans)
        assert (document.published_at is not None) == paper.published
        assert document.secrecy == paper.secrecy
        assert document.published_at is None or document.secrecy == "open"

    @invariant()
    def what_is_believed_now_is_what_stands(self):
        if self.touched is None:
            return
        document = SteeringDocument.objects.get(pk=self.touched)
        day = date(2006, 1, 1) + timedelta(self.steps * 97 % 4_000)
        stored = standing_on(day, list(document.spans.all()))
        said = believed_on(document, day, timezone.now())
        assert (said.standing, said.since) == (stored.standing, stored.since)


def test_whatever_happens_the_register_says_what_the_model_says(registrar):
    Stories.registrar, Stories.steps = registrar, 0

    run_state_machine_as_test(
        Stories,
        settings=settings(
            max_examples=STEPS // STEPS_A_STORY * 7 // 4,  # stories often end early
            stateful_step_count=STEPS_A_STORY,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

    assert Stories.steps >= STEPS
