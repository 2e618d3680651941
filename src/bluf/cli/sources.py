"""``bluf sources``: each quotation and each claim, and where its words stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import asdict

from bluf import reporters
from bluf.cli import choices, printer
from bluf.cli.errors import ExitCode, code_of
from bluf.cli.options import For, order_with

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence import ListedQuotation, Proven
    from bluf.model import Claim, Ledger
    from bluf.pipeline import Order


EPILOG = """Examples:

  bluf sources briefs/2025-08-06-serbia-us      who says what, and where it stands

  bluf sources briefs                           the same for every brief

  bluf sources briefs --output-format html --output-file proof.html
"""

FORMATS = ("html",)
"""Reports of this command besides those of every command."""
_COLUMNS = 120
"""Where the output is no terminal."""


def sources(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Data files, briefs, or folders of briefs.",
            autocompletion=choices.brief_paths,
        ),
    ],
    audience: For = None,
) -> None:
    """Show where each quotation and claim stands in the sources."""
    from bluf.pipeline import find_briefs

    order, _ = order_with(audience=audience)
    codes = [_show(path, order) for path in find_briefs(paths)]
    raise typer.Exit(max(codes))


def _show(path: Path, order: Order) -> ExitCode:
    """Print the table of one brief, with the findings on its quotations."""
    from bluf.claims import proven
    from bluf.data import read
    from bluf.evidence import rows
    from bluf.markings import schemes
    from bluf.model import Verdict
    from bluf.pipeline import read_for
    from octavo.finding import FindingsError

    try:
        data = read_for(read(path), order.audience, schemes(order.markings)).data
        found = proven(data)
    except FindingsError as error:
        printer.findings(error.findings)
        return ExitCode.REFUSED
    proof, findings = found.proof, found.findings
    printer.findings(findings)
    columns = get_terminal_size((_COLUMNS, 24)).columns
    ledger = proof.ledger
    title = (
        f"{data.brief.id}: {proof.verified} of {proof.quotations} quotations, "
        f"{ledger.count(Verdict.BORNE_OUT)} of {ledger.held} claims"
    )
    quoted = rows(data.brief, proof)
    folder = Path(data.path).parent
    lines = (*table(quoted, folder, columns), "", *claims_table(ledger, folder, columns))
    value = {
        "id": data.brief.id,
        "quotations": proof.quotations,
        "verified": proof.verified,
        "claims": [_claim(claim) for claim in ledger.claims],
        "rows": [{**asdict(row), "place": row.place and str(row.place)} for row in quoted],
    }
    printer.answer("briefs", value, "\n".join((title, "", *lines, "")), lambda: _page(data, found))
    return code_of(findings)


def _page(data: DataFile, found: Proven) -> str:
    """The proof page."""
    from bluf.proof_page import proof_page

    return proof_page(data, found).decode().rstrip("\n")


def _claim(claim: Claim) -> dict[str, object]:
    """A claim as JSON has it: paths and places in words."""
    return {
        "kind": claim.kind,
        "at": ".".join(map(str, claim.path)),
        "words": claim.words,
        "verdict": claim.verdict,
        "location": str(claim.location),
        "source": claim.source or None,
        "place": claim.place and str(claim.place),
        "found": claim.found or None,
    }


_HEADINGS = ("Side", "Says", "Words", "Where they stand")
_MOST = (16, 14, 0, 40)
"""Most columns of each heading; the words take what is left."""
_CLAIM_HEADINGS = ("Claim", "Verdict", "Words", "Where it stands")
_GAP = "  "
_LEAST = 24


def table(rows: Sequence[ListedQuotation], folder: Path, columns: int) -> Iterator[str]:
    """Lines of at most ``columns`` columns, or as many as a narrow table needs."""
    cells = [_cells(row, folder) for row in rows]
    widths = _widths(_HEADINGS, cells, columns)
    yield from _lines(_HEADINGS, widths)
    yield _GAP.join("─" * room for room in widths)
    item = None
    for row, each in zip(rows, cells, strict=True):
        if row.item != item:
            yield from _subject(row, columns)
            item = row.item
        if row.quote:
            yield from _lines(each, widths)


def claims_table(ledger: Ledger, folder: Path, columns: int) -> Iterator[str]:
    """Lines of the ledger: each claim in the order of the page, what became of it, and where."""
    cells = [_claim_cells(claim, folder) for claim in ledger.claims]
    widths = _widths(_CLAIM_HEADINGS, cells, columns)
    yield from _lines(_CLAIM_HEADINGS, widths)
    yield _GAP.join("─" * room for room in widths)
    for each in cells:
        yield from _lines(each, widths)


def _claim_cells(claim: Claim, folder: Path) -> tuple[str, ...]:
    """A claim that rests on no place shows what it is reckoned from: “4 requests”."""
    where = str(claim.place).removeprefix(f"{folder.as_posix()}/") if claim.place else claim.found
    return f"{claim.kind} {claim.path[0]}", str(claim.verdict), claim.words, where


def _subject(row: ListedQuotation, columns: int) -> Iterator[str]:
    remark = "no evidence" if not row.quote else "one side alone" if row.alone else ""
    remark = "the sides differ" if row.differs else remark
    yield ""
    yield from reporters.wrap(
        f"{row.item}  {row.subject}{f' ({remark})' if remark else ''}", columns
    )


def _cells(row: ListedQuotation, folder: Path) -> tuple[str, ...]:
    where = str(row.place or "not in the source").removeprefix(f"{folder.as_posix()}/")
    return row.side, ", ".join(row.says), f"“{row.quote}”", where


def _widths(headings: tuple[str, ...], cells: Sequence[tuple[str, ...]], columns: int) -> list[int]:
    needs = [max(map(reporters.width, column)) for column in zip(headings, *cells, strict=True)]
    widths = [min(need, most) for need, most in zip(needs, _MOST, strict=True)]
    room = columns - sum(widths) - len(_GAP) * (len(widths) - 1)
    return [each or max(room, _LEAST) for each in widths]


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [reporters.wrap(cell, room) for cell, room in zip(cells, widths, strict=True)]
    for pieces in zip_longest(*wrapped, fillvalue=""):
        padded = (reporters.pad(piece, room) for piece, room in zip(pieces, widths, strict=True))
        yield _GAP.join(padded).rstrip()
