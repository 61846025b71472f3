"""PDF files whose pages, pictures, fonts and programs are the trouble."""

import random
import zlib
from functools import partial

from tests.hostile.files.case import READS, Case, case
from tests.hostile.files.pdf_parts import (
    FONT,
    Objects,
    deflated,
    ordinary,
    picture_page,
    stream,
    words,
    written,
)

NOISE = random.Random(3).randbytes(20_000)
FORM = "/Type/XObject/Subtype/Form/BBox[0 0 595 842]"


def image(data: bytes, filters: str, size: int = 500, more: str = "") -> bytes:
    kind = "/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8"
    return stream(data, f"{kind}/Width {size}/Height {size}/Filter{filters}{more}")


def pictured(data: bytes, filters: str, size: int = 500, more: str = "") -> bytes:
    return written(picture_page(image(data, filters, size, more)))


def swelling(megabytes: int, times: int) -> bytes:
    """Spaces, deflated once a megabyte at a time, then as many times more as it takes."""
    packer = zlib.compressobj(9)
    block = packer.compress(b" " * 2**20) + packer.flush(zlib.Z_FULL_FLUSH)
    head, block = block[:2], block[2:]
    return deflated(head + block * megabytes, times - 1)


def bomb(times: int) -> bytes:
    """A page whose content unpacks to more than the worker's memory."""
    packed = swelling(900, times)
    filters = f"/Filter[{'/FlateDecode' * times}]"
    return written(ordinary() | {4: stream(packed, filters)})


def many_filters(count: int = 3_000) -> bytes:
    return written(ordinary() | {4: stream(words(), f"/Filter[{'/ASCIIHexDecode' * count}]")})


def picture_bomb() -> bytes:
    return pictured(swelling(900, 2), "[/FlateDecode/FlateDecode]", 30_000)


def form_in_itself() -> bytes:
    form = stream(b"/X Do /X Do", f"{FORM}/Resources<</XObject<</X 6 0 R>>>>")
    return written(ordinary(words() + b" /X Do", "/XObject<</X 6 0 R>>") | {6: form})


def forms_in_forms(levels: int = 12) -> bytes:
    """Each form draws the next ten times."""
    forms: Objects = {}
    for number in range(6, 6 + levels):
        own = f"{FORM}/Resources<</XObject<</X {number + 1} 0 R>>>>"
        forms[number] = stream(b"/X Do " * 10, own)
    forms[6 + levels] = stream(b"0 0 1 1 re f", FORM)
    return written(ordinary(b"/X Do", "/XObject<</X 6 0 R>>") | forms)


def mask_of_itself() -> bytes:
    return pictured(b"\xff" * 250_000, "[]", more="/SMask 6 0 R")


def pattern_in_itself() -> bytes:
    own = "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep .001/YStep .001"
    tile = stream(b"/Pattern cs /P scn 0 0 9 9 re f", f"{own}/Resources<</Pattern<</P 6 0 R>>>>")
    content = b"/Pattern cs /P scn 0 0 500 800 re f"
    return written(ordinary(content, "/Pattern<</P 6 0 R>>") | {6: tile})


def font(definition: str, more: Objects | None = None, content: bytes | None = None) -> bytes:
    return written(ordinary(content) | {5: definition.encode()} | (more or {}))


def garbage_font(key: str, kind: str) -> bytes:
    described = "/FontDescriptor 6 0 R/FirstChar 32/LastChar 255/Widths[1 2 3]"
    return font(
        f"<</Type/Font/Subtype/{kind}/BaseFont/X{described}>>",
        {6: f"<</Type/FontDescriptor/FontName/X/Flags 4/{key} 7 0 R>>".encode(), 7: stream(NOISE)},
    )


def letters_that_draw_themselves() -> bytes:
    procedures = "/CharProcs<</A 6 0 R>>/Encoding<</Differences[65/A]>>/FirstChar 65/LastChar 65"
    own = "/Resources<</Font<</F1 5 0 R>>>>/FontMatrix[1 0 0 1 0 0]/FontBBox[0 0 9 9]/Widths[9]"
    return font(
        f"<</Type/Font/Subtype/Type3{procedures}{own}>>",
        {6: stream(b"9 0 d0 BT /F1 9 Tf (AAAA) Tj ET")},
        words("AAAA" * 20),
    )


def map_of_letters(data: bytes) -> bytes:
    return font(FONT.replace(">>", "/ToUnicode 6 0 R>>"), {6: stream(data)})


def endless_curves(count: int = 400_000) -> bytes:
    curves = random.Random(5)
    lines = [f"{curves.randint(0, 999)} {curves.randint(0, 999)} l" for _ in range(count)]
    return written(ordinary(f"0 0 m {' '.join(lines)} b*".encode()))


def scattered_letters(count: int = 300_000) -> bytes:
    shown = b"".join(b"%d 0 Td (a) Tj " % (n % 7 - 3) for n in range(count))
    return written(ordinary(b"BT /F1 9 Tf 50 700 Td " + shown + b"ET"))


