"""Web pages that nest, swell, call out, or say they are written in something odd."""

from tests.hostile.files.case import READS, Case, case

SENTENCE = "Policy för kost, antagen av kommunfullmäktige 2021-03-04 § 12."


def html(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def nested(tag: str, count: int) -> bytes:
    return html(f"<p>{SENTENCE}</p>" + f"<{tag}>" * count + "a" + f"</{tag}>" * count)


def open_only(tags: str, count: int) -> bytes:
    return html(f"<p>{SENTENCE}</p>" + tags * count)


def huge_attribute(size: int = 20_000_000) -> bytes:
    return html(f'<p title="{"a" * size}">{SENTENCE}</p>')


def many_attributes(count: int = 20_000) -> bytes:
    return html(f"<p {' '.join(f'a{n}=1' for n in range(count))}>{SENTENCE}</p>")


def said_to_be(encoding: str) -> bytes:
    return html(f"<p>{SENTENCE * 50}</p>", f'<meta charset="{encoding}">')


def entities() -> bytes:
    declared = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>'
    return f'<?xml version="1.0"?>{declared}<html><body>{SENTENCE} &a; &b;</body></html>'.encode()


def calling_out() -> bytes:
    address = "http://127.0.0.1:9/hostile"
    inside = f'<img src="{address}"><iframe src="file:///etc/passwd"></iframe>'
    head = f'<link rel="stylesheet" href="{address}"><base href="{address}">'
    return html(f"<p>{SENTENCE}</p>{inside}<script>while(true){{}}</script>", head)


_ODD = ("punycode", "idna", "undefined", "unicode_escape", "zip", "rot13", "utf-7", "hjk", "utf-16")
_NESTED = (READS, "unreadable")

CASES: dict[str, Case] = {
    "million-divs.html": case(nested, *_NESTED, tag="div", count=1_000_000),
    "million-spans.html": case(nested, *_NESTED, tag="span", count=1_000_000),
    "nested-tables.html": case(nested, *_NESTED, tag="table><tr><td", count=100_000),
    "nested-lists.html": case(nested, *_NESTED, tag="dl><dt", count=100_000),
    "open-tables.html": case(open_only, *_NESTED, tags="<table><tr><td>a", count=200_000),
    "open-terms.html": case(open_only, *_NESTED, tags="<dt>a", count=100_000),
    "wide-table.html": case(open_only, *_NESTED, tags="<table><tr><td>a</table>", count=20_000),
    "huge-attribute.html": case(huge_attribute, *_NESTED, "no_text"),
    "many-attributes.html": case(many_attributes, *_NESTED),
    "entities.html": case(entities, *_NESTED),
    "hundred-thousand-signs.html": case(open_only, READS, tags="&amp;", count=100_000),
    "calling-out.html": case(calling_out, READS),
    "only-a-script.html": case(lambda: html("<script>while(1){}</script>"), "no_text"),
    "broken-tags.html": case(open_only, *_NESTED, tags="<p <!-- <![CDATA[ ]]>", count=50_000),
    "nul-and-noise.html": case(lambda: html(f"<p>{SENTENCE}\0\1\ufffe</p>"), *_NESTED),
    "picture.svg": case(lambda: b'<?xml version="1.0"?><svg onload="x()"/>', "unsupported"),
} | {f"said-to-be-{odd}.html": case(said_to_be, READS, encoding=odd) for odd in _ODD}
