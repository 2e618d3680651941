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
    """How many pages a brief may have."""
    confirm: Confirm = "when-unsure"
    """When LibreOffice counts the pages: never, when the estimate is unsure, or always."""
    fit: bool = False
    """Tighten a brief that runs over, within the bounds below."""
    annex: bool = False
    """Move the lightest items of a brief that runs over, tightened or not, to an annex page."""
    least_space: Annotated[float, Meta(ge=0, le=1)] = 0.5
    """Space between paragraphs is never made smaller than this share of what it was."""
    least_padding: Annotated[float, Meta(ge=0, le=1)] = 0.5
    """Padding of table cells is never made smaller than this share of what it was."""
    least_margin_mm: Annotated[float, Meta(ge=0, le=100)] = 19.0
    """Margins are never made narrower than this."""
    least_body_pt: Annotated[float, Meta(ge=1, le=72)] = 10.0
    """Body type is never made smaller than this."""
    least_note_pt: Annotated[float, Meta(ge=1, le=72)] = 9.0
    """Type of tables, notes and sources is never made smaller than this."""
    most_body_pt: float = 11.5
    """Where the template asks for it, body type grows up to this on a page that has room."""


class LetterheadSettings(Struct, frozen=True):
    """``[letterhead]``: the head of the first page."""

    name: str = ""
    """Whose paper it is, such as a ministry."""
    logo: str = ""
    """A picture, as a path beside the settings file."""
    logo_mm: Annotated[float, Meta(gt=0)] = 10.0
    """Height of the picture."""


class CheckSettings(Struct, frozen=True):
    """``[checks]``: which rules hold."""

    strict: bool = False
    """Count warnings as errors."""
    select: tuple[str, ...] = ()
    """Run only these rules; all of them where none is named."""
    ignore: tuple[str, ...] = ()
    """Leave these rules out."""


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
    """Folder of the briefs, beside the settings file."""
    templates: str = "templates"
    """Folder of your own templates, beside the settings file."""
    fonts: str = "fonts"
    """Folder with the figures of your own fonts, beside the settings file."""
    template: str = "brief"
    """Name of the template that is used where none is named."""
    format: Annotated[tuple[Format, ...], Meta(min_length=1)] = ("docx", "md")
    """What to write."""
    paper: Paper = "a4"
    """Size of the page."""
    font: str = ""
    """Typeface of the Word file in place of the template's, such as Arial."""
    languages: str = "languages"
    """Folder of your own catalogues of labels, beside the settings file."""
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
