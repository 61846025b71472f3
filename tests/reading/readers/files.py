"""Real files of each kind, made anew for each test: the same plan in every format."""

import io
import subprocess
import zipfile
from pathlib import Path

import docx
import pypdfium2
import typst
from PIL import Image

ROWS = [
    ("Beslutad av", "Kommunfullmäktige"),
    ("Beslutsdatum", "2023-02-13, § 12"),
    ("Diarienummer", "KS-2022-00812"),
    ("Giltighetstid", "2023–2026"),
    ("Dokumentansvarig", "Miljöchef, samhällsbyggnadsförvaltningen"),
]
TITLE = "Klimatplan för Habo kommun"
BODY = "Planen visar hur kommunen ska minska sin påverkan på klimatet under de kommande åren."


def text() -> str:
    rows = "\n".join(f"{label}: {value}" for label, value in ROWS)
    return f"{TITLE}\n\n{rows}\n\nInledning\n{BODY}\n"


def html() -> bytes:
    rows = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in ROWS)
    page = f"<!doctype html><html><head><meta charset='utf-8'><script>var Dnr = 'X 1/11'</script></head><body><nav>Meny</nav><h1>{TITLE}</h1><table>{rows}</table><h2>Inledning</h2><p>{BODY}</p></body></html>"
    return page.encode()


def word(*, labels_above: bool = False) -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    if labels_above:
        table = document.add_table(rows=2, cols=len(ROWS))
        for column, pair in enumerate(ROWS):
            table.cell(0, column).text, table.cell(1, column).text = pair
    else:
        table = document.add_table(rows=len(ROWS), cols=2)
        for row, pair in enumerate(ROWS):
            table.cell(row, 0).text, table.cell(row, 1).text = pair
    document.add_heading("Inledning", 1)
    document.add_paragraph(BODY)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def opendocument() -> bytes:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    rows = "".join(
        f"<table:table-row><table:table-cell><text:p>{label}</text:p></table:table-cell><table:table-cell><text:p>{value}</text:p></table:table-cell></table:table-row>"
        for label, value in ROWS
    )
    content = f"<office:document-content {names}><office:body><office:text><text:h>{TITLE}</text:h><table:table>{rows}</table:table><text:h>Inledning</text:h><text:p>{BODY}</text:p></office:text></office:body></office:document-content>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
    return data.getvalue()


def rich_text() -> bytes:
    lines = [TITLE, *(f"{label}:\t{value}" for label, value in ROWS), "Inledning", BODY]
    words = "\\par\n".join(line.replace("\t", "\\tab ") for line in lines)
    escaped = "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in words)
    return f"{{\\rtf1\\ansi{{\\fonttbl{{\\f0 Arial;}}}}{escaped}\\par}}".encode("ascii")


def pdf(*, labels_above: bool = False) -> bytes:
    columns = len(ROWS) if labels_above else 2
    pairs = (
        [*(label for label, _ in ROWS), *(value for _, value in ROWS)]
        if labels_above
        else [part for pair in ROWS for part in pair]
    )
    cells = ", ".join(f"[{part}]" for part in pairs)
    source = f'#set page(paper: "a4", flipped: {str(labels_above).lower()})\n#set text(lang: "sv")\n= {TITLE}\n#table(columns: {columns}, {cells})\n== Inledning\n{BODY}\n'
    return typst.compile(source.encode())


def picture() -> Image.Image:
    """Return the PDF's page as a scanner gives it: dots only."""
    document = pypdfium2.PdfDocument(pdf())
    try:
        return document[0].render(scale=300 / 72).to_pil().convert("L")
    finally:
        document.close()


def scanned_pdf() -> bytes:
    data = io.BytesIO()
    picture().save(data, format="PDF", resolution=300)
    return data.getvalue()


def image() -> bytes:
    data = io.BytesIO()
    picture().save(data, format="PNG", dpi=(300, 300))
    return data.getvalue()


def installed(program: str) -> bool:
    return subprocess.run(["which", program], capture_output=True, check=False).returncode == 0


def saved(folder: Path, data: bytes, name: str = "namn-utan-betydelse") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path
