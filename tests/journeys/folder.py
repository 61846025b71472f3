"""A municipality's folder, as one finds them: a memo, a slide text and ten files of six formats."""

import os
import zipfile
from pathlib import Path

import typst
from docx import Document
from PIL import Image, ImageDraw, ImageFont

SEEDS = Path(os.environ.get("VAGVISARE_SEEDS", Path(__file__).parents[3] / "shared/corpus/seeds"))

MEMO = """
Diarienr:

Gymnasie- och arbetsmarknadsnämnden

Kartläggning av hur det gått med Integrationsplanen

Förslag till beslut

1. Notera kartläggningen.

Förvaltningschef

Utredare

Ärendebeskrivning

Nämnden gav 2013-10-24 förvaltningen i uppdrag att ta reda på hur det går med Integrationsplanen.

Bakgrund

Integrationsplanen ”Ett Tyresö för alla” antogs i kommunfullmäktige den 12 december 2007 och gällde
för åren 2007-2010 i Tyresö kommun.

Slutsats

Planen ”Ett Tyresö för alla” är därmed inaktuell och bör tas bort som styrdokument.
"""

HEADERS = {
    "policy-kommunikation.txt": (
        "Kommunikationspolicy",
        "Policy",
        "Kommunfullmäktige",
        "2014-02-27",
        "14",
        "tills vidare",
    ),
    "riktlinje-skolskjuts.html": (
        "Riktlinjer för skolskjuts",
        "Riktlinje",
        "Barn- och utbildningsnämnden",
        "2022-05-17",
        "38",
        "tills vidare",
    ),
    "plan-bibliotek.docx": (
        "Biblioteksplan 2023-2026",
        "Plan",
        "Kommunfullmäktige",
        "2022-11-24",
        "142",
        "2026-12-31",
    ),
    "reglemente.odt": (
        "Reglemente för socialnämnden",
        "Reglemente",
        "Kommunfullmäktige",
        "2014-12-11",
        "157",
        "tills vidare",
    ),
    "energiplan.pdf": (
        "Energiplan 2014-2020",
        "Plan",
        "Kommunfullmäktige",
        "2014-06-12",
        "77",
        "2020-12-31",
    ),
    "trafikprogram-skannat.pdf": (
        "Trafikprogram 2012-2018",
        "Program",
        "Kommunfullmäktige",
        "2012-04-26",
        "40",
        "2018-12-31",
    ),
    "regler-flaggning.txt": (
        "Regler för flaggning",
        "Regel",
        "Kommunstyrelsen",
        "2011-02-01",
        "11",
        "tills vidare",
    ),
    "strategi.docx": (
        "Näringslivsstrategi 2022-2026",
        "Strategi",
        "Kommunfullmäktige",
        "2021-12-16",
        "161",
        "2026-12-31",
    ),
    "taxa.html": (
        "Taxa för kulturskolan",
        "Taxa",
        "Kommunfullmäktige",
        "2023-11-23",
        "144",
        "2024-12-31",
    ),
    "rutin-utan-datum.txt": ("Rutin för synpunkter", "Rutin", "", "", "", "tills vidare"),
}


def fill(folder: Path) -> list[Path]:
    """Write the files and return them: the seeds too, where they lie beside the checkout."""
    files = [folder / "tjansteskrivelse-integrationsplan.txt"]
    files[0].write_text(MEMO, "utf-8")
    for seed in sorted(SEEDS.glob("*.txt")):
        files.append(folder / seed.name)
        files[-1].write_bytes(seed.read_bytes())
    for name in HEADERS:
        files.append(folder / name)
        WRITERS[files[-1].suffix if "skannat" not in name else "scan"](files[-1], rows(name))
    return files


def rows(name: str) -> list[tuple[str, str]]:
    title, kind, body, day, section, until = HEADERS[name]
    decided = " ".join(part for part in (day, f"§ {section}" if section else "") if part)
    return [
        ("Dokumentnamn", title),
        ("Dokumenttyp", kind),
        ("Beslutad av", body),
        ("Beslutsdatum", decided),
        ("Giltig till och med", until),
        ("Dokumentansvarig", "Kanslichef"),
        ("Diarienummer", ""),
    ]


def as_lines(table: list[tuple[str, str]]) -> str:
    body = (
        "Dokumentet beskriver hur kommunen arbetar. Det gäller alla verksamheter i Tyresö kommun."
    )
    return f"{table[0][1]}\n\n" + "\n".join(f"{a}: {b}".strip() for a, b in table) + f"\n\n{body}\n"


def write_text(path: Path, table) -> None:
    path.write_text(as_lines(table), "latin-1" if "flaggning" in path.name else "utf-8")


def write_html(path: Path, table) -> None:
    cells = "".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in table)
    path.write_text(
        f"<!doctype html><html lang=sv><head><meta charset=utf-8><title>{table[0][1]}</title></head>"
        f"<body><h1>{table[0][1]}</h1><table>{cells}</table><p>Gäller i Tyresö kommun.</p></body></html>",
        "utf-8",
    )


def write_docx(path: Path, table) -> None:
    document = Document()
    document.add_heading(table[0][1], 0)
    grid = document.add_table(rows=0, cols=2)
    for a, b in table:
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = a, b
    document.add_paragraph("Dokumentet gäller alla verksamheter i Tyresö kommun.")
    document.save(str(path))


def write_odt(path: Path, table) -> None:
    lines = "".join(f"<text:p>{line}</text:p>" for line in as_lines(table).splitlines() if line)
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        f'xmlns:office="{space}:office:1.0" xmlns:text="{space}:text:1.0">'
        f"<office:body><office:text>{lines}</office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)


def write_pdf(path: Path, table) -> None:
    source = path.with_suffix(".typ")
    cells = ",".join(f"[{a}],[{b}]" for a, b in table)
    source.write_text(
        f'#set text(lang: "sv")\n= {table[0][1]}\n#table(columns: 2, {cells})\n\nGäller i Tyresö kommun.',
        "utf-8",
    )
    path.write_bytes(typst.compile(str(source)))
    source.unlink()


def write_scan(path: Path, table) -> None:
    """A page as a scanner leaves it: a picture and no text."""
    image = Image.new("L", (1654, 2339), 255)
    font = ImageFont.truetype("DejaVuSans.ttf", 40)
    ImageDraw.Draw(image).multiline_text((160, 200), as_lines(table), fill=0, font=font, spacing=24)
    image.save(path, "PDF", resolution=200)


WRITERS = {
    ".txt": write_text,
    ".html": write_html,
    ".docx": write_docx,
    ".odt": write_odt,
    ".pdf": write_pdf,
    "scan": write_scan,
}
