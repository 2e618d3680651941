"""``bluf schema``: the JSON Schema of a data file."""

from __future__ import annotations

from bluf.cli import printer


def schema() -> None:
    """Print the JSON Schema of a data file."""
    import json

    from bluf.model import Brief

    printer.result(json.dumps(Brief.model_json_schema(), indent=2, ensure_ascii=False))