def unbalanced(count: int = 1_000_000) -> bytes:
    return written(ordinary(b"q " * count + words()))


def programmed() -> bytes:
    calculator = stream(b"{" * 50_000 + b"}" * 50_000, "/FunctionType 4/Domain[0 1]/Range[0 1]")
    shading = b"<</ShadingType 1/ColorSpace/DeviceGray/Function 7 0 R>>"
    resources = "/Shading<</S 6 0 R>>"
    return written(ordinary(words() + b" /S sh", resources) | {6: shading, 7: calculator})


def noisy_scans(count: int = 14) -> bytes:
    """Pages of noise, each of which costs a minute to recognize."""
    noise = random.Random(9).randbytes(1_600 * 1_600)
    pages = " ".join(["3 0 R"] * count)
    tree = f"<</Type/Pages/Kids[{pages}]/Count {count}>>".encode()
    return written(picture_page(image(noise, "[]", 1_600)) | {2: tree})


def busy_catalog(entries: str, more: Objects | None = None) -> bytes:
    catalog = f"<</Type/Catalog/Pages 2 0 R{entries}>>".encode()
    return written(ordinary() | {1: catalog} | (more or {}))


_FILTERS = {
    "jbig2-noise.pdf": "/JBIG2Decode",
    "jpeg2000-noise.pdf": "/JPXDecode",
    "jpeg-noise.pdf": "/DCTDecode",
    "fax-noise.pdf": "/CCITTFaxDecode",
    "unknown-filter.pdf": "/HostileDecode",
}
_FONTS = (("FontFile", "Type1"), ("FontFile2", "TrueType"), ("FontFile3", "Type1"))
_BUSY = {
    "script.pdf": ("/OpenAction<</S/JavaScript/JS(while(true){app.alert(1)})>>", None),
    "launch.pdf": ("/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>", None),
    "fetch.pdf": ("/OpenAction<</S/URI/URI(http://127.0.0.1:9/hostile)>>", None),
    "attachment.pdf": (
        "/Names<</EmbeddedFiles<</Names[(a.exe)6 0 R]>>>>",
        {6: b"<</Type/Filespec/F(/etc/passwd)/EF<</F 7 0 R>>>>", 7: stream(b"MZ" * 999)},
    ),
    "form-of-xml.pdf": (
        "/AcroForm<</XFA 6 0 R/Fields[]>>",
        {6: stream(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')},
    ),
    "external-stream.pdf": ("", {4: stream(b"", "/F(/etc/passwd)/FFilter/ASCIIHexDecode")}),
}
_HARMLESS = (READS, "no_text", "unreadable")
_COSTLY = (*_HARMLESS, "timeout", "memory", "crash")

CASES: dict[str, Case] = (
    {name: case(pictured, "no_text", data=NOISE, filters=f) for name, f in _FILTERS.items()}
    | {
        f"noise-as-{key}.pdf".lower(): case(garbage_font, *_HARMLESS, key=key, kind=kind)
        for key, kind in _FONTS
    }
    | {name: case(partial(busy_catalog, *busy), *_HARMLESS) for name, busy in _BUSY.items()}
    | {
        "deflate-bomb.pdf": case(bomb, *_COSTLY, times=1),
        "deflate-bomb-nested.pdf": case(bomb, *_COSTLY, times=3),
        "3000-filters.pdf": case(many_filters, *_HARMLESS),
        "picture-bomb.pdf": case(picture_bomb, *_COSTLY),
        "giant-picture.pdf": case(
            pictured, "no_text", data=b"\0", filters="/FlateDecode", size=2**31 - 1
        ),
        "giant-fax.pdf": case(
            pictured,
            *_COSTLY,
            data=NOISE,
            filters="/CCITTFaxDecode",
            size=65_000,
            more="/DecodeParms<</K -1/Columns 65000/Rows 65000>>",
        ),
        "form-in-itself.pdf": case(form_in_itself, *_COSTLY),
        "forms-in-forms.pdf": case(forms_in_forms, *_COSTLY),
        "mask-of-itself.pdf": case(mask_of_itself, *_HARMLESS),
        "pattern-in-itself.pdf": case(pattern_in_itself, *_COSTLY),
        "letters-draw-themselves.pdf": case(letters_that_draw_themselves, *_HARMLESS),
        "map-of-all-letters.pdf": case(
            map_of_letters,
            *_HARMLESS,
            data=b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange",
        ),
        "map-of-noise.pdf": case(map_of_letters, *_HARMLESS, data=NOISE),
        "endless-curves.pdf": case(endless_curves, *_COSTLY),
        "scattered-letters.pdf": case(scattered_letters, *_COSTLY),
        "unbalanced.pdf": case(unbalanced, *_HARMLESS),
        "deep-program.pdf": case(programmed, *_HARMLESS),
        "noisy-scans.pdf": case(noisy_scans, *_COSTLY),
    }
)
