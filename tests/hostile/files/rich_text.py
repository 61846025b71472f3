"""Rich Text that nests, promises bytes that are not there, or hides others."""

from tests.hostile.files.case import READS, Case, case

SENTENCE = rb"Policy f\'f6r kost, antagen av kommunfullm\'e4ktige 2021-03-04 \'a7 12.\par "


def rtf(body: bytes) -> bytes:
    return rb"{\rtf1\ansi\ansicpg1252 " + SENTENCE + body + b"}"


def with_bytes() -> bytes:
    """Raw bytes that are to be passed over, braces and commands among them."""
    raw = rb"}}}{\par hostile" * 50
    return rtf(rb"{\pict\bin%d " % len(raw) + raw + b"}" + SENTENCE)


def escaped(number: bytes) -> bytes:
    return rtf(rb"\u" + number + b"? slut")


CASES: dict[str, Case] = {
    "deep.rtf": case(lambda: rtf(b"{" * 1_000_000), "unreadable"),
    "closed-too-often.rtf": case(lambda: rtf(b"}" * 1_000_000 + SENTENCE), READS),
    "bytes-to-pass-over.rtf": case(with_bytes, READS),
    "bytes-not-there.rtf": case(lambda: rtf(rb"\bin999999999 x"), READS),
    "bytes-below-zero.rtf": case(lambda: rtf(rb"\bin-5 x"), READS),
    "letter-of-999.rtf": case(escaped, READS, number=b"9" * 9),
    "half-a-letter.rtf": case(escaped, READS, number=b"-10179"),
    "long-number.rtf": case(escaped, READS, number=b"9" * 5_000),
    "long-word.rtf": case(lambda: rtf(b"\\" + b"a" * 20_000), READS),
    "swallowing.rtf": case(lambda: rtf(rb"\uc999999999\u65 " + SENTENCE * 9), READS),
    "million-tabs.rtf": case(lambda: rtf(rb"\tab" * 1_000_000), READS),
    "million-cells.rtf": case(lambda: rtf(rb"\cell" * 500_000 + rb"\row"), READS, "timeout"),
    "50000-pages.rtf": case(lambda: rtf(rb"a\page " * 50_000), READS, "too_large"),
    "object.rtf": case(lambda: rtf(rb"{\object\objdata " + b"4d5a" * 500_000 + b"}"), READS),
    "field.rtf": case(lambda: rtf(rb'{\field{\*\fldinst INCLUDETEXT "/etc/passwd"}}'), READS),
    "nul.rtf": case(lambda: rtf(b"\0" * 100_000), READS),
    "cut.rtf": case(lambda: rtf(b"")[:30], READS, "no_text"),
    "only-a-head.rtf": case(lambda: rb"{\rtf", "no_text"),
    "backslash-last.rtf": case(lambda: rtf(b"")[:-1] + b"\\", READS),
}
