"""A page of ours with typed words put back into its form."""

from urllib.parse import urljoin, urlsplit

from lxml import html

from vagvisare.desk.kept_typing import Kept

BUTTONS = ("submit", "button", "image", "reset", "file", "password")


def filled_in(page: str, kept: Kept) -> str | None:
    """Return the page with what was typed in the form it was typed in; None without such a form.

    Every field has to be there: half of what was typed would be a loss nobody sees.
    """
    tree = html.document_fromstring(page)
    for form in tree.iter("form"):
        if form.get("method", "get").lower() == "post" and _is_where(form, kept):
            fields = _fields(form)
            if _covers(fields, form, kept):
                _fill(fields, kept)
                _open_around(form)
                return "<!doctype html>\n" + html.tostring(tree, encoding="unicode")
    return None


def _is_where(form: html.HtmlElement, kept: Kept) -> bool:
    actions = [form.get("action", ""), *form.xpath(".//button/@formaction")]
    wanted = urlsplit(kept.action).path
    return any(urlsplit(urljoin(kept.page, action)).path == wanted for action in actions)


def _fields(form: html.HtmlElement) -> list[html.HtmlElement]:
    found = form.xpath(".//input[@name] | .//textarea[@name] | .//select[@name]")
    return [
        field
        for field in found
        if field.get("type", "text") not in BUTTONS
        and field.get("name") not in ("csrfmiddlewaretoken", "typed_by")
    ]


def _covers(fields: list[html.HtmlElement], form: html.HtmlElement, kept: Kept) -> bool:
    """Whether the form has a place for all that was posted, and says the same unseen things."""
    names = {field.get("name") for field in fields}
    buttons = set(form.xpath(".//button/@name"))
    for name in ("field", "do", "key", "step"):
        unseen = [f.get("value") for f in fields if f.get("name") == name and _hidden(f)]
        if unseen and name in kept.fields and unseen != kept.fields[name]:
            return False
    return set(kept.fields) <= names | buttons


def _hidden(field: html.HtmlElement) -> bool:
    return field.get("type") == "hidden"


def _fill(fields: list[html.HtmlElement], kept: Kept) -> None:
    left = {name: list(values) for name, values in kept.fields.items()}
    for field in fields:
        values = left.get(field.get("name"), [])
        if field.tag == "select":
            for option in field.iter("option"):
                _mark(option, "selected", option.get("value", option.text_content()) in values)
        elif field.get("type") in ("checkbox", "radio"):
            _mark(field, "checked", field.get("value", "on") in values)
        elif values and field.tag == "textarea":
            # A browser drops the first line break of a text area; ours is that one.
            field.text = "\n" + values.pop(0).replace("\r\n", "\n")
        elif values:
            field.set("value", values.pop(0))


def _mark(element: html.HtmlElement, name: str, on: bool) -> None:
    if on:
        element.set(name, name)
    elif name in element.attrib:
        del element.attrib[name]


def _open_around(form: html.HtmlElement) -> None:
    """What is folded around the form is opened, so that the words are seen."""
    for folded in [*form.iterancestors("details"), *form.iter("details")]:
        folded.set("open", "open")
