"""What every story has: its papers, days to choose from, and how a deed is tried."""

from datetime import date, datetime

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from tests.factories.organization import body
from tests.register.model import ENDINGS, TERMS_WITHOUT_END, Paper
from vagvisare.audit.queries import first_broken_line
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.profile import current_profile
from vagvisare.register.actions.enter import enter
from vagvisare.register.models import SteeringDocument
from vagvisare.register.reference import DecisionReference

DAYS = st.dates(date(2006, 1, 1), date(2016, 12, 31)) | st.sampled_from(
    [date(2007, 12, 12), date(2008, 2, 29), date(2010, 12, 31), date(2011, 1, 1)]
)
MAYBE_A_DAY = st.none() | DAYS
WHICH = st.integers(0, 1_000)
LAPSES = st.sampled_from([None, None, None, True, False])
TERMS = st.sampled_from(["", "", "", "until_day", *sorted(TERMS_WITHOUT_END)])
TYPES = st.sampled_from(["plan", "handlingsplan", "policy"])
PRECISION = st.sampled_from([10, 10, 10, 10, 7, 4, 0])
WHOLE = st.sampled_from([True, True, True, False])


class Told(RuleBasedStateMachine):
    """A story in a transaction of its own that is taken back at its end."""

    registrar = None  # set by the test
    steps = 0

    def __init__(self):
        super().__init__()
        self.story = transaction.atomic()
        self.story.__enter__()
        self.papers: dict[int, Paper] = {}
        self.remembered: list[tuple[datetime, dict[int, Paper]]] = []
        self.touched: int | None = None
        kinds = current_profile().document_types.values()
        self.types = {kind.key: (kind.lapses_by_itself, kind.notice_days) for kind in kinds}

    def teardown(self):
        assert first_broken_line() is None
        transaction.set_rollback(True)
        self.story.__exit__(None, None, None)

    def _enter(self, kind, drafted):
        document = enter(
            title=f"Dokument {len(self.papers)}",
            document_type=kind,
            origin="drafted" if drafted else "found",
            by=self.registrar,
            because="state machine",
        )
        self.papers[document.pk] = Paper(kind, drafted)
        self.touched = document.pk

    def _ends_for_a_reason(self, paper, spans):
        for span in spans:
            if span.standing in ENDINGS.values():
                assert span.act_id == paper.ending.key
            if span.standing == "ended":
                assert span.term_last_day < span.since

    def _choose(self, which):
        keys = sorted(self.papers)
        self.touched = keys[which % len(keys)]
        return SteeringDocument.objects.get(pk=self.touched), self.papers[self.touched]

    def _decide(self, paper, allowed, action, record):
        done = self._attempt(allowed, action)
        if done:
            record.key = done.pk
            paper.records.append(record)

    def _attempt(self, allowed, action):
        """Whatever is refused is a Refusal with a sentence, and only what the model refuses too."""
        try:
            done = action()
        except Refusal as refusal:
            assert not allowed, refusal
            assert str(refusal)
            assert refusal.code != Refusal.code
            return None
        assert allowed
        return done

    def _rests_on_adoption(self, paper):
        key = next(key for key, other in self.papers.items() if other is paper)
        resting = paper.of_kind("revised", "amended", "prolonged", "annulled")
        replaced = any(
            record.successor == key for other in self.papers.values() for record in other.live
        )
        return bool(resting) or replaced


def decision(stated, whole=True):
    """A decision of the assembly; without its section it could not be found again."""
    return DecisionReference(body=body(), decided_on=stated, section="120" if whole else "")


def possible(last_day, open_ended, term, lapses):
    """Whether the days and the term go together."""
    if last_day and (open_ended or term == "until_further_notice"):
        return False
    return not (term == "until_day" and (last_day is None or open_ended))


def meaning(last_day, open_ended, term, lapses):
    """What the days and the term say, as the model keeps it."""
    endless = open_ended or term in TERMS_WITHOUT_END
    return {"last_day": last_day, "endless": endless, "lapses": lapses}


def endable(paper, day):
    adoption = paper.adoption
    dated = adoption and adoption.decided_on
    return not paper.ending and (not dated or day >= adoption.earliest)


def changeable(paper, day):
    return paper.adoption is not None and endable(paper, day)
