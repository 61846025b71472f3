import pytest

from vagvisare.writing.characters import carried, drawable, spelled_out


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("rad ett\r\nrad två\rrad tre", "rad ett\nrad två\nrad tre"),
        ("noll\x00byte", "noll\ufffdbyte"),
        ("halvt \ud83d tecken", "halvt \ufffd tecken"),
        ("flik\toch 😀", "flik\toch 😀"),
    ],
)
def test_what_xml_cannot_hold_leaves_a_mark(text, shown):
    assert carried(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Åtgärder på svenska, davvisámegiella, ελληνικά, русский", None),
        ("עברית العربية", None),
        ("a\u030a", "å"),
        ("glad 😀", "glad [U+1F600]"),
        ("eget \ue000", "eget [U+E000]"),
        ("rad\tett\nrad två", None),
        ("\ufeffförst i filen", "\u2060först i filen"),
    ],
)
def test_what_no_font_of_ours_has_is_named(text, shown):
    assert drawable(text) == (shown or text)


def test_the_rare_cluster_is_spelled_out():
    assert spelled_out("b\u05bb å\n") == "b[U+05BB] å\n"
