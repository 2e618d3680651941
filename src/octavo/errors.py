"""What can go wrong with a template, and with filling it."""

from __future__ import annotations

from octavo.finding import FindingsError


class TemplateError(FindingsError):
    """A template was refused; ``findings`` are all of its faults."""


class RenderError(FindingsError):
    """A template cannot be filled with this data; ``findings`` are all the faults found."""
