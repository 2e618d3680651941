"""Write the tables of docs/data.md anew: the fields from the model, the faults from the readers.

python scripts/update_data_docs.py
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from bluf.data.shape import NOUNS, fields, inner_of, is_date, meaning, words_of, writing_order
from bluf.data.tables.headings import SHEETS, columns, heading_of
from bluf.model import (
    Brief,
    Change,
    Due,
    Event,
    Evidence,
    Extra,
    FollowUp,
    Next,
    Outcome,
    Participant,
    Party,
    PortionMarkings,
    Recommendation,
    Request,
    Seen,
    Source,
    SourcedDate,
)
from bluf.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.data.shape import RecordField

PAGE = Path(__file__).parents[1] / "docs" / "data.md"
_BLOCK = "<!-- made: {name} -->\n(.*?)<!-- end -->"
_KINDS = {bool: "yes or no", int: "number", str: "text"}
_ORDER = (
    *(
        Brief,
        PortionMarkings,
        Party,
        Source,
        Event,
        SourcedDate,
        Participant,
        Request,
        Outcome,
        FollowUp,
    ),
    *(Due, Change, Evidence, Seen, Recommendation, Next, Extra),
)


def main() -> None:
    """Write the page with its tables."""
    PAGE.write_text(manual(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def manual(page: str) -> str:
    """The page with its tables as the code says them."""
    for name, lines in (("fields", _records()), ("sheets", _sheets())):
        made = "\n".join([f"<!-- made: {name} -->", *lines, "<!-- end -->"])
        pattern = re.compile(_BLOCK.format(name=name), re.DOTALL)
        page = pattern.sub(made.replace("\\", r"\\"), page)
    return page


def _records() -> Iterator[str]:
    for record in _ORDER:
        yield f"### {NOUNS[record][:1].upper()}{NOUNS[record][1:]}"
        yield ""
        yield (record.__doc__ or "").strip().partition("\n")[0]
        yield ""
        yield "| field | needed | holds | what it is |"
        yield "|---|---|---|---|"
        for name in writing_order(record):
            field = fields(record)[name]
            needed = "yes" if field.required else ""
            yield f"| `{name}` | {needed} | {_kind(field)} | {meaning(record, name)} |"
        yield ""


def _kind(field: RecordField) -> str:
    inner, is_list = inner_of(field.type)
    words = words_of(field.type)
    if words:
        kind = "one of: " + ", ".join(f"`{word}`" for word in words)
    elif isinstance(inner, type) and issubclass(inner, Record):
        kind = f"[{NOUNS[inner].split(' ', 1)[1]}](#{NOUNS[inner].replace(' ', '-')})"
    elif is_date(field.type):
        kind = "date"
    else:
        kind = _KINDS.get(inner, "records by id")
    default = field.default if field.default and isinstance(field.default, str | int) else None
    shown = f"; else `{default}`" if default is not None else ""
    return f"list: {kind}" if is_list else f"{kind}{shown}"


def _sheets() -> Iterator[str]:
    yield "| sheet | a row is | headings |"
    yield "|---|---|---|"
    for sheet in SHEETS:
        shown = [*sheet.own, *(heading_of(each.path) for each in columns(sheet.record, _COUNTS))]
        row = "a field" if sheet.record is Brief else NOUNS[sheet.record]
        yield f"| {sheet.title} | {row} | {', '.join(name.capitalize() for name in shown)} |"


_COUNTS = {"evidence": 1, "history": 1}


if __name__ == "__main__":
    main()
