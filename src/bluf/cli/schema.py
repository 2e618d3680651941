"""``bluf schema``: the JSON Schema of a data file."""

from __future__ import annotations

import json

from bluf.cli import printer


def schema() -> None:
    """Print the JSON Schema of a data file, for editors."""
    from bluf.data import schema_file

    text = schema_file().decode().removesuffix("\n")
    printer.answer("schemas", json.loads(text), text)
