"""Pictures of pages (scans, photographs): each frame is a page, read by OCR."""

import io
import struct
from collections.abc import Iterator
from itertools import islice

from PIL import Image, ImageSequence

from vagvisare.reading.errors import Unreadable
from vagvisare.reading.readers import ocr
from vagvisare.reading.reading import Page

_MOST_PIXELS = 60_000_000
_MOST_FRAMES = 30
# Pillow's readers of damaged files raise whatever they trip over.
_DAMAGE: tuple[type[Exception], ...] = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
)
_DAMAGE += (ArithmeticError, RuntimeError, struct.error)


def read(data: bytes) -> list[Page]:
    """Return the pages of a picture, one for each frame, with text or without.

    :raises Unreadable: when it is damaged or has more pixels than a scanned page can have
    """
    until = ocr.deadline()
    try:
        with Image.open(io.BytesIO(data)) as picture:
            texts = (ocr.text_of(frame, until) for frame in _frames(picture))
            return [Page(text, "ocr") for text in texts]  # one without text keeps its number
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unreadable("too_large", "The picture has too many pixels.") from error
    except _DAMAGE as error:
        raise Unreadable("unreadable", "The picture is damaged.") from error


def _frames(picture: Image.Image) -> Iterator[Image.Image]:
    """Yield the frames; each says itself how large it is, whatever the first one said."""
    _check(picture)
    for frame in islice(ImageSequence.Iterator(picture), _MOST_FRAMES):
        _check(frame)
        yield frame


def _check(frame: Image.Image) -> None:
    if frame.width * frame.height > _MOST_PIXELS:
        raise Unreadable("too_large", "The picture has too many pixels.")
