"""Why a file could not be read."""


class Unreadable(Exception):
    """A file cannot be read; `code` is stable, the text is a sentence for a person.

    code  unreadable, empty, encrypted, unsupported, too_large, no_text, timeout, memory, crash
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
