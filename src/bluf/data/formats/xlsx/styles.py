"""Which cells hold a date: by the number format of their style (ISO/IEC 29500-1, 18.8.30)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from bluf.data.formats.xlsx.names import whole, x

if TYPE_CHECKING:
    from lxml import etree

_BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_UNSPOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_SIGN = re.compile(r"[ymdhs]", re.IGNORECASE)
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no time zone
_EPOCH_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - as above
_LAST = 2_958_465
"""9999-12-31, the last day that a spreadsheet can name."""
_LEAP_DAY = 60
"""The day after 1900-02-28 for a spreadsheet: 29 February of a year that had none."""


def date_styles(root: etree._Element | None) -> frozenset[int]:
    """The indices of the cell styles that show a number as a date or a time."""
    if root is None:
        return frozenset()
    custom = {
        whole(form.get("numFmtId")): _is_date(form.get("formatCode") or "")
        for form in root.iter(x("numFmt"))
    }
    styles = root.findall(f"{x('cellXfs')}/{x('xf')}")
    numbers = [whole(style.get("numFmtId")) for style in styles]
    return frozenset(
        index for index, number in enumerate(numbers) if custom.get(number, number in _BUILT_IN)
    )


def as_date(number: float, *, from_1904: bool) -> str:
    """A day as year-month-day, with the time where there is one; a time of day alone as such."""
    if not 0 <= number <= _LAST:
        return f"{number:g}"
    try:
        span = dt.timedelta(seconds=round(number * 86400))
        moment = (_EPOCH_1904 if from_1904 else _EPOCH) + span
    except OverflowError:
        return f"{number:g}"
    if number < 1:
        return f"{moment:%H:%M:%S}"
    if number < _LEAP_DAY and not from_1904:
        moment += dt.timedelta(days=1)
    midnight = moment.time() == dt.time()
    return moment.date().isoformat() if midnight else moment.isoformat(" ")


def _is_date(form: str) -> bool:
    return _DATE_SIGN.search(_UNSPOKEN.sub("", form.split(";", maxsplit=1)[0])) is not None
