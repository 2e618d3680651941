"""``bluf check``: what CI runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bluf.cli import choices, printer
from bluf.cli.errors import ExitCode, code_of
from bluf.cli.incoming import word_file
from bluf.cli.manner import STANDARD
from bluf.cli.options import BriefFlags
from bluf.cli.summary import told, told_of
from octavo.finding import Finding, FindingsError
from octavo.inputs import Input, name_of

if TYPE_CHECKING:
    from bluf.pipeline import Order, Product, Subjects
    from bluf.register import BriefLinks
    from octavo.location import Location

    Result = tuple[Callable[[], None], bool, tuple[Finding, ...]]
    """What says how it went, whether the subject was refused, and what was found."""


EPILOG = """Examples:

  bluf check                          every brief below briefs/, and what was built from it

  bluf check --strict                 warnings count as errors

  bluf check --diff                   what --fix would put right in the data files

  bluf check briefs/*/*.docx          finished files, whoever made them

  bluf explain due-vague              why a rule holds, and what to do
"""

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Briefs, finished .docx or .md files, templates, or folders of them; - for stdin.",
        autocompletion=choices.brief_paths,
        show_default=False,
    ),
]
Select = Annotated[
    str | None,
    typer.Option(
        metavar="RULES",
        help="Run only these rules, separated by commas.",
        autocompletion=choices.rules,
    ),
]
Ignore = Annotated[
    str | None,
    typer.Option(
        metavar="RULES",
        help="Skip these rules, separated by commas.",
        autocompletion=choices.rules,
    ),
]
Fix = Annotated[bool, typer.Option("--fix", help="First fix, in data files, what changes no fact.")]
Diff = Annotated[
    bool, typer.Option("--diff", help="Print what --fix would change, without changing it.")
]


def check(
    paths: Paths = None,
    select: Select = None,
    ignore: Ignore = None,
    fix: Fix = False,
    diff: Diff = False,
    *,
    flags: BriefFlags,
) -> None:
    """Check data, sources, templates and finished files."""
    from bluf import pipeline as room

    order, folder = flags.order(checks_select=select, checks_ignore=ignore)
    subjects, finished = _subjects(paths, folder, order)
    found = subjects.briefs
    tell_old_schemas(found)
    if fix or diff:
        _fix(room.examine_all(order, found, room.executor(flags.executor)), write=not diff)
    of_briefs = _results(found, order, flags.executor) if found else ()
    named = chain(_of_named(subjects.templates, order), _of_files(finished, order))
    raise typer.Exit(_report(chain(of_briefs, named), asked=not diff))


def _subjects(
    paths: Sequence[Path] | None, folder: Path, order: Order
) -> tuple[Subjects, tuple[Input, ...]]:
    """What is named, and the finished files among it; a Word file may come in."""
    from bluf import pipeline as room

    incoming = word_file() if paths and STANDARD in paths else None
    given = [path for path in paths or [folder] if incoming is None or path != STANDARD]
    subjects = room.find_subjects(given, order.templates) if given else room.Subjects(())
    return subjects, (*subjects.files, *(() if incoming is None else (incoming,)))


def _results(found: Sequence[Path], order: Order, executor: str) -> Iterator[Result]:
    """A result for each template and each brief, and one for what is wrong between briefs."""
    from bluf import pipeline as room

    products = room.examine_all(order, found, room.executor(executor))
    checked = printer.progress(products, len(found))
    series = _Series()
    between = _between(series, order, executor)
    return chain(_of_templates(order), _of_briefs(checked, series), _as_one(between))


def _fix(products: Iterable[Product], *, write: bool) -> None:
    """Carry out what the findings offer, or say it as a difference."""
    from bluf.pipeline import rewrites

    for rewrite in rewrites(found for product in products for found in product.findings):
        if write:
            rewrite.carry_out()
            printer.done("fixed", {"path": str(rewrite.path)}, f"fixed: {rewrite.path}")
        else:
            value = {"path": str(rewrite.path), "diff": rewrite.diff}
            printer.answer("diffs", value, rewrite.diff.rstrip("\n"))


def _of_templates(order: Order) -> Iterator[Result]:
    """A result for each template that has findings."""
    from bluf.pipeline import examine_templates

    for path, findings in examine_templates(order):
        if findings:
            yield partial(told_of, path, findings), False, findings


def _of_named(templates: Iterable[Path], order: Order) -> Iterator[Result]:
    """A result for each template that a person, or a hook, named."""
    from bluf import pipeline as room

    for path in templates:
        try:
            refused, findings = False, room.examine_template(path, order)
        except FindingsError as error:
            refused, findings = True, error.findings
        yield partial(told_of, path, findings), refused, findings


class _Series:
    """What is kept of each brief until all are checked: its links, and which links were told of."""

    def __init__(self) -> None:
        self.links: list[BriefLinks] = []
        self.told: set[tuple[str, Location]] = set()

    def add(self, product: Product) -> None:
        from bluf.rules import BY_NAME

        if product.links:
            self.links.append(product.links)
        links = (each for each in product.findings if BY_NAME[each.rule].group == "register")
        self.told.update(map(_place, links))


def _of_briefs(products: Iterable[Product], series: _Series) -> Iterator[Result]:
    """A result for each brief."""
    for product in products:
        series.add(product)
        yield partial(told, product, product.findings), product.refused, product.findings


def _place(finding: Finding) -> tuple[str, Location]:
    return finding.rule, finding.location


def _of_files(finished: Iterable[Input], order: Order) -> Iterator[Result]:
    from bluf import pipeline as room

    for given in finished:
        try:
            found, refused = room.examine_file(given, order), False
        except FindingsError as error:
            found, refused = room.Examined(error.findings), True
        telling = partial(told_of, name_of(given), found.findings, found.page)
        yield telling, refused, found.findings


def _between(series: _Series, order: Order, executor: str) -> Iterator[Finding]:
    """What no brief shows alone; looked for when it is asked for."""
    from bluf import pipeline as room

    for fault in room.faults_between(series.links, room.executor(executor)):
        if order.selection.wants(fault.rule) and _place(fault) not in series.told:
            yield fault


def _as_one(faults: Iterable[Finding]) -> Iterator[Result]:
    """One result for what is wrong between briefs; nothing is said where all is well."""
    findings = tuple(faults)
    if findings:
        yield partial(told_of, "between briefs", findings), False, findings


def _report(results: Iterable[Result], *, asked: bool) -> ExitCode:
    code = ExitCode.FINE
    for say, refused, findings in results:
        printer.findings(findings, asked=asked)
        say()
        code = max(code, ExitCode.REFUSED if refused else code_of(findings))
    return code


def tell_old_schemas(briefs: Iterable[Path]) -> None:
    """Say where the schema beside the folders of briefs is that of another version of bluf."""
    from bluf.data import SCHEMA_NAME, schema_file

    places = dict.fromkeys(data.parent.parent / SCHEMA_NAME for data in briefs)
    for path in places:
        if path.is_file() and path.read_bytes() != schema_file():
            name = path.as_posix()
            message = (
                f"{name}: another version of bluf wrote this schema, and editors follow it; "
                f"write it anew: bluf schema --output-file {name}"
            )
            printer.message(message)
