"""From a draft to the files of a brief: what every way of drafting has in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from msgspec import Struct
from msgspec.structs import replace

from bluf.cli import printer
from bluf.cli.delivering import create
from bluf.cli.errors import ExitCode
from octavo.finding import Finding

if TYPE_CHECKING:
    from bluf.draft import Candidate, DeskInput, Draft, DraftedRecord
    from bluf.evidence import SourceText

FOLDER = "sources"
"""Where the sources of a brief lie, beside its data file."""
_LIGHTER = 40
"""So many lighter candidates are named at the end of the data file."""


class GivenSources(Struct, frozen=True):
    """The sources that were given: what a reader sees in each, and its file, by its id."""

    texts: dict[str, SourceText]
    files: dict[str, Path]


class DraftOptions(Struct, frozen=True):
    """What was asked for: the id of the brief, the folder of the briefs, reader and desk."""

    name: str
    briefs: Path
    to: str = ""
    desk: str = ""


def read_sources(paths: Sequence[Path]) -> GivenSources:
    """Read every source; each gets an id from the name of its file.

    Raises:
        SourceError: With the faults of all that cannot be read.
    """
    from bluf.draft import id_from
    from bluf.evidence import SourceError, read_source

    texts: dict[str, SourceText] = {}
    files: dict[str, Path] = {}
    faults: list[Finding] = []
    for path in paths:
        key = free_name(id_from(path.name), files)
        try:
            texts[key] = read_source(path, path.as_posix())
        except SourceError as error:
            faults += error.findings
        files[key] = path
    if faults:
        raise SourceError(faults)
    return GivenSources(texts, files)


def free_name(key: str, taken: Mapping[str, object]) -> str:
    """The id, with a number behind it where another source has it."""
    number, name = 2, key
    while name in taken:
        name, number = f"{key}-{number}", number + 1
    return name


def drafted(shelf: GivenSources, language: str | None) -> Draft:
    """What the sources offer.

    Raises:
        typer.BadParameter: A source is in no language that a draft can be made from.
    """
    from bluf.draft import LANGUAGES, UnreadLanguageError, draft
    from octavo.suggest import UnknownNameError

    if language is not None and language not in LANGUAGES:
        raise UnknownNameError("language", language, LANGUAGES)
    try:
        return draft(shelf.texts, language)
    except UnreadLanguageError as error:
        raise typer.BadParameter(str(error)) from None


def desk_of(options: DraftOptions, shelf: GivenSources, draft: Draft) -> DeskInput:
    """What no source says of the brief.

    Raises:
        typer.BadParameter: The id cannot be one.
    """
    from bluf.data import is_id
    from bluf.draft import DeskInput

    if options.name and not is_id(options.name):
        message = f"“{options.name}” cannot be an id: write letters, digits, “.”, “_” and “-”"
        raise typer.BadParameter(message, param_hint="--id")
    language = draft.accounts[0].language
    files = {key: f"{FOLDER}/{path.name}" for key, path in shelf.files.items()}
    return DeskInput(options.name, options.to, options.desk, None, language, files)


def write(
    draft: Draft,
    shelf: GivenSources,
    options: DraftOptions,
    chosen: Sequence[Candidate] | None = None,
    target: Path | None = None,
    proposed: Mapping[str, object] | None = None,
) -> ExitCode:
    """Write the brief of the chosen candidates, else of the weightiest that fit, and prove it.

    ``target`` is the data file where it is not that of the folder of the brief; ``proposed`` what
    somebody says of the brief itself.
    """
    desk = replace(desk_of(options, shelf, draft), **(proposed or {}))
    lighter: Sequence[Candidate] = ()
    if chosen is None:
        kept = _fitting(draft, desk, shelf)
        chosen, lighter = draft.candidates[:kept], draft.candidates[kept:]
    record = draft.record(desk, chosen)
    data = target or options.briefs / record.brief.id / "brief.yaml"
    files = _files(record, shelf, data, _named(draft, lighter))
    create(files)
    _prove(data, offered=len(draft.candidates))
    return ExitCode.FINE


def _fitting(draft: Draft, desk: DeskInput, shelf: GivenSources) -> int:
    """How many of the weightiest candidates one page holds."""
    from bluf.cli.draft_page import fitting

    return fitting(draft, desk, {desk.files[k]: p.read_bytes() for k, p in shelf.files.items()})


def _files(
    record: DraftedRecord, shelf: GivenSources, data: Path, last: tuple[str, ...]
) -> dict[Path, bytes]:
    """The data file, a copy of each source beside it, and the schema where it is not there yet."""
    from bluf.data import commented, missing_schema

    folder = data.parent
    files = {data: commented(record.brief, record.comments, last).encode()}
    for path in shelf.files.values():
        target = folder / FOLDER / path.name
        if not (target.exists() and target.samefile(path)):
            files[target] = path.read_bytes()
    return files | missing_schema(folder.parent)


def _named(draft: Draft, lighter: Sequence[Candidate]) -> tuple[str, ...]:
    """A comment that names what was found besides."""
    if not lighter:
        return ()
    rows = [
        f"- {each.kind.value}: {each.statement} ({draft.place(each)})"
        for each in lighter[:_LIGHTER]
    ]
    return ("", f"Also found, less important than the items above ({len(lighter)}):", *rows)


def _prove(data: Path, *, offered: int) -> None:
    """Hold the new data file to its sources, and say what came of it."""
    from bluf.data import read
    from bluf.evidence import proven

    loaded = read(data)
    found = proven(loaded)
    proof = found.proof
    printer.findings(found.findings)
    brief, build = loaded.brief, f"“bluf build {data.parent.as_posix()}” makes the brief"
    kept = len(brief.requests) + len(brief.outcomes) + len(brief.follow_ups)
    marked = "each" if brief.drafts > kept else f"{brief.drafts} of them"
    printer.message(
        f"{kept} items from {offered} candidates, {marked if brief.drafts else 'none'} marked "
        f"“draft: true”; {proof.verified} of {proof.quotations} quotations verified"
    )
    printer.message(
        f"next: look at what has the line “draft: true” in {data.as_posix()}, and delete the line; "
        f"{build}, which says DRAFT until then"
        if brief.drafts
        else f"next: {build}"
    )


def write_answer(draft: Draft, shelf: GivenSources, options: DraftOptions, path: Path) -> ExitCode:
    """Write the brief of what a language model gave, as far as it stands in the sources."""
    from bluf.data import load_text
    from bluf.draft import AnswerError, answer_of

    text = typer.get_text_stream("stdin").read() if str(path) == "-" else load_text(path).text
    try:
        answer = answer_of(text, draft)
    except AnswerError as error:
        printer.error(f"error: {error}")
        return ExitCode.REFUSED
    for remark in answer.remarks:
        printer.answer("remarks", remark, remark)
    if not answer.candidates:
        printer.error("error: nothing in the answer stands in a source; no brief was written")
        return ExitCode.REFUSED
    proposed = {"title": answer.title, "bottom_line": answer.bottom_line}
    code = write(draft, shelf, options, answer.candidates, proposed=proposed)
    return max(code, ExitCode.FINDINGS if answer.remarks else ExitCode.FINE)


def write_workbook(draft: Draft, shelf: GivenSources, options: DraftOptions) -> ExitCode:
    """Write the candidates as rows of a workbook, beside copies of the sources."""
    from bluf.draft import workbook_of

    desk = desk_of(options, shelf, draft)
    record = draft.record(desk)
    folder = options.briefs / record.brief.id
    fields = {"id": record.brief.id, "to": options.to, "from": options.desk}
    fields |= {f"source {key}": file for key, file in desk.files.items()}
    fields |= {f"language {each.id}": each.language for each in draft.accounts}
    target = folder / "candidates.xlsx"
    day, kept = record.brief.date, _fitting(draft, desk, shelf)
    files = {target: workbook_of(draft, fields, kept, day, target.as_posix())}
    files |= {
        folder / FOLDER / path.name: path.read_bytes()
        for path in shelf.files.values()
        if not (folder / FOLDER / path.name).exists()
    }
    create(files)
    printer.message(
        f"next: choose “keep as” for each row of {target.as_posix()}, then "
        f"“bluf convert {target.as_posix()} {folder.as_posix()}/brief.yaml”"
    )
    return ExitCode.FINE


def is_of_candidates(path: Path) -> bool:
    """Whether a workbook holds the candidates of a draft.

    Raises:
        DataError: It is no workbook that can be read.
    """
    from bluf.data import read_tree
    from bluf.draft import is_of_candidates as is_draft

    return is_draft(read_tree(path).values)


def write_kept(path: Path, target: Path) -> ExitCode:
    """Write the data file of the candidates that were kept in a workbook.

    Raises:
        typer.BadParameter: The workbook does not go with its sources, or the target is no YAML.
    """
    from bluf.data import read_tree
    from bluf.draft import SheetError, draft, fields_of, kept_of
    from bluf.evidence import read_source

    if target.suffix.lower() not in {".yaml", ".yml"}:
        message = "the candidates of a draft become a data file in YAML, such as brief.yaml"
        raise typer.BadParameter(message, param_hint="TO")
    values = read_tree(path).values
    fields = fields_of(values)
    names = {
        key.removeprefix("source "): path.parent / file
        for key, file in fields.items()
        if key.startswith("source ")
    }
    shelf = GivenSources(
        {key: read_source(file, file.as_posix()) for key, file in names.items()}, names
    )
    made = draft(
        shelf.texts,
        languages={key: fields[f"language {key}"] for key in names if f"language {key}" in fields},
    )
    try:
        kept = kept_of(values, made)
    except SheetError as error:
        raise typer.BadParameter(str(error), param_hint="FROM") from None
    options = DraftOptions(
        fields.get("id", ""), target.parent.parent, fields.get("to", ""), fields.get("from", "")
    )
    return write(made, shelf, options, kept, target=target)
