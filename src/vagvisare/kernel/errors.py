"""What the domain says when it says no."""


class Refusal(Exception):
    """The domain says no, for a reason the person can read and act on.

    The text is a sentence for the person; `code` is stable and part of the API.
    Each refusal is defined beside the action that raises it.
    """

    code = "refused"
