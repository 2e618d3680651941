"""What can be set, and what holds where nothing is."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Paper = Literal["a4", "letter"]
Confirm = Literal["never", "when-unsure", "always"]
Format = Literal["docx", "md", "pdf", "png", "proof"]


class PageSettings(Struct, frozen=True):
    """``[pages]``: how the promise of one page is kept."""

    limit: Annotated[int, Meta(ge=1, le=1000)] = 1
    """Most pages a brief may have."""
    confirm: Confirm = "when-unsure"
    """When to count pages with LibreOffice: never, when-unsure or always."""
    fit: bool = False
    """Tighten a brief that runs over, within the limits below."""
    annex: bool = False
    """Move the least important items of a brief that runs over to an annex page."""
    least_space: Annotated[float, Meta(ge=0, le=1)] = 0.5
    """Smallest space between paragraphs, as a share of the original."""
    least_padding: Annotated[float, Meta(ge=0, le=1)] = 0.5
    """Smallest padding of table cells, as a share of the original."""
    least_margin_mm: Annotated[float, Meta(ge=0, le=100)] = 19.0
    """Narrowest page margins, in millimetres."""
    least_body_pt: Annotated[float, Meta(ge=1, le=72)] = 10.0
    """Smallest body type, in points."""
    least_note_pt: Annotated[float, Meta(ge=1, le=72)] = 9.0
    """Smallest type in tables, notes and sources, in points."""
    most_body_pt: float = 11.5
    """Largest body type on a page with room to spare, if the template allows growth."""


class LetterheadSettings(Struct, frozen=True):
    """``[letterhead]``: the head of the first page."""

    name: str = ""
    """Name in the letterhead, such as a ministry's."""
    logo: str = ""
    """Logo in the letterhead: a picture, relative to the settings file."""
    logo_mm: Annotated[float, Meta(gt=0)] = 10.0
    """Height of the logo, in millimetres."""


class CheckSettings(Struct, frozen=True):
    """``[checks]``: which rules hold."""

    strict: bool = False
    """Count warnings as errors."""
    select: tuple[str, ...] = ()
    """Run only these rules (default: all)."""
    ignore: tuple[str, ...] = ()
    """Skip these rules."""


class AudienceSettings(Struct, frozen=True):
    """``[audiences.NAME]``: who reads a version of their own, by ``bluf build --for NAME``."""

    levels: tuple[str, ...] = ()
    """The highest level they may see, of each scheme of markings."""
    caveats: tuple[str, ...] = ()
    """Caveats they may see."""
    countries: tuple[str, ...] = ()
    """Where they come from; they may see what is released to all of these countries."""
    language: str = ""
    """Language of the labels, in place of the brief’s."""
    template: str = ""
    """Name of their template, in place of the one above."""
    paper: Literal["", "a4", "letter"] = ""
    """Size of their page, in place of the one above."""


class Settings(Struct, frozen=True):
    """The top level of ``bluf.toml``, or ``[tool.bluf]`` of ``pyproject.toml``."""

    briefs: str = "briefs"
    """Folder of briefs, relative to the settings file."""
    templates: str = "templates"
    """Folder of your own templates, relative to the settings file."""
    fonts: str = "fonts"
    """Folder of your own fonts' metrics, relative to the settings file."""
    template: str = "brief"
    """Default template."""
    format: Annotated[tuple[Format, ...], Meta(min_length=1)] = ("docx", "md")
    """File to write."""
    paper: Paper = "a4"
    """Paper size: a4 or letter."""
    font: str = ""
    """Typeface to use instead of the template's, such as Arial."""
    languages: str = "languages"
    """Folder of your own label catalogues, relative to the settings file."""
    markings: str = "markings"
    """Folder of your own schemes of markings, beside the settings file."""
    letterhead: LetterheadSettings = field(default_factory=LetterheadSettings)
    """The head of the first page."""
    audiences: dict[str, AudienceSettings] = field(default_factory=dict)
    """Who reads a version of their own."""
    pages: PageSettings = field(default_factory=PageSettings)
    """How the promise of one page is kept."""
    checks: CheckSettings = field(default_factory=CheckSettings)
    """Which rules hold."""
