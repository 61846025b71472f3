"""A web site's saved copy, as browsers and wget leave them."""

import zipfile

import pytest

from vagvisare.inventory.sources import Found, files_in, kind_of
from vagvisare.inventory.sources.links import target_of

WORDS = "Kommunen ska erbjuda alla invånare bra mat i förskola skola och äldreomsorg. " * 12
MENU = "<nav><a href='/'>Start</a> <a href='/kontakt.html'>Kontakta oss här</a></nav>"


def page(*links: str, words: str = "", head: str = "") -> str:
    leads = "".join(f"<li><a href='{link}'>Läs dokumentet</a></li>" for link in links)
    return (
        f"<!DOCTYPE html><html><head>{head}<title>Sida</title></head>"
        f"<body>{MENU}<p>{words}</p><ul>{leads}</ul></body></html>"
    )


def site(folder, files: dict[str, str]) -> str:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return str(folder)


def rows(source: str) -> dict[str, Found]:
    found = list(files_in(source))
    assert len({row.path for row in found}) == len(found), "each file once"
    return {row.path: row for row in found}


def test_papers_come_with_the_page_that_leads_to_them(tmp_path):
    source = site(
        tmp_path,
        {
            "index.html": page("styrdokument/lista.html", "dok/plan.pdf"),
            "styrdokument/lista.html": page("../dok/plan.pdf", "../dok/policy.docx"),
            "dok/plan.pdf": "plan",
            "dok/policy.docx": "policy",
            "dok/lös.pdf": "nothing leads here",
            "css/sida.css": "p {}",
            "bild/logga.png": "png",
        },
    )

    found = rows(source)

    assert kind_of(source) == "site"
    assert {path: row.linked_from for path, row in found.items()} == {
        "dok/plan.pdf": "index.html",
        "dok/policy.docx": "styrdokument/lista.html",
        "dok/lös.pdf": "",
    }
    with found["dok/plan.pdf"].open() as file:
        assert file.read() == b"plan"


def test_a_page_that_says_something_is_a_document(tmp_path):
    source = site(
        tmp_path,
        {
            "index.html": page("plan.pdf", "policy.html", words="Här finns våra styrdokument."),
            "policy.html": page("plan.pdf", words=WORDS),
            "plan.pdf": "x",
        },
    )

    assert {p: f.linked_from for p, f in rows(source).items()} == {
        "plan.pdf": "index.html",
        "policy.html": "index.html",
    }


def test_a_link_whose_file_is_missing_is_a_row_that_says_so(tmp_path):
    source = site(
        tmp_path,
        {
            "index.html": page("plan.pdf", "borta/policy.pdf", "borta.html", "lista.html"),
            "lista.html": page("borta/policy.pdf", "https://riksdagen.se/lag.pdf", "mailto:a@b.se"),
            "plan.pdf": "x",
        },
    )

    missing = [row for row in rows(source).values() if row.fault]

    assert [(row.path, row.linked_from, row.fault_code) for row in missing] == [
        ("borta/policy.pdf", "index.html", "missing")
    ]


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("m%C3%A5l%20och%20plan.pdf", "a/mål och plan.pdf"),
        ("m%E5l.pdf", "a/mål.pdf"),  # Latin-1, as old servers wrote
        ("plan.pdf?v=3", "a/plan.pdf"),
        ("plan.pdf?v=3", "a/plan.pdf?v=3"),
        ("plan.pdf?v=3", "a/plan.pdf@v=3"),
        ("plan.pdf#page=2", "a/plan.pdf"),
        ("PLAN.PDF", "a/plan.pdf"),
        ("../dok/plan.pdf", "dok/plan.pdf"),
        ("../../../../dok/plan.pdf", "dok/plan.pdf"),
        ("/dok/plan.pdf", "dok/plan.pdf"),
        ("./b/../plan.pdf", "a/plan.pdf"),
        ("..\\dok\\plan.pdf", "dok/plan.pdf"),
        (" plan.pdf\n", "a/plan.pdf"),
        ("100%25.pdf", "a/100%.pdf"),
        ("m%C3%A5l.pdf", "a/m%C3%A5l.pdf"),  # saved under the name as it was written
        ("ma\u030al.pdf", "a/mål.pdf"),  # composed on one system, not on the other
    ],
)
def test_a_link_finds_its_file_however_it_is_written(tmp_path, link, file):
    source = site(tmp_path, {"a/index.html": page(link), file: "x"})

    assert {path: row.linked_from for path, row in rows(source).items()} == {file: "a/index.html"}


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_a_page_is_read_in_its_encoding_though_it_does_not_say_which(tmp_path, encoding):
    source = site(tmp_path, {"index.html": page("plan.pdf"), "plan.pdf": "x", "mål.pdf": "x"})
    (tmp_path / "lista.html").write_bytes(page("mål.pdf", words="Våra mål").encode(encoding))

    assert rows(source)["mål.pdf"].linked_from == "lista.html"


