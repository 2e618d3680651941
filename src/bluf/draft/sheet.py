"""Candidates as rows of a workbook, for people who will not see YAML, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from bluf import workbook
from bluf.draft.candidate import Candidate, CandidateKind
from bluf.draft.drafting import Draft
from bluf.model import Strength
from bluf.workbook import Sheet, SheetColumn

CANDIDATES, BRIEF = "Candidates", "Draft"
"""Titles of the two sheets."""
_SKIP = "skip"
_COLUMNS = (
    SheetColumn("no", 5, "Its number; leave it as it is."),
    SheetColumn("keep as", 12, "As what it goes into the brief.", words=(*CandidateKind, _SKIP)),
    SheetColumn("statement", 50, "What the brief says; shorten it as you like."),
    SheetColumn("strength", 12, "How firm an outcome is.", words=tuple(Strength)),
    SheetColumn("quote", 70, "The words of the source; leave them as they are.", look="faint"),
    SheetColumn("due", 16, "When it is due, in words of the source."),
    SheetColumn("source", 14),
    SheetColumn("place", 30, "Where the words stand."),
)
_FIELDS = (SheetColumn("field", 14), SheetColumn("value", 70))


class SheetError(ValueError):
    """A workbook of candidates does not go with its sources any more."""


def workbook_of(
    draft: Draft, fields: Mapping[str, str], kept: int, day: dt.date, path: str
) -> bytes:
    """The workbook: every candidate a row, the first ``kept`` of them marked to be kept.

    ``fields`` are what else the brief needs: id, to, from, and the files of the sources.
    """
    rows = [_row(draft, index, each, kept) for index, each in enumerate(draft.candidates)]
    sheets = [
        Sheet(CANDIDATES, _COLUMNS, rows, filters=True),
        Sheet(BRIEF, _FIELDS, [[name, value] for name, value in fields.items()]),
    ]
    return workbook.write(sheets, title="Candidates", day=day, path=path)


def _row(draft: Draft, index: int, candidate: Candidate, kept: int) -> list[str | int | None]:
    quoted = candidate.evidence[0]
    return [
        index + 1,
        candidate.kind.value if index < kept else _SKIP,
        candidate.statement,
        candidate.strength.value if candidate.strength else None,
        quoted.quote,
        quoted.due.wording if quoted.due else None,
        quoted.source,
        draft.place(candidate),
    ]


def is_of_candidates(values: Mapping[str, Any]) -> bool:
    """Whether the values of a workbook are those of candidates."""
    return CANDIDATES in values and BRIEF in values


def fields_of(values: Mapping[str, Any]) -> dict[str, str]:
    """What the second sheet holds."""
    rows = _rows(values, BRIEF)
    return {str(row.get("field") or ""): str(row.get("value") or "") for row in rows}


def kept_of(values: Mapping[str, Any], draft: Draft) -> tuple[Candidate, ...]:
    """The candidates that somebody kept, as he or she left them.

    Raises:
        SheetError: A row is no candidate of these sources.
    """
    return tuple(_kept(_rows(values, CANDIDATES), draft))


def _rows(values: Mapping[str, Any], title: str) -> Sequence[Mapping[str, Any]]:
    sheet = values.get(title)
    return sheet["rows"] if isinstance(sheet, dict) else ()


def _kept(rows: Sequence[Mapping[str, Any]], draft: Draft) -> Iterator[Candidate]:
    for row in rows:
        keep = str(row.get("keep as") or _SKIP)
        if keep == _SKIP:
            continue
        candidate = _candidate(row, draft)
        word, statement = row.get("strength"), str(row.get("statement") or candidate.statement)
        strength = Strength(str(word)) if word else candidate.strength
        kept = candidate.kept_as(CandidateKind(keep), statement, strength, looked=False)
        is_proposed = kept == candidate and candidate in draft.candidates[: draft.most]
        yield replace(kept, looked=not is_proposed)


def _candidate(row: Mapping[str, Any], draft: Draft) -> Candidate:
    number = str(row.get("no") or "")
    index = int(number) - 1 if number.isdigit() else -1
    if 0 <= index < len(draft.candidates):
        candidate = draft.candidates[index]
        if candidate.evidence[0].quote == row.get("quote"):
            return candidate
    message = f"row “{number}” is not a candidate from these sources; they or the row have changed"
    raise SheetError(message)
