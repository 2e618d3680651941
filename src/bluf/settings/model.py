"""What can be set, and what holds where nothing is."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Paper = Literal["a4", "letter"]
Format = Literal["docx", "md", "pdf", "png"]


def _split(value: Any) -> Any:  # noqa: ANN401 - whatever the file or the environment holds
    """Read ``docx,md``, as an environment variable says it, as a list."""
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_split)]
Formats = Annotated[tuple[Format, ...], BeforeValidator(_split), Field(min_length=1)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class PageSettings(_Table):
    """``[pages]``: how the promise of one page is kept."""

    limit: int = Field(default=1, ge=1)
    """How many pages a brief may have."""
    verify: bool = False
    """Confirm the page count with LibreOffice."""
    fit: bool = False
    """Tighten a brief that runs over, within the bounds below."""
    annex: bool = False
    """Move the lightest items of a brief that runs over, tightened or not, to an annex page."""
    least_space: float = Field(default=0.5, ge=0, le=1)
    """Space between paragraphs is never made smaller than this share of what it was."""
    least_padding: float = Field(default=0.5, ge=0, le=1)
    """Padding of table cells is never made smaller than this share of what it was."""
    least_margin_mm: float = 19.0
    """Margins are never made narrower than this."""
    least_body_pt: float = 10.0
    """Body type is never made smaller than this."""
    least_note_pt: float = 9.0
    """Type of tables, notes and sources is never made smaller than this."""


class CheckSettings(_Table):
    """``[checks]``: which rules hold."""

    strict: bool = False
    """Count warnings as errors."""
    select: Names = ()
    """Run only these rules; all of them where none is named."""
    ignore: Names = ()
    """Leave these rules out."""


class Settings(_Table):
    """The top level of ``bluf.toml``, or ``[tool.bluf]`` of ``pyproject.toml``."""

    briefs: str = "briefs"
    """Folder of the briefs, beside the settings file."""
    templates: str = "templates"
    """Folder of your own templates, beside the settings file."""
    template: str = "brief"
    """Name of the template that is used where none is named."""
    format: Formats = ("docx", "md")
    """What to write."""
    paper: Paper = "a4"
    """Size of the page."""
    pages: PageSettings = Field(default_factory=PageSettings)
    """How the promise of one page is kept."""
    checks: CheckSettings = Field(default_factory=CheckSettings)
    """Which rules hold."""
