"""What filters are given besides their value and arguments."""

from __future__ import annotations

from collections.abc import Callable

from jinja2.runtime import Context


class RenderContext(Context):
    """What filters are given.

    Attributes:
        language: Language of dates and numbers, as BCP 47 names it.
        spend: Counts steps of work.
    """

    language: str
    spend: Callable[[int], None]
