"""Real files as municipalities have them, made on the spot."""

import io

import docx
import typst
from PIL import Image, ImageDraw, ImageFont

PLAN_LINES = (
    "Tyresö kommun",
    "Biblioteksplan för Tyresö kommun 2019-2022",
    "Dokumenttyp: Plan",
    "Antagen av kommunfullmäktige 2018-11-29, § 120",
    "Diarienummer:",
    "Giltighetstid: 2019-01-01 till 2022-12-31",
    "Planen anger hur folkbiblioteken ska utvecklas under perioden och vem som ansvarar för det.",
)


def pdf(lines: tuple[str, ...] = PLAN_LINES) -> bytes:
    """A PDF with real text, a paragraph for each line."""
    source = '#set text(lang: "sv")\n' + "\n\n".join(
        line.replace("#", "\\#").replace("*", "\\*") for line in lines
    )
    return typst.compile(source.encode())


def word(lines: tuple[str, ...] = PLAN_LINES) -> bytes:
    """A Word file, a paragraph for each line."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    answer = io.BytesIO()
    document.save(answer)
    return answer.getvalue()


def scanned(lines: tuple[str, ...] = PLAN_LINES) -> bytes:
    """A PDF that is nothing but a picture of a page at 200 dots per inch."""
    page = Image.new("L", (1654, 2339), 255)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default(size=40)
    for number, line in enumerate(lines):
        pen.text((120, 150 + 90 * number), line, fill=0, font=font)
    answer = io.BytesIO()
    page.save(answer, format="PDF", resolution=200)
    return answer.getvalue()
