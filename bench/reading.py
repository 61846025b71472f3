"""How fast files are read: facts included beside bare text extraction, OCR beside bare tesseract.

python bench/reading.py [--quick] [--json]
"""

import gc
import shutil
import subprocess
import tempfile
from datetime import date
from pathlib import Path

import pypdfium2
from measure import Figure, at_most, compared, options, report, told
from papers import made_in, scanned

from vagvisare.reading.read import read_file

DAY = date(2024, 1, 1)
DPI = 300
PAGES = (1, 1, 2, 2, 3, 5, 8, 12, 20, 40)
NOT_HERE = "tesseract is not installed: OCR is not measured"


def main() -> int:
    """Print the figures; return 0 when each is as it should be."""
    asked = options("Measure the reading of files.")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        figures = born_digital(place, turns=9 if asked.quick else 25)
        if shutil.which("tesseract"):
            figures += by_ocr(place, *((1, 2, 3) if asked.quick else (4, 2, 7)))
        else:
            figures.append(Figure(NOT_HERE, 0.0, "pages", "", True))
    return report(figures, asked)


def born_digital(place: Path, turns: int) -> list[Figure]:
    """Return how reading papers with all their facts compares with getting their text alone."""
    papers = made_in(place, PAGES)
    pages = sum(bare_text(paper) for paper in papers)
    for paper in papers:
        read_file(paper, on=DAY)  # patterns are compiled and kept
    gc.freeze()  # as the jail's worker does
    ratio = compared(
        lambda: [read_file(paper, on=DAY) for paper in papers],
        lambda: [bare_text(paper) for paper in papers],
        turns,
    )
    return [
        told("born-digital PDF: pages read", pages, "pages"),
        told("born-digital PDF: facts included", pages / ratio.ours, "pages a second and core"),
        told("bare pypdfium2 text", pages / ratio.reference, "pages a second and core"),
        at_most("born-digital PDF: facts included / bare text", ratio.value, 1.6),
    ]


def bare_text(path: Path) -> int:
    """Get the text of every page and nothing else; return how many there were."""
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        page = document[number]
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    count = len(document)
    document.close()
    return count


def by_ocr(place: Path, count: int, fullness: int, turns: int) -> list[Figure]:
    """Return how reading scanned pages compares with tesseract alone on the same pictures.

    fullness  pages of the papers whose first page is scanned: 1 for half a page of text, 2 for all
    """
    scans = scanned(place, count, fullness)
    pictures = [drawn(scan) for scan in scans]
    ratio = compared(
        lambda: [read_file(scan, on=DAY) for scan in scans],
        lambda: [bare_tesseract(picture) for picture in pictures],
        turns,
    )
    return [
        told("scanned PDF: facts included", ratio.ours / count, "CPU seconds a page"),
        told("bare tesseract", ratio.reference / count, "CPU seconds a page"),
        at_most("scanned PDF: facts included / bare tesseract", ratio.value, 1.15),
    ]


def drawn(scan: Path) -> Path:
    """Return the picture of the scan's one page, drawn as the reader draws it."""
    document = pypdfium2.PdfDocument(scan)
    path = scan.with_suffix(".pgm")
    document[0].render(scale=DPI / 72, grayscale=True).to_pil().save(path)
    document.close()
    return path


def bare_tesseract(picture: Path) -> None:
    subprocess.run(
        ["tesseract", str(picture), "stdout", "-l", "swe", "--dpi", str(DPI)],
        check=True,
        capture_output=True,
        env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/local/bin:/usr/bin:/bin"},
    )


if __name__ == "__main__":
    raise SystemExit(main())
