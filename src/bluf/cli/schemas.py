"""The schema beside the briefs, by which an editor checks what is typed: is it ours?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.cli import printer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


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
