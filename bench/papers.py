"""Steering documents made up for measuring: PDF with header tables, one or two columns, 1-40 pages.

The same seed gives the same papers. Their sentences are put together from parts, so that no page
is like another and what the reader looks for (labels, dates, bodies, promises) stands where and
as often as in real ones.
"""

import random
from pathlib import Path

import pypdfium2
import typst
from PIL import Image, ImageChops

_TYPES = ("Policy", "Riktlinjer", "Plan", "Strategi", "Program", "Handlingsplan", "Reglemente")
_SUBJECTS = (
    "integration",
    "digitalisering",
    "inköp och upphandling",
    "kost och måltider",
    "krisberedskap",
    "cykeltrafik",
    "barns och ungas hälsa",
    "lokalförsörjning",
    "våld i nära relationer",
    "klimat och energi",
)
_BODIES = ("Kommunfullmäktige", "Kommunstyrelsen", "Socialnämnden", "Barn- och utbildningsnämnden")
_ROLES = ("Utvecklingschef", "Säkerhetssamordnare", "Kvalitetschef", "Kanslichef", "Miljöstrateg")
_WHO = (
    "Kommunen",
    "Förvaltningen",
    "Varje nämnd",
    "Socialnämnden",
    "Verksamhetschefen",
    "Kommunstyrelsen",
    "Den som leder arbetet",
)
_DOES = (
    "ska erbjuda",
    "ska ta fram",
    "ansvarar för",
    "följer upp",
    "ska samordna",
    "beskriver",
    "utvecklar",
    "prioriterar",
)
_WHAT = (
    "en gemensam arbetsgång för nya medarbetare",
    "tydlig information på lättläst svenska",
    "mötesplatser där föreningar och invånare kan träffas",
    "insatser som ökar tillgängligheten i kommunens lokaler",
    "en årlig genomgång av de mål som budgeten anger",
    "stöd till de verksamheter som har störst behov",
    "samverkan med regionen och andra kommuner",
)
_HOW = (
    "senast den 31 december {year}",
    "under mandatperioden",
    "i samband med delårsrapporten",
    "utifrån de behov som kartläggningen visade",
    "enligt 5 kap. kommunallagen (2017:725)",
    "tillsammans med berörda förvaltningar",
    "så att arbetet kan utvärderas varje år",
)
_HEADINGS = ("Bakgrund", "Syfte", "Mål", "Ansvar", "Genomförande", "Uppföljning", "Fokusområden")

_COVER = """#set page(paper: "a4", margin: 2.5cm, columns: {columns}, header: [Diarienummer {diary}])
#set text(font: "Libertinus Serif", size: 11pt, lang: "sv")
#set par(justify: true)
#place(top, scope: "parent", float: true)[
= {title}
#table(columns: 2, [Dokumenttyp], [{type}], [Beslutad av], [{body}], [Beslutsdatum], [{day} § {section}],
  [Diarienummer], [{diary}], [Giltig till och med], [{until}], [Dokumentansvarig], [{role}])]
"""


def made_in(folder: Path, pages: tuple[int, ...], seed: int = 7) -> list[Path]:
    """Return new PDF files in `folder`, one for each number of pages wanted (about as many)."""
    chance = random.Random(seed)
    paths = []
    for number, wanted in enumerate(pages):
        path = folder / f"paper-{number:02}-{wanted}.pdf"
        path.write_bytes(typst.compile(paper(chance, wanted).encode(), format="pdf"))
        paths.append(path)
    return paths


def scanned(folder: Path, count: int, fullness: int, seed: int = 11) -> list[Path]:
    """Return `count` PDF files of one page each that is nothing but a picture, a little noisy."""
    paths = []
    for number, source in enumerate(made_in(folder, (fullness,) * count, seed)):
        document = pypdfium2.PdfDocument(source)
        picture = document[0].render(scale=300 / 72, grayscale=True).to_pil()
        document.close()
        noise = Image.effect_noise(picture.size, 24)
        path = folder / f"scan-{number}.pdf"
        ImageChops.multiply(picture, noise.point(lambda shade: min(255, shade + 110))).save(
            path, resolution=300, quality=80
        )
        paths.append(path)
    return paths


def paper(chance: random.Random, pages: int) -> str:
    """Return the typst source of one steering document of about `pages` pages."""
    kind = chance.choice(_TYPES)
    year = chance.randint(2008, 2024)
    cover = _COVER.format(
        columns=chance.choice((1, 1, 1, 2)),
        title=f"{kind} för {chance.choice(_SUBJECTS)} {year}–{year + 4}",
        type=kind,
        body=chance.choice(_BODIES),
        day=f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        section=chance.randint(1, 220),
        diary=f"KS-{year}-{chance.randint(1, 900):05}",
        until=f"{year + 4}-12-31",
        role=chance.choice(_ROLES),
    )
    return cover + "\n".join(_chapter(chance, year) for _ in range(pages * 2 - 1))


def _chapter(chance: random.Random, year: int) -> str:
    paragraphs = (
        " ".join(_sentence(chance, year) for _ in range(chance.randint(3, 6))) for _ in range(2)
    )
    points = "\n".join(f"- {_sentence(chance, year)}" for _ in range(chance.randint(0, 3)))
    return f"\n== {chance.choice(_HEADINGS)}\n" + "\n\n".join(paragraphs) + f"\n\n{points}\n"


def _sentence(chance: random.Random, year: int) -> str:
    parts = (chance.choice(_WHO), chance.choice(_DOES), chance.choice(_WHAT), chance.choice(_HOW))
    return " ".join(parts).format(year=year + chance.randint(0, 4)) + "."
