from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memos.examples import COMPLETE
from vagvisare.memos.checks import check_text
from vagvisare.memos.memo_text import BASIS, PROPOSAL, RECIPIENTS
from vagvisare.memos.parsing import parse
from vagvisare.memos.parsing.leads import decider_in
from vagvisare.memos.sentences import split_sentences


def test_the_head_is_read():
    text = parse(COMPLETE)

    assert text.title == "Upphävande av Parkplan för alla"
    assert text.addressed == "Gymnasie- och arbetsmarknadsnämnden"
    assert (text.day, text.diary_no) == ("2013-11-20", "GAN 2013/55")


def test_each_point_knows_who_decides_it():
    points = parse(COMPLETE).under(PROPOSAL)

    assert [point.decider for point in points] == [
        "kommunfullmäktige",
        "Gymnasie- och arbetsmarknadsnämnden",
    ]


def test_lists_are_read_row_by_row():
    text = parse(COMPLETE)

    assert [said.text for said in text.under(RECIPIENTS)] == [
        "Kommunfullmäktige",
        "Utvecklingsförvaltningen",
    ]
    assert len(text.under(BASIS)) == 2


def test_points_without_numbers_with_att_and_over_several_lines():
    text = parse(
        "Förslag till beslut i kommunstyrelsen\n\natt planen antas,\natt riktlinjerna,\n"
        "antagna 2010, upphör att gälla\n\nSammanfattning\n\nKort."
    )

    assert [(point.text, point.decider) for point in text.under(PROPOSAL)] == [
        ("att planen antas,", "kommunstyrelsen"),
        ("att riktlinjerna, antagna 2010, upphör att gälla", "kommunstyrelsen"),
    ]
    assert text.addressed == "kommunstyrelsen"


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Kommunstyrelsens förslag till kommunfullmäktige", "kommunfullmäktige"),
        ("Förslag till beslut i socialnämnden", "socialnämnden"),
        ("Socialnämnden föreslår kommunfullmäktige besluta", "kommunfullmäktige"),
        ("Kultur- och fritidsnämnden beslutar:", "Kultur- och fritidsnämnden"),
        ("Kommunfullmäktige föreslås besluta", "Kommunfullmäktige"),
        ("Sammanfattning", ""),
    ],
)
def test_who_decides_is_read_from_the_words_above(words, body):
    assert decider_in(words) == body


def test_headings_are_found_without_empty_lines():
    text = parse("Förslag till beslut\n1. Planen antas.\nBakgrund\nPlanen är ny.\n")

    assert [part.heading for part in text.sections] == ["Förslag till beslut", "Bakgrund"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ett. Två! Tre? ", ["Ett.", "Två!", "Tre?"]),
        ("Se dnr. KS 12. Nästa.", ["Se dnr. KS 12.", "Nästa."]),
        ("T.ex. Planen, bl.a. Den.", ["T.ex. Planen, bl.a. Den."]),
        ("Hon sade ”ja.” Sedan gick hon.", ["Hon sade ”ja.”", "Sedan gick hon."]),
        ("", []),
    ],
)
def test_sentences_end_where_they_end(text, sentences):
    assert split_sentences(text) == sentences


@pytest.mark.parametrize(
    "part", ["bör ", "a", "A. ", "a-", "Å och ", "1", "dnr\n" + "1/" * 50, "uppdrag ", "[", "§ 1 "]
)
def test_a_hostile_text_of_the_longest_length_is_read_in_seconds(part):
    filling = part * (100_000 // len(part))
    text = f"Dnr:\n{filling}\n\nFörslag till beslut\n\n1. {filling}\n"
    begun = process_time()

    check_text(parse(text))

    assert process_time() - begun < 10


@given(st.text(alphabet="Förslag till beslut\n.:1- §BakgrundDnr", max_size=300))
def test_no_text_is_too_strange_to_read(text):
    parsed = parse(text)

    said = sum(len(part.said) for part in parsed.sections)
    assert said <= len(text)
