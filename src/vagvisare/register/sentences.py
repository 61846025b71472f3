"""How a document stands, said so that a resident understands it."""

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vagvisare.register.models import Act, StandingSpan
from vagvisare.register.rules import years_and_days
from vagvisare.register.states import APPLIES, Secrecy, Standing, Term


def spelled_day(day: date) -> str:
    """Return the day as the language spells it: "12 december 2007"."""
    return date_format(day, "j F Y")


def duration(first: date, day: date) -> str:
    """Return the time from `first` to `day` in words: "2 years and 296 days"."""
    years, days = years_and_days(first, day)
    in_years = ngettext("{n} year", "{n} years", years).format(n=years)
    in_days = ngettext("{n} day", "{n} days", days).format(n=days)
    if years and days:
        return _("{years} and {days}").format(years=in_years, days=in_days)
    return in_years if years else in_days


def applies(span: StandingSpan) -> bool:
    """Whether the document holds then: in force, ending soon or not."""
    return span.standing in APPLIES


def decision_sentence(act: Act) -> str:
    """Return who decided, when and where it stands in the minutes."""
    parts = [act.body.name if act.body else "", act.decided_on]
    parts += [f"§ {act.section}" if act.section else ""]
    parts += [_("registry number {number}").format(number=act.diary_no) if act.diary_no else ""]
    return ", ".join(part for part in parts if part)


def standing_sentence(span: StandingSpan, day: date) -> str:
    """Return one or two sentences on how the document stands on `day`, and why."""
    match span.standing:
        case Standing.OVER_BUT_STANDING if span.since:
            over = _term_end(span) + timedelta(1)
            return _(
                "Its term ended on {end}, {duration} ago, but no decision has ended it. "
                "It should be repealed, replaced or prolonged."
            ).format(end=spelled_day(_term_end(span)), duration=duration(over, day))
        case Standing.IN_FORCE | Standing.ENDING_SOON if span.since:
            return _applies_sentence(span)
        case Standing.UPCOMING if span.last_day:
            return _("It is decided and applies from {day}.").format(
                day=spelled_day(span.last_day + timedelta(1))
            )
        case Standing.ENDED if span.since:
            return _lapsed_sentence(span)
        case Standing.DRAFT:
            return _("No body has decided on it yet.")
        case Standing.UNKNOWN:
            return str(span.get_reason_display())
    return _ended_sentence(span)


def _term_end(span: StandingSpan) -> date:
    """The last day of the term: it may lie before the decision that set it."""
    assert span.since is not None  # the caller's case says so
    return span.term_last_day or span.since - timedelta(1)


def _lapsed_sentence(span: StandingSpan) -> str:
    end = _term_end(span)
    if span.since and end < span.since - timedelta(1):
        return _("It never applied: its term had ended on {end} when it was decided.").format(
            end=spelled_day(end)
        )
    if span.act and span.act.lapses:
        return _("It applied through {end} and then ended, as its own wording says.").format(
            end=spelled_day(end)
        )
    return _("It applied through {end} and then ended by its own terms.").format(
        end=spelled_day(end)
    )


def _applies_sentence(span: StandingSpan) -> str:
    assert span.since is not None  # the caller's case says so
    if span.term_last_day:
        return _("It applies since {since} and through {end}.").format(
            since=spelled_day(span.since), end=spelled_day(span.term_last_day)
        )
    if span.last_day:
        return _("It applies since {since}. A decision ends it after {end}.").format(
            since=spelled_day(span.since), end=spelled_day(span.last_day)
        )
    return _open_sentence(span).format(since=spelled_day(span.since))


def _open_sentence(span: StandingSpan) -> str:
    """Until when, where no day ends it: as the wording of the act that set the term has it."""
    match span.act.term if span.act else "":
        case Term.UNTIL_SUCCESSOR:
            return _("It applies since {since}, until another document takes its place.")
        case Term.UNTIL_REPEALED:
            return _("It applies since {since}, until a decision repeals it.")
    return _("It applies since {since}, until further notice.")


def term_sentence(act: Act) -> str:
    """Return how long the act lets the document stand, and what then; empty: it says nothing."""
    match act.term or (Term.UNTIL_FURTHER_NOTICE if act.open_ended else ""):
        case Term.UNTIL_FURTHER_NOTICE:
            said = _("Until further notice.")
        case Term.UNTIL_SUCCESSOR:
            said = _("Until another document takes its place.")
        case Term.UNTIL_REPEALED:
            said = _("Until a decision repeals it.")
        case _:
            said = ""
    through = _("Through {day}.").format(day=spelled_day(act.last_day)) if act.last_day else ""
    return " ".join(filter(None, [through, said, _lapse_words(act)]))


def _lapse_words(act: Act) -> str:
    if act.lapses is None:
        return ""
    if act.lapses:
        return _("By its wording it then ends by itself.")
    return _("By its wording it stands until a decision ends it.")


def _ended_sentence(span: StandingSpan) -> str:
    """Replaced, repealed or annulled: since when, and by whom."""
    since = spelled_day(span.since) if span.since else "?"
    who = span.act.body.name if span.act and span.act.body else _("a decision")
    successor = span.act.successor if span.act else None
    # The sentence is also for the open web: what is hidden is not named in it.
    if span.standing == Standing.REPLACED and successor and successor.secrecy == Secrecy.OPEN:
        return _("It was replaced on {since} by “{title}”, as {who} decided.").format(
            since=since, title=successor.title, who=who
        )
    if span.standing == Standing.ANNULLED:
        return _("A court annulled it on {since}.").format(since=since)
    if span.standing == Standing.REPLACED:
        return _("It was replaced on {since}, as {who} decided.").format(since=since, who=who)
    return _("It was repealed on {since}, as {who} decided.").format(since=since, who=who)
