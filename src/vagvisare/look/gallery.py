"""Samples of every part of the look, for the page that shows them all and for its tests.

The samples are invented, and Swedish whatever the interface's language: they stand for what
pages fill in.
"""

from datetime import date

from django import forms
from django.core.paginator import Paginator

STANDINGS = {
    "draft": "Inte beslutat",
    "upcoming": "Beslutat, gäller inte än",
    "in_force": "Gäller",
    "ending_soon": "Gäller, slutar snart",
    "over_but_standing": "Utgånget men inte upphävt",
    "ended": "Har upphört av sig själv",
    "replaced": "Ersatt",
    "repealed": "Upphävt",
    "annulled": "Upphävt av domstol",
    "unknown": "Oklart",
}
TONES = ["ok", "info", "warning", "danger"]
ROWS = [
    ("Biblioteksplan 2024–2027", "Plan", "in_force", "Kommunfullmäktige, 2023-11-27, § 142", 14),
    (
        "Riktlinjer för upphandling",
        "Riktlinje",
        "over_but_standing",
        "Kommunstyrelsen, 2014-03-04, § 31",
        22,
    ),
    ("Policy för sociala medier", "Policy", "replaced", "Kommunstyrelsen, 2012-09-18, § 203", 4),
]
HISTORY = [
    (
        "adopted",
        "2007-12-12",
        "Antogs",
        "Kommunfullmäktige, § 118",
        "Gäller 2007 till och med 2010.",
    ),
    ("noted", "2010-03-18", "Följdes upp", "Kommunstyrelsen, § 44", ""),
    ("term_over", "2010-12-31", "Tiden löpte ut", "", "Inget beslut har avslutat planen."),
    (
        "assignment",
        "2013-10-24",
        "Uppdrag gavs",
        "Kommunstyrelsen, § 203",
        "Vad blev det av planen?",
    ),
    ("repealed", "2014-02-20", "Upphävdes", "Kommunfullmäktige, § 9", ""),
]
FACTS = [
    ("Beslutat av", "Kommunfullmäktige"),
    ("Diarienummer", "KS 2007/0412 004"),
    ("Ansvarig förvaltning", "Barn- och utbildningsförvaltningen"),
]


class SampleForm(forms.Form):
    """One field of each kind the pages use."""

    title = forms.CharField(label="Titel", help_text="Som den står på omslaget.")
    document_type = forms.ChoiceField(label="Typ", choices=[("policy", "Policy"), ("plan", "Plan")])
    decided_on = forms.DateField(
        label="Beslutad den", widget=forms.DateInput(attrs={"type": "date"})
    )
    summary = forms.CharField(
        label="Sammanfattning", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    term = forms.ChoiceField(
        label="Hur länge gäller det?",
        choices=[("term", "Till och med en dag"), ("open", "Tills vidare")],
        widget=forms.RadioSelect,
        help_text="Som beslutet säger.",
    )
    concerns = forms.MultipleChoiceField(
        label="Vilka berörs?",
        required=False,
        choices=[("all", "Alla nämnder"), ("schools", "Skolorna"), ("care", "Omsorgen")],
        widget=forms.CheckboxSelectMultiple,
    )
    paper = forms.FileField(label="Dokumentet", required=False)
    checked = forms.BooleanField(label="Jag har jämfört med protokollet")


def gallery() -> dict[str, object]:
    """Return what the template `look/gallery.html` shows."""
    return {
        "standings": STANDINGS.items(),
        "tones": TONES,
        "rows": [(*row, STANDINGS[row[2]]) for row in ROWS],
        "history": HISTORY,
        "facts": FACTS,
        "empty_form": SampleForm(prefix="empty"),
        "faulty_form": SampleForm({"faulty-title": "Biblioteksplan"}, prefix="faulty"),
        "page_obj": Paginator(range(120), 50).page(2),
        "day": date(2012, 1, 1),
        "messages": [],
    }
