"""What can go wrong with a template, and with filling it."""

from __future__ import annotations

from octavo.finding import FindingsError


class TemplateError(FindingsError):
    """A template was refused; carries all of its faults."""


class RenderError(FindingsError):
    """A template could not be filled with this data; carries the faults, each at its tag."""
