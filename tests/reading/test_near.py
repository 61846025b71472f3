"""What the search around words finds, and how much of it."""

import re

from vagvisare.reading.near import near, places

WORD = re.compile(r"ord\d")


def test_it_finds_what_stands_around_the_words():
    text = "x" * 600 + "\nord1 gäller\n" + "x" * 600 + "\nord2 annat\n"

    assert [match[0] for match in near(WORD, ("gäller",), text)] == ["ord1"]


def test_one_phrase_over_and_over_is_looked_at_some_hundred_times():
    assert len(list(near(WORD, ("ord",), "ord1 " * 20_000))) == 300


def test_it_stops_where_the_head_ends():
    text = "ord1 " + "x" * 40 + " ord2"

    assert [match[0] for match in near(WORD, ("ord",), text, head=20)] == ["ord1"]


def test_a_longer_word_stands_where_its_beginning_does():
    text = "giltig till, ogiltig, giltighet – giltig till"
    places("giltig", text)

    assert list(places("giltig till", text)) == [0, 34]
