"""Values of TOML, JSON and CSV changed in place: one token for one value, all else as it was typed.

The readers say where each value begins; the grammar of its format says where it ends.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

from bluf.data.formats import csv_text, json_text, toml_text
from bluf.data.splice import Splice, SpliceError, with_splices
from bluf.data.tree import Places, Scalar, Steps
from bluf.data.writers.csv_folder import cell_text
from bluf.data.writers.yaml_text import in_marks
from octavo.location import TextLocation

_NOT_LITERAL = re.compile(r"['\x00-\x1f\x7f]")
"""What TOML's single quotation marks cannot hold."""


def replaced(places: Places, values: Mapping[Steps, object], ending: str) -> dict[str, str]:
    """The texts of the files in which values change, by path.

    Args:
        places: Where everything in the data file stands.
        values: The new texts and days, by their path in the record.
        ending: What tells the format: ``.json``, ``.toml`` or ``.csv``.

    Raises:
        SpliceError: A path leads to no text or day of its own.
    """
    cuts: dict[str, list[Splice]] = {}
    for steps, value in values.items():
        place = _place(places, steps)
        text = places.texts[place.path]
        start = text.starts[place.line - 1] + place.column - 1
        end, new = _FORMATS[ending](text.text, start, value)
        cuts.setdefault(place.path, []).append(Splice(start, end, new))
    return {path: with_splices(places.texts[path].text, found) for path, found in cuts.items()}


def _place(places: Places, steps: Steps) -> TextLocation:
    node = places.find(*steps)
    place = node.location if isinstance(node, Scalar) else None
    shares = place == places.at(*steps[:-1])  # one cell that holds a whole list
    if not isinstance(place, TextLocation) or shares:
        message = f"{'.'.join(map(str, steps))} is no value of its own in this file"
        raise SpliceError(message)
    return place


def _in_json(text: str, start: int, value: object) -> tuple[int, str]:
    return json_text.end_of_value(text, start), in_marks(str(value))


def _in_toml(text: str, start: int, value: object) -> tuple[int, str]:
    end = toml_text.end_of_value(text, start)
    old, new = text[start:end], str(value)
    if isinstance(value, dt.date) and not old.startswith(("'", '"')):
        return end, new
    literal = old.startswith("'") and not old.startswith("'''") and not _NOT_LITERAL.search(new)
    return end, f"'{new}'" if literal else in_marks(new)


def _in_csv(text: str, start: int, value: object) -> tuple[int, str]:
    end = csv_text.end_of_cell(text, start)
    new = cell_text(str(value))
    if text.startswith('"', start) and not new.startswith('"'):
        new = f'"{new}"'
    return end, new


_FORMATS: dict[str, Callable[[str, int, object], tuple[int, str]]] = {
    ".json": _in_json,
    ".toml": _in_toml,
    ".csv": _in_csv,
}
