"""The way in: a file or a text becomes a reading."""

import dataclasses
from datetime import date
from pathlib import Path

from vagvisare.reading.content import bytes_of, media_type_of
from vagvisare.reading.errors import Unreadable
from vagvisare.reading.reading import MeetingContext, Page, Reading, ReadingError
from vagvisare.reading.understand import understand
from vagvisare.reading.vocabulary import Vocabulary


def read_file(
    path: Path,
    *,
    on: date,
    context: MeetingContext | None = None,
    vocabulary: Vocabulary | None = None,
) -> Reading:
    """Return what `path` states; a file that cannot be read gives a reading with an error.

    on          the day on which the document's validity is judged
    context     what is known of the meeting besides the text
    vocabulary  the municipality's own words; the standard ones when left out
    """
    from vagvisare.reading.readers import READERS  # pdfium and Pillow load here, not for plain text

    pages: list[Page] = []
    media_type = None
    try:
        data = bytes_of(path)
        media_type = media_type_of(data)
        pages = READERS[media_type](data)
        if not any(page.text.strip() for page in pages):
            raise Unreadable("no_text", "No text was found in the file.")
    except Unreadable as error:
        return Reading(
            path.name,
            tuple(pages),
            media_type=media_type,
            error=ReadingError(error.code, str(error)),
        )
    except MemoryError:
        raise
    except Exception as error:
        message = f"The file could not be read ({type(error).__name__})."
        return Reading(path.name, media_type=media_type, error=ReadingError("unreadable", message))
    try:
        reading = read_pages(pages, file=path.name, on=on, context=context, vocabulary=vocabulary)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError) as error:
        # A fault of ours: the text is still handed over, so that a person can read it.
        message = f"The text was read but not understood ({type(error).__name__})."
        return Reading(
            path.name,
            tuple(pages),
            media_type=media_type,
            error=ReadingError("not_understood", message),
        )
    return dataclasses.replace(reading, media_type=media_type)


def read_text(
    text: str,
    *,
    on: date,
    context: MeetingContext | None = None,
    vocabulary: Vocabulary | None = None,
    file: str = "",
) -> Reading:
    """Return what a plain text states; a form feed begins a new page."""
    pages = [Page(page) for page in text.split("\f")]
    return read_pages(pages, file=file, on=on, context=context, vocabulary=vocabulary)


def read_pages(
    pages: list[Page],
    *,
    file: str,
    on: date,
    context: MeetingContext | None = None,
    vocabulary: Vocabulary | None = None,
) -> Reading:
    """Return what already extracted pages state."""
    return understand(tuple(pages), file=file, on=on, context=context, vocabulary=vocabulary)
