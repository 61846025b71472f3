"""Section numbers (§ 115) and diary numbers (KS-2024-00365) as they are printed."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """A number as printed, and its place in the text."""

    value: str
    start: int
    end: int


# OCR takes § for $; some write "paragraf 12". "§§ 165-166" is a range; "§ 117/1993" is a section and its year.
_SECTION = re.compile(
    r"(?:§{1,2}(?:\s?nr)?:?|\$(?=\s\d)|(?<!\w)[Pp]ar(?:agraf|\.)(?=\s\d))\s*(?P<n>\d{1,4})(?:/(?P<y>(?:19|20)\d\d))?(?P<more>\s*[-\u2013]\s*\d+)?(?!\d)"
)
_DIARY = re.compile(
    r"(?<![\w/.-])(?:"
    r"[A-ZÅÄÖ]{2,6}[ ]{0,2}(?:-|/|\s)?(?:19|20)\d\d\s?[-/:]\s{0,6}\d{1,6}(?::\d+)?"  # KS-2024-00365, VON/2025:149
    r"|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,5}\s\d{1,5}/(?:19|20)?\d\d(?!\d)"  # Ks 182/2013
    r"|[A-ZÅÄÖ]{2,6}\s\d{4}-\d{3,5}"  # SMST 2510-0065
    r"|(?:19|20)\d\d/[A-ZÅÄÖ]{2,5}\s\d{3,5}(?:\s\d{3})?"  # 2018/KS 0032 003
    r"|(?:19|20)\d\d[A-ZÅÄÖ]{2,5}\d{2,5}(?:\.\d+)?"  # 2016KSM1221.042
    r"|(?:19|20)\d\d/\d{1,6}[ ](?:K[SF]|[A-ZÅÄÖ]{1,3}N|KSF)(?=[ ]*(?:\n|\Z|[ ]{2}|\t|[,)|]))"  # 2013/258 KS
    r"|(?:19|20)\d\d\s?/\s?\d{1,6}(?:\.\d{3}(?!\d))?"  # 2013/258, 2018/71.005
    r"|(?:19|20)\d\d-\s{0,6}\d{3,6}(?!-)"  # 2024-00365
    r"|[A-ZÅÄÖ]{2,4}\d\d/\d{1,5}"  # KK15/410
    r"|[A-ZÅÄÖ][a-zåäö]{1,3}\s(?:19|20)\d\d-\d{3,6}"  # Ks 2015-880
    r"|[A-ZÅÄÖ]{2,6}-\d{1,5}/(?:19|20)\d\d"  # KS-345/2011
    r"|[A-ZÅÄÖ]{2,6}\s(?:19|20)\d\d\.\d{3,5}"  # KS 2018.0012
    r"|[A-ZÅÄÖ]{2,6}\.(?:19|20)\d\d\.\d{1,6}"  # KS.2020.12
    r"|[A-ZÅÄÖ]{2,4}(?:/\d\d/\d{1,5}|\s\d\d/\d{3,5})"  # KS/20/12, KS 20/312
    r"|(?:19|20)\d\d-[A-ZÅÄÖ]{2,5}-\d{1,6}"  # 2020-KS-12
    r"|(?!Den|Men|Sen)[A-ZÅÄÖ][a-zåäö]{0,3}[nsf]\s(?:19|20)\d\d[/:]\d{1,6}"  # Ks 2020/12, Bun 2020:12
    r"|\d\d[A-ZÅÄÖ]{2,4}\d{2,5}"  # 22KS341
    r"|\d{1,5}/\d\d-\d{2,4}"  # 382/12-015
    r"|\d\d/[A-ZÅÄÖ]{2,4}\s\d{1,4}(?:-\d{1,4})?"  # 11/KS 159-206
    r"|\d{1,3}-\d{1,5}/(?:19|20)\d\d"  # 1-306/2019
    r"|[A-ZÅÄÖ]{2,4}-\d\d/\d{4,5}"  # KS-22/00211
    r"|\d{1,2}\.\d{1,4}/(?:19|20)\d\d"  # 7.301/2021
    r"|\d{1,6}/(?:19|20)?\d\d(?!\d)"  # 0478/20
    r")(?![\d])"
)
_LABEL = re.compile(r"(?:dnr|änr|nr)[ ]", re.I)  # no letters of a diary: "Dnr 2016-188"
_TOO_LOOSE = re.compile(r"\d{1,2}/\d{1,2}|20[12]\d-20[1-4]\d")


def sections_in(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Return the section numbers between `start` and `end`, without the sign."""
    stop = len(text) if end is None else end
    return [
        Number(m["n"] + re.sub(r"\s+", "", m["more"] or ""), m.start(), m.end())
        for m in _SECTION.finditer(text, start, stop)
    ]


def diary_numbers_in(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Return what is printed like diary numbers between `start` and `end`."""
    stop = len(text) if end is None else end
    found = []
    for match in _DIARY.finditer(text, start, stop):
        value = _printed(match[0])
        if not _TOO_LOOSE.fullmatch(value):
            label = _LABEL.match(match[0])
            skip = label.end() if label else 0
            found.append(Number(value[skip:], match.start() + skip, match.end()))
    return found


def _printed(number: str) -> str:
    """Return the number on one line: "KS-2023-\\n00584" and "2015/ 680" without the space."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=[-/:])\s+|\s+(?=[-/:])", "", number))
