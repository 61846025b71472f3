"""An event is as sure as its document's name looks, and as where the decision stands."""

from vagvisare.reading.events.deeds import Deed
from vagvisare.reading.events.phrases import Phrase
from vagvisare.reading.events.sureness import sureness
from vagvisare.reading.vocabulary import standard


def sure(title, document_type="policy", **doubts):
    deed = Deed("adopt", Phrase(title, document_type, 0, len(title)))
    plain = {"said": True, "around": title, "from_heading": False, "unread": False}
    return sureness(deed, vocabulary=standard(), **{**plain, **doubts})


def test_a_plain_decision_about_a_named_document_is_sure():
    assert sure("Policy för resor") >= 0.9


def test_each_doubt_makes_an_event_less_sure_than_0_9():
    assert sure("Policy för resor", said=False) < 0.9
    assert sure("Policy för resor", from_heading=True) < 0.9
    assert sure("Policy för resor", around="Bokslut") < 0.9
    assert sure("Policy för resor", unread=True) < 0.9
    assert sure("Policy för resor, som komplettering") < 0.9
    assert sure("avgiften enligt policy för resor") < 0.9
    assert sure("Styrande dokument", None) < 0.9
    assert sure("policyn") < 0.9


def test_many_doubts_together_still_leave_even_odds():
    long = "allt som ska, inom kort och att " * 5

    assert sure(long, None, said=False, around="Bokslut", unread=True) == 0.5
