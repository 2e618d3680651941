from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from bluf.register.formats import csv as format_csv

if TYPE_CHECKING:
    from bluf.register import Register


def rows_of(register: Register) -> list[dict[str, str]]:
    text = format_csv.render(register).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))
