"""``bluf sources``: each quotation and each claim, and where its words stand."""

from __future__ import annotations

from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import asdict

from bluf.cli import completing, printer
from bluf.cli.errors import ExitCode, code_of
from bluf.cli.options import For, order_with

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence import Proven
    from bluf.model import Claim
    from bluf.pipeline import Order

EPILOG = """Examples:

  bluf sources briefs/2025-08-06-serbia-us      who says what, and where it stands

  bluf sources briefs                           the same for every brief

  bluf sources briefs/2025-08-06-serbia-us --output-format html --output-file proof.html
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
            autocompletion=completing.brief_paths,
        ),
    ],
    audience: For = None,
) -> None:
    """Show where each quotation and claim of a brief stands in its sources."""
    from bluf.pipeline import find_briefs

    order, _ = order_with(audience=audience)
    codes = [_show(path, order) for path in find_briefs(paths)]
    raise typer.Exit(max(codes))


def _show(path: Path, order: Order) -> ExitCode:
    """Print the table of one brief, with the findings on its quotations."""
    from bluf.claims import proven
    from bluf.cli.sources_table import claims_table, table
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

    return proof_page(data, found, found.proof.ledger).decode().rstrip("\n")


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