def test_a_copy_with_a_folder_for_each_host(tmp_path):
    source = site(
        tmp_path,
        {
            "www.tyreso.se/index.html": page(
                "/dok/plan.pdf", "https://www.tyreso.se/dok/policy.pdf", "//tyreso.se/dok/borta.pdf"
            ),
            "www.tyreso.se/dok/plan.pdf": "x",
            "www.tyreso.se/dok/policy.pdf": "x",
        },
    )

    found = rows(source)

    assert {row.linked_from for row in found.values()} == {"www.tyreso.se/index.html"}
    assert [path for path, row in found.items() if row.fault] == ["tyreso.se/dok/borta.pdf"]


def test_an_address_of_the_site_itself_is_told_by_the_page(tmp_path):
    head = '<link rel="canonical" href="https://tyreso.se/styrdokument">'
    source = site(
        tmp_path, {"index.html": page("https://www.tyreso.se/plan.pdf", head=head), "plan.pdf": "x"}
    )
    # Recognized by another link: the address alone does not show that a folder is a copy.
    site(tmp_path, {"mer.html": page("plan.pdf")})

    assert rows(source)["plan.pdf"].linked_from == "index.html"


def test_what_a_page_says_its_links_are_relative_to(tmp_path):
    source = site(
        tmp_path,
        {"a/b/index.html": page("plan.pdf", head='<base href="../c/">'), "a/c/plan.pdf": "x"},
    )

    assert rows(source)["a/c/plan.pdf"].linked_from == "a/b/index.html"


def test_a_page_without_ending_and_a_paper_that_ends_as_a_page(tmp_path):
    source = site(
        tmp_path,
        {"styrdokument": page("visa.aspx?id=3"), "visa.aspx?id=3": "%PDF-1.7", "plan.pdf": "x"},
    )
    site(tmp_path, {"index.html": page("plan.pdf")})

    assert rows(source)["visa.aspx?id=3"].linked_from == "styrdokument"


def test_a_copy_in_an_archive(tmp_path):
    source = site(tmp_path / "s", {"index.html": page("dok/pl%C3%A5n.pdf"), "dok/plån.pdf": "x"})
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as package:
        for path in sorted((tmp_path / "s").rglob("*.*")):
            package.write(path, path.relative_to(tmp_path / "s"))

    assert kind_of(str(tmp_path / "s.zip")) == "site"
    (found,) = files_in(str(tmp_path / "s.zip"))
    assert (found.path, found.linked_from) == ("dok/plån.pdf", "index.html")
    with found.open() as file:
        assert file.read() == b"x"
    assert [row.path for row in files_in(source)] == ["dok/plån.pdf"]


def test_a_folder_with_a_page_among_its_papers_is_no_site(tmp_path):
    source = site(tmp_path, {"plan.html": page(words=WORDS), "skannad.png": "x", "plan.pdf": "x"})

    assert kind_of(source) == "folder"
    assert set(rows(source)) == {"plan.html", "skannad.png", "plan.pdf"}


@pytest.mark.parametrize(
    "content",
    [
        "<html>" + "<div>" * 20_000 + "<a href=plan.pdf>",
        "<!DOCTYPE html><html>" + "<a " * 100_000,
        "<!DOCTYPE html><html>" + "<!--" * 100_000,
        "<!DOCTYPE html>" + "<a href='http://[broken/plan.pdf'>x</a><a href='\x01://'>x</a>",
        "<html\x00\x00",
        "<!DOCTYPE html><html>" + "<a href='plan.pdf?" + "a" * 100_000 + "'>x</a>",
    ],
)
def test_a_hostile_page_harms_nothing(tmp_path, content):
    source = site(tmp_path, {"index.html": page("plan.pdf"), "ond.html": content, "plan.pdf": "x"})

    assert rows(source)["plan.pdf"].linked_from == "index.html"


@pytest.mark.parametrize(
    "link",
    ["mailto:a@tyreso.se", "javascript:void(0)", "tel:08", "data:text/plain,a", "//annan.se/a.pdf"],
)
def test_what_leads_out_of_the_site_is_no_target(link):
    assert target_of(link, "index.html", frozenset({"tyreso.se"})) is None
