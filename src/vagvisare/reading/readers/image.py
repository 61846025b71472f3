"""Pictures of pages (scans, photographs): each frame is a page, read by OCR."""

import io

from PIL import Image, ImageSequence, UnidentifiedImageError

from vagvisare.reading.errors import Unreadable
from vagvisare.reading.readers import ocr
from vagvisare.reading.reading import Page

_MOST_PIXELS = 60_000_000
_MOST_FRAMES = 30


def read(data: bytes) -> list[Page]:
    """Return the pages of a picture.

    :raises Unreadable: when it is damaged or has more pixels than a scanned page can have
    """
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise Unreadable("too_large", "The picture has too many pixels.")
            frames = (
                frame
                for number, frame in enumerate(ImageSequence.Iterator(picture))
                if number < _MOST_FRAMES
            )
            return [Page(text, "ocr") for frame in frames if (text := ocr.text_of(frame)).strip()]
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as error:
        raise Unreadable("unreadable", "The picture is damaged.") from error
