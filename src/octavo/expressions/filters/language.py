"""The language that dates, numbers and lists are written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.expressions.fault import unfit

if TYPE_CHECKING:
    from babel import Locale
    from jinja2.runtime import Context


def locale_of(context: Context, language: str | None) -> Locale:
    """The locale of a language that a filter names, else of the rendering.

    Raises:
        FaultError: No such language is known.
    """
    from babel import Locale, UnknownLocaleError  # takes long to load

    name = language or str(getattr(context, "language", "en"))
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError) as error:
        raise unfit(
            f"“{name}” is not a language known here", "write it as “en” or “sr-Latn”"
        ) from error
