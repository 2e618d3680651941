"""``bluf build``: make briefs, or say which are stale."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import printer
from bluf.cli.errors import ExitCode
from bluf.cli.options import AllowFindings, OutputFormat, Paper, Paths, Template

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bluf.build import Order, Product
    from bluf.finding import Finding

EPILOG = """Examples:

  bluf build                                   every brief below briefs/

  bluf build briefs/2025-08-06-serbia-us       one brief

  bluf build --format md --out public          Markdown only, into a folder

  bluf build --check                           write nothing, say what is stale
"""


def build(
    paths: Paths = None,
    formats: Annotated[
        str | None, typer.Option("--format", help="What to write: docx, md, or both by a comma.")
    ] = None,
    template: Template = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder to write to; else beside each data file.")
    ] = None,
    paper: Paper = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; say which outputs are stale.")
    ] = False,
    allow_findings: AllowFindings = False,
    output_format: OutputFormat = "text",
) -> None:
    """Make briefs in Word and Markdown, every quotation proven."""
    from bluf.build import find_briefs, orders_for
    from bluf.settings import read_settings

    given = {"BLUF_FORMAT": formats, "BLUF_TEMPLATE": template, "BLUF_PAPER": paper}
    flags = {name: value for name, value in given.items() if value is not None}
    settings, home = read_settings(Path.cwd(), {**os.environ, **flags})
    home = Path(os.path.relpath(home))
    found = find_briefs(paths or [home / settings.briefs])
    orders = orders_for(found, settings, home, out=out, allow_findings=allow_findings)
    raise typer.Exit(_run(orders, output_format, check=check))


def _run(orders: Sequence[Order], output_format: str, *, check: bool) -> ExitCode:
    """Make every brief, report as it goes, and say how it went on the whole."""
    from bluf.build import make_all

    say = printer.result if output_format == "text" else printer.message
    codes = {ExitCode.FINE}
    gathered: list[Finding] = []
    for product in make_all(orders):
        findings = _found(product, check=check)
        if output_format == "text":
            printer.findings(findings)
        gathered.extend(findings)
        if not check and product.outputs:
            _deliver(product, say)
        say(summary(product, len(findings)))
        codes.add(_code(product, findings))
    if output_format != "text":
        printer.findings(gathered, output_format)
    return max(codes)


def _found(product: Product, *, check: bool) -> tuple[Finding, ...]:
    from bluf.build import stale

    return (*product.findings, *stale(product)) if check else product.findings


def _deliver(product: Product, say: Callable[[str], None]) -> None:
    from bluf.build import deliver

    changed = deliver(product)
    for output in product.outputs:
        say(f"{'wrote' if output in changed else 'unchanged'} {output.path}")


def summary(product: Product, findings: int) -> str:
    """One line on a brief: what it holds, what was proven, how the page stands."""
    tally = product.tally
    if tally is None:
        return f"{product.name}: refused, {plural(findings, 'finding')}"
    counts = {
        "request": tally.requests,
        "outcome": tally.outcomes,
        "follow-up": tally.follow_ups,
    }
    parts = [
        ", ".join(plural(count, noun) for noun, count in counts.items()),
        f"{tally.verified} of {plural(tally.quotations, 'quotation')} verified",
        plural(findings, "finding") if findings else "no findings",
        product.page,
        "" if product.outputs else "not written",
    ]
    return f"{product.name}: {'; '.join(filter(None, parts))}"


def plural(count: int, noun: str) -> str:
    """``1 request``, ``2 requests``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _code(product: Product, findings: Sequence[Finding]) -> ExitCode:
    if product.refused:
        return ExitCode.REFUSED
    return ExitCode.FINDINGS if any(each.level == "error" for each in findings) else ExitCode.FINE
