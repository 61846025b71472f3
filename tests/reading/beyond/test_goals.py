"""Cases of `goals`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.beyond.found import found

FINDS = [
    (
        "Plan för trygghet\nMål\n- Alla barn ska kunna läsa\n- Färre olyckor i trafiken",
        "goal · Alla barn ska kunna läsa; goal · Färre olyckor i trafiken",
    ),
    (
        "Kostpolicy\n## Mål\nMålet med policyn är att:\n• alla ska se ett värde\ni maten\n• grundlägga goda matvanor",
        "goal · alla ska se ett värde i maten; goal · grundlägga goda matvanor",
    ),
    (
        "Plan för trygghet\nDelmål:\n1. Minska utsläppen till 2025\n2. Öka andelen cyklister",
        "subgoal · Minska utsläppen till 2025; subgoal · Öka andelen cyklister",
    ),
    (
        "Plan för trygghet\nPrioriterade områden\n• Trygghet\n• Delaktighet",
        "focus_area · Trygghet; focus_area · Delaktighet",
    ),
    (
        "Plan för trygghet\nFokusområde 1: Trygga miljöer\nText om detta.\nFokusområde 2: Delaktighet\nMer text.",
        "focus_area · Trygga miljöer; focus_area · Delaktighet",
    ),
    ("Plan för trygghet\nInriktningsmål 1 - Alla ska vara trygga", "goal · Alla ska vara trygga"),
]

REFUSES = [
    ("Plan för trygghet\nInnehåll\nMål ........ 4\nFokusområden ........ 5", "a table of contents"),
    ("Plan för trygghet\nMålgrupp\n- Barn\n- Unga", "whom the plan is for"),
    ("Plan för trygghet\nMål\nArbetet ska bedrivas långsiktigt.", "running text, not a list"),
    ("Plan för trygghet\nFokusområden\n• Trygghet", "one bullet is no list of areas"),
    ("Måltidspolicy\nMåltider\n- Frukost\n- Lunch", "meals"),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert "; ".join(found("goals", text)) == value


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("goals", text) == [], because
