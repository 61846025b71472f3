"""Why a file gave no claims, and what a person can do about it."""

from django.utils.translation import gettext as _


def fault_sentence(code: str, message: str = "") -> str:
    """Return the sentence for an error's code; an unknown code gives the reader's own message."""
    sentences = {
        "empty": _("The file is empty. Take it in again from where it was made."),
        "too_large": _("The file is too large. Split it, or save it with smaller pictures."),
        "encrypted": _("The file is protected by a password. Save it without one."),
        "unsupported": _("This kind of file cannot be read. Save it as PDF, Word or text."),
        "unreadable": _("The file is damaged and cannot be opened. Find another copy of it."),
        "no_text": _("No text was found in the file, not even by recognizing letters in pictures."),
        "timeout": _("Reading took too long and was stopped. Try again, or save it as a new PDF."),
        "memory": _("The file took too much memory. Save it as a new PDF and try that."),
        "crash": _("The file could not be read: something in it is broken. Save it as a new PDF."),
        "lost": _("The original is no longer in the file store. Tell whoever runs the system."),
    }
    return sentences.get(code, message)
