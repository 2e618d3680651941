"""A brief as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bluf.data.dump import plain_values

if TYPE_CHECKING:
    from bluf.model import Brief

SCHEMA = "../brief.schema.json"
"""Where the schema lies, seen from the folder of a brief."""


def write(brief: Brief) -> str:
    """The text of the file."""
    values = {"$schema": SCHEMA, **plain_values(brief)}
    return json.dumps(values, indent=2, ensure_ascii=False, default=str) + "\n"
