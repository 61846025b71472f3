"""Minutes without the feet and heads of their pages, which may stand in the middle of a decision."""

import re

# What stands at the edge of a page of minutes, each on a line of its own.
_NUMBER = (
    r"[^\n]{0,90}?(?<!§ )\b\d{1,3}[ ]?\(\d{1,3}\)"  # "26 (74)", "SAMMANTRÄDESPROTOKOLL  33 (45)"
)
_LINE = (
    rf"(?:{_NUMBER}|Sid(?:a|an)?\.?[ ]\d{{1,3}}(?:[ ]av[ ]\d{{1,3}})?"
    r"|[\wåäöÅÄÖ ]{3,60},[ ]protokoll|SAMMANTRÄDESPROTOKOLL|Sammanträdesprotokoll|Protokoll[ ]\(?nr[ ]\d+\)?"
    r"|Sammanträdesdatum:?(?:[ ]+[\d-]{8,10})?|Datum|(?:19|20)\d\d-\d\d-\d\d"
    r"|[A-ZÅÄÖ][\wåäöÅÄÖ-]*(?:fullmäktige|FULLMÄKTIGE|styrelsen|STYRELSEN|nämnden|NÄMNDEN|utskott)"
    r"|Justerandes?[ ]sign\w*[^\n]{0,80}|Ordförandens[ ]sign\w*[^\n]{0,80}|Utdragsbestyrkande[^\n]{0,80})"
)
_EDGE = re.compile(
    rf"(?<=\n)(?:[ \t]*\n)*(?P<lines>[ \t]*{_LINE}[ \t]*\n(?:[ \t]*(?:{_LINE})?[ \t]*\n)*)"
)
_PAGE = re.compile(r"\d{1,3}[ ]?\(\d{1,3}\)[ \t]*$|^[ \t]*Sid(?:a|an)?\.?[ ]\d", re.M)
_ENDED = '.:;!?”"'  # the line before goes on over the page, unless it ends so


def without_page_edges(text: str) -> str:
    """Return the text with the edges of its pages blanked out, as long as it was."""
    if _PAGE.search(text) is None:
        return text
    return _EDGE.sub(_blank, text)


def _blank(edge: re.Match[str]) -> str:
    if _PAGE.search(edge["lines"]) is None:
        return edge[0]
    before = edge.string[max(0, edge.start() - 40) : edge.start()].rstrip()
    if not before or before[-1] in _ENDED:
        return re.sub(r"[^\n]", " ", edge[0])
    return " " * len(edge[0])
