"""How the engine refuses: every fault with its place."""

from __future__ import annotations

from octavo.finding import FindingsError


class TemplateError(FindingsError):
    """A template cannot be compiled; ``findings`` are all its faults."""


class RenderError(FindingsError):
    """A template cannot be filled with this data; ``findings`` are all the faults found."""
