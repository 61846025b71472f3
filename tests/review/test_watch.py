from datetime import date

from tests.factories.register import adopted
from vagvisare.register.actions.set_review import set_review
from vagvisare.review.watch import AlarmKind, watch_on


def test_the_watch_tells_what_is_over_ending_and_overdue(registrar, django_assert_num_queries):
    adopted("Över", by=registrar, last_day=date(2010, 12, 31))
    adopted("Slutar", by=registrar, last_day=date(2012, 3, 31))
    policy = adopted("Oläst", by=registrar, document_type="policy", open_ended=True)
    set_review(document=policy, due=date(2011, 6, 1), by=registrar)

    with django_assert_num_queries(2):
        alarms = list(watch_on(date(2012, 1, 1)))

    assert [(alarm.kind, alarm.document.title, alarm.day) for alarm in alarms] == [
        (AlarmKind.OVER_BUT_STANDING, "Över", date(2011, 1, 1)),
        (AlarmKind.ENDING_SOON, "Slutar", date(2012, 3, 31)),
        (AlarmKind.REVIEW_OVERDUE, "Oläst", date(2011, 6, 1)),
    ]


def test_a_review_due_today_is_not_overdue(registrar):
    policy = adopted("Policy", by=registrar, document_type="policy", open_ended=True)
    set_review(document=policy, due=date(2012, 1, 1), by=registrar)

    assert not list(watch_on(date(2012, 1, 1)))
