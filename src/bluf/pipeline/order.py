"""What is asked for: one data file and what to make of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict, replace

from bluf.checks import Selection
from bluf.markings import Clearance
from bluf.redaction import Audience
from bluf.settings import LetterheadSettings, PageSettings, Settings
from octavo.finding import Finding
from octavo.pages import FIGURES, Bounds
from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.pipeline.verdicts import PageReport
    from bluf.register import BriefLinks
    from bluf.roundtrip import Base, OutputState, VersionStore

EVERYTHING = Selection()


class Paging(PageSettings, frozen=True):
    """How the promise of one page is kept: as the settings say.

    ``figures`` are files with the figures of the project's own fonts.
    """

    figures: tuple[Path, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """How far a brief may be tightened."""
        return Bounds(*(getattr(self, name) for name in Bounds.__struct_fields__))


ONE_PAGE = Paging()


class Head(Struct, frozen=True):
    """The head of the first page: a name, and a logo so many millimetres high."""

    name: str = ""
    logo: Path | None = None
    logo_mm: float = 10.0


class Order(Struct, frozen=True):
    """One brief to be made; a unit of work that can be sent to another process.

    Attributes:
        data: The data file, or the folder of a brief kept as CSV.
        formats: What to write: ``docx``, ``md``, ``pdf``, ``png``, ``proof``.
        template: Name of a template, or the path of one.
        templates: Folder of the user's own templates.
        out: Folder for the outputs; beside the data file where it is None.
        paper: ``a4`` or ``letter``.
        font: The typeface in place of the template's; empty to keep that.
        allow_findings: Write the brief in spite of findings, and say so on its face.
        selection: The rules that count.
        strict: Warnings count as errors.
        as_of: The day that counts as today; the brief's own date where it is None.
        pages: How the promise of one page is kept.
        letterhead: The head of the first page.
        languages: Folder of the project's own catalogues of labels.
        markings: Folder of the project's own schemes of markings.
        audience: Who reads it; everybody where it is None.
        audiences: All audiences that the settings name.
        final: It leaves the house: without anchors, and without the digest that knows an edit.
        again: It is made a second time, from templates compiled apart from those of the first.
        cache: Folder of what was found out before; None where nothing is kept.
    """

    data: Path
    formats: tuple[str, ...] = ("docx", "md")
    template: str = "brief"
    templates: Path | None = None
    out: Path | None = None
    paper: str = "a4"
    font: str = ""
    allow_findings: bool = False
    selection: Selection = EVERYTHING
    strict: bool = False
    as_of: dt.date | None = None
    pages: Paging = ONE_PAGE
    letterhead: Head = Head()
    languages: Path | None = None
    markings: Path | None = None
    audience: Audience | None = None
    audiences: tuple[Audience, ...] = ()
    final: bool = False
    again: bool = False
    cache: Path | None = None

    @property
    def folder(self) -> Path:
        """Where the outputs go: beside the data, those for an audience in a folder of theirs."""
        beside = self.data.parent
        return self.out or (beside / self.audience.name if self.audience else beside)


class Output(Struct, frozen=True):
    """A file as it should be."""

    path: Path
    content: bytes


class Tally(Struct, frozen=True):
    """What a brief holds and what was proven of it.

    ``suppressed`` counts errors on quotations and claims that the data file or a setting accepts.
    """

    requests: int
    outcomes: int
    follow_ups: int
    quotations: int
    verified: int
    claims: int = 0
    borne_out: int = 0
    contradicted: int = 0
    not_found: int = 0
    undecided: int = 0
    suppressed: int = 0


class KeptVersion(Struct, frozen=True):
    """What is kept of outputs on their shelf.

    Attributes:
        shelf: The shelf.
        state: What stands there before.
        base: The version of a brief that goes there; of other outputs there is none.
    """

    shelf: VersionStore
    state: OutputState
    base: Base | None = None


class Memory(Struct, frozen=True):
    """What is to be kept of a product once its outputs lie where they belong."""

    store: Path
    name: str
    content: bytes


class Product(Struct, frozen=True):
    """What came of an order.

    Attributes:
        name: Id of the brief, or the path of its data file where that was refused.
        outputs: The files as they should be; none where something forbids to write.
        findings: Everything that was found.
        tally: What was proven; None where the data file was refused.
        refused: The input could not be used at all (exit code 3).
        page: How the page came out; None where no Word file was made.
        document: The Word file, whether it is among the outputs or only on the way to one.
        left_out: What an audience does not see of it, in words for the analyst alone.
        links: What links it to other briefs; None where the data file was refused.
        kept: What `bluf pull` will compare an edited Word file with, and where it lies; None where
            no Word file is written beside the data.
        compared: The files that it was held against, where they are not its outputs.
        unchanged: The files that lie there as they should, where the product was kept.
        looked: Folders beside that of the brief in which earlier briefs were looked for.
        is_open: Whether everybody may read it, by its marking.
        memory: What is to be kept of it, once its outputs lie where they belong.
    """

    name: str
    outputs: tuple[Output, ...] = ()
    findings: tuple[Finding, ...] = ()
    tally: Tally | None = None
    refused: bool = False
    page: PageReport | None = None
    document: Output | None = None
    left_out: str = ""
    links: BriefLinks | None = None
    kept: KeptVersion | None = None
    compared: tuple[Output, ...] = ()
    unchanged: tuple[Path, ...] = ()
    looked: tuple[Path, ...] = ()
    is_open: bool = False
    memory: Memory | None = None

    @property
    def expected(self) -> tuple[Output, ...]:
        """Every file that the product is about."""
        return self.outputs or self.compared


class UnsettledProduct(Struct, frozen=True):
    """A product whose findings are still as they were raised, and the record it came from.

    Without the record, its findings are as they count already.
    """

    product: Product
    data: DataFile | None = None


def order_from(settings: Settings, home: Path) -> Order:
    """What the settings of the folder ``home`` ask for, the data file still to be named.

    Raises:
        UnknownNameError: The settings name a rule that there is not.
    """
    checks, figures = settings.checks, (home / settings.fonts).glob(f"*{FIGURES}")
    return Order(
        data=home,
        formats=settings.format,
        template=settings.template,
        templates=home / settings.templates,
        paper=settings.paper,
        font=settings.font,
        selection=Selection.of(checks.select, checks.ignore),
        strict=checks.strict,
        pages=Paging(**asdict(settings.pages), figures=tuple(sorted(figures))),
        letterhead=_head(settings.letterhead, home),
        languages=home / settings.languages,
        markings=home / settings.markings,
        audiences=tuple(audience_named(name, settings) for name in settings.audiences),
    )


def audience_named(name: str, settings: Settings) -> Audience:
    """The audience that the settings name so.

    Raises:
        UnknownNameError: They name no such audience.
    """
    if name not in settings.audiences:
        raise UnknownNameError("audience", name, tuple(settings.audiences))
    own = settings.audiences[name]
    return Audience(name, Clearance(own.levels, own.caveats, own.countries), own.language)


def for_audience(order: Order, settings: Settings, name: str) -> Order:
    """The order of a version for an audience: it leaves the house, into a folder of its own.

    Raises:
        UnknownNameError: The settings name no such audience.
    """
    audience, own = audience_named(name, settings), settings.audiences[name]
    return replace(
        order,
        audience=audience,
        template=own.template or order.template,
        paper=own.paper or order.paper,
        final=True,
    )


def _head(letterhead: LetterheadSettings, home: Path) -> Head:
    logo = home / letterhead.logo if letterhead.logo else None
    return Head(letterhead.name, logo, letterhead.logo_mm)
