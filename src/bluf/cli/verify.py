"""``bluf verify``: any draft against any sources."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from bluf.cli import printer
from bluf.cli.choices import completes, one_of, today
from bluf.cli.errors import ExitCode, code_of
from bluf.cli.manner import STANDARD
from bluf.cli.options import Strict
from octavo.finding import Level

if TYPE_CHECKING:
    from bluf.verification import DraftText, Verification

STDIN_FORMATS = ("md", "txt", "html")

EPILOG = """Examples:

  bluf verify memo.md --against sources       what it quotes, looked up word for word

  bluf verify memo.md --against sources --claims      its figures, dates and names too

  bluf verify - --against sources             a draft in Markdown from standard input

  bluf verify memo.md --against sources --output-format json

  bluf verify --quote "We agreed to meet" --source sources/release.txt
"""


Drafts = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[DRAFT]",
        help="Draft: .docx, .odt, .md, .txt, .html or .pdf (- for standard input).",
        show_default=False,
    ),
]
Against = Annotated[
    list[Path] | None,
    typer.Option(
        "--against", "--source", metavar="PATH", help="Source, or folder of sources; repeatable."
    ),
]
Quote = Annotated[
    list[str] | None, typer.Option(metavar="WORDS", help="Look up these words instead of a draft.")
]
Claims = Annotated[bool, typer.Option("--claims", help="Also check figures, dates and names.")]
LeastWords = Annotated[
    int, typer.Option(min=1, metavar="N", help="Skip quotations with fewer words.")
]
Blocks = Annotated[
    bool,
    typer.Option(
        "--blocks/--no-blocks",
        help="Look up block quotations, or skip them if they are used as boxes.",
    ),
]
StdinFormat = Annotated[
    str,
    typer.Option(
        parser=one_of("format", STDIN_FORMATS),
        autocompletion=completes(STDIN_FORMATS),
        metavar="NAME",
        help="Format of standard input: md, txt or html.",
    ),
]


def verify(
    drafts: Drafts = None,
    against: Against = None,
    quote: Quote = None,
    claims: Claims = False,
    strict: Strict = None,
    least_words: LeastWords = 1,
    blocks: Blocks = True,
    stdin_format: StdinFormat = "md",
) -> ExitCode:
    """Verify every quotation in a draft against its sources.

    Exits with 1 if a quotation is not in any source, word for word.
    """
    from bluf.verification import check_claims, draft_of, read_shelf, verify_quotations

    draft, against = _named(drafts or [], against, quote)
    given = draft_of(quote, "--quote") if quote else _read(draft, stdin_format, blocks)
    shelf = read_shelf(against, leave_out=draft)
    if not (shelf.sources or shelf.refused):
        message = "there is no source to look in"
        raise typer.BadParameter(message, param_hint="--against")
    if not (given.quoted or claims):
        message = f"{given.name} quotes nothing: there was nothing to verify"
        raise typer.BadParameter(message, param_hint="DRAFT")
    verification = verify_quotations(given, shelf, least_words)
    if verification.too_short and not (verification.checked or claims):
        message = f"every quotation of {given.name} has fewer words: there was nothing to verify"
        raise typer.BadParameter(message, param_hint="--least-words")
    if claims:
        verification = replace(verification, claims=check_claims(given, shelf, today()))
        printer.message("not checked: who agreed, promised, asked or refused what")
    elif not quote:
        printer.message("only quotations are checked; --claims also checks figures, dates, names")
    return _report(verification, strict=bool(strict))


def _named(
    drafts: list[Path], against: list[Path] | None, quote: list[str] | None
) -> tuple[Path | None, list[Path]]:
    """The draft, where there is one, and its sources."""
    if drafts[1:] or not against:
        paths = " ".join(f"--against {path}" for path in drafts[1:]) or "--against PATH"
        message = f"name the sources of one draft: “{paths}”"
        raise typer.BadParameter(message)
    if bool(drafts) == bool(quote):
        message = "name a draft, or give “--quote WORDS”: one of the two"
        raise typer.BadParameter(message)
    return (drafts[0] if drafts else None), against


def _read(path: Path | None, stdin_format: str, blocks: bool) -> DraftText:
    from bluf.evidence import source_bytes
    from bluf.verification import read_draft

    if path is None or path == STANDARD:
        return read_draft(sys.stdin.buffer.read(), f"stdin.{stdin_format}", blocks=blocks)
    return read_draft(source_bytes(path), path.as_posix(), blocks=blocks)


def _report(verification: Verification, *, strict: bool) -> ExitCode:
    from bluf.verification import findings_of, lines, mapping

    for path in verification.passed_over:
        printer.message(f"passed over: {path}")
    printer.findings(verification.refused)
    printer.answer("verifications", mapping(verification), "\n".join(lines(verification)))
    findings = findings_of(verification) if verification.sources else ()
    printer.gather(findings)
    if verification.refused:
        return ExitCode.REFUSED
    warned = strict and any(each.level is Level.WARNING for each in findings)
    return ExitCode.FINDINGS if warned else code_of(findings)
