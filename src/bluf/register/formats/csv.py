"""Comma-separated values after RFC 4180, with a byte order mark so that spreadsheets read UTF-8."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from bluf.register.formats.columns import COLUMNS, safe

if TYPE_CHECKING:
    from bluf.register.register import Register


def render(register: Register) -> bytes:
    """A line for each row; the day of the register stands first in each."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["as_of", *(column.name for column in COLUMNS)])
    for entry in register.entries:
        writer.writerow([register.day, *(safe(column.cell(entry)) for column in COLUMNS)])
    return out.getvalue().encode("utf-8-sig")
