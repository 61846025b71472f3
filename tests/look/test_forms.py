"""Every form comes out labelled, described and joined to its messages."""

from html.parser import HTMLParser

import pytest
from django import forms


class Everything(forms.Form):
    title = forms.CharField(help_text="As it stands on the cover.")
    summary = forms.CharField(required=False, widget=forms.Textarea)
    day = forms.DateField(widget=forms.DateInput(attrs={"type": "date", "class": "short"}))
    kind = forms.ChoiceField(choices=[("policy", "Policy"), ("plan", "Plan")])
    standing = forms.ChoiceField(
        choices=[("on", "On"), ("off", "Off")], widget=forms.RadioSelect, help_text="One of them."
    )
    bodies = forms.MultipleChoiceField(
        choices=[("kf", "KF"), ("ks", "KS")], widget=forms.CheckboxSelectMultiple, required=False
    )
    agreed = forms.BooleanField(help_text="Read it first.")
    paper = forms.FileField()
    based_on = forms.IntegerField(widget=forms.HiddenInput)


class Elements(HTMLParser):
    """Every element of a page: its name and attributes. An attribute given twice is a fault."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        self.all.append((tag, dict(attrs)))

    def named(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.all if tag in tags]

    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.all if "id" in attributes]


@pytest.fixture(params=["empty", "sent with nothing in it"])
def elements(request) -> Elements:
    form = Everything({}) if request.param.startswith("sent") else Everything()
    return Elements(str(form))


def test_every_control_has_one_label(elements):
    labelled = [label["for"] for label in elements.named("label")]
    controls = [
        control["id"]
        for control in elements.named("input", "select", "textarea")
        if control.get("type") != "hidden"
    ]

    assert sorted(labelled) == sorted(controls)


def test_no_id_is_given_twice_and_every_reference_leads_somewhere(elements):
    ids = elements.ids()
    pointed_at = [
        part
        for _, attributes in elements.all
        for part in str(attributes.get("aria-describedby", "")).split()
    ]
    links = [str(link["href"]).removeprefix("#") for link in elements.named("a")]

    assert len(set(ids)) == len(ids)
    assert set(pointed_at) | set(links) <= set(ids)
    assert "id_title_helptext" in pointed_at


def test_what_is_wrong_is_said_above_and_at_the_field():
    html = str(Everything({}))
    found = Elements(html)
    wrong = {"title", "day", "kind", "standing", "agreed", "paper"}

    assert {str(link["href"]) for link in found.named("a")} == {
        "#id_standing_0" if name == "standing" else f"#id_{name}" for name in wrong
    }
    assert {
        control["name"] for control in found.named("input", "select") if "aria-invalid" in control
    } >= wrong
    assert {f"id_{name}_error" for name in wrong} <= set(found.ids())


def test_a_form_without_faults_shows_no_summary():
    assert "error-summary" not in str(Everything())


def test_classes_of_a_widget_are_kept_beside_our_own():
    day = next(each for each in Elements(str(Everything())).named("input") if each["name"] == "day")

    assert day["class"] == "ds-input short"
