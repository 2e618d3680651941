"""What a brief needs of CLDR: the names of countries and cities, and how a date is written.

Babel reads a quarter of a megabyte a language for it, which takes as long as a tenth of a build.
For the languages of briefs it lies beside this file, as ``scripts/cldr.py`` takes it from Babel;
for others Babel is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct, json

_FOLDER = Path(__file__).parent
KEPT = ("ar", "de", "en", "es", "fr", "pt", "ru", "sr-Cyrl", "sr-Latn", "zh")
_DATES = {"en": "en-001"}
"""English of no country writes the day first, as most of the world does."""
_FIELD = re.compile(r"'((?:[^']|'')*)'|([A-Za-z])\2*")
"""A field of a pattern of dates, or words between quotation marks."""


class LocaleData(Struct, frozen=True, omit_defaults=True):
    """What CLDR says of a language.

    Attributes:
        territories: Names of countries and regions, by code; none of a language it does not know.
        cities: Names of cities that are called otherwise than their time zone, by time zone.
        region: The country that a tag means which names none.
        direction: ``ltr`` or ``rtl``.
        patterns: How dates are written, by style: ``long``, ``medium``.
        months: The names of months within a date, by how a pattern asks for them.
        plurals: The form of a plural for each number below 200; then the last two digits tell.
    """

    territories: dict[str, str] = {}
    cities: dict[str, str] = {}
    region: str = ""
    direction: str = "ltr"
    patterns: dict[str, str] = {}
    months: dict[str, tuple[str, ...]] = {}
    plurals: str = "other " * 200


@cache
def locale_data(tag: str) -> LocaleData:
    """What CLDR says of the language of a BCP 47 tag."""
    if tag not in KEPT:
        return from_babel(tag)
    return json.decode((_FOLDER / f"{tag}.json").read_bytes(), type=LocaleData)


@cache
def territories_of_zones() -> Mapping[str, str]:
    """The country or region of each time zone, by its code."""
    return json.decode((_FOLDER / "zones.json").read_bytes(), type=dict[str, str])


def written(day: dt.date, pattern: str, tag: str) -> str:
    """A date by a pattern of CLDR, or by the name of a style of the language."""
    known = locale_data(tag)
    pattern = known.patterns.get(pattern, pattern)
    fields = {"d": f"{day.day}", "dd": f"{day:%d}", "M": f"{day.month}", "MM": f"{day:%m}"}
    fields |= {width: names[day.month - 1] for width, names in known.months.items()}
    fields["y"] = f"{day.year}"
    if any(match[2] and match[0] not in fields for match in _FIELD.finditer(pattern)):
        from babel.dates import format_date  # a pattern of one's own may ask for more

        return format_date(day, pattern, locale=_DATES.get(tag, tag).replace("-", "_"))
    return _FIELD.sub(lambda match: fields.get(match[0]) or _unquoted(match[1]), pattern)


def _unquoted(words: str) -> str:
    return words.replace("''", "'") or "'"


def from_babel(tag: str) -> LocaleData:
    """What Babel says of a language."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    likely = get_global("likely_subtags")
    found = likely.get(tag.replace("-", "_")) or likely.get(tag.partition("-")[0], "")
    region = found.rpartition("_")[2]
    try:
        locale, dates = Locale.parse(tag, sep="-"), Locale.parse(_DATES.get(tag, tag), sep="-")
    except (UnknownLocaleError, ValueError):
        return LocaleData(region=region)
    cities = {zone: said.get("city") for zone, said in locale.time_zones.items()}
    months = {"MMM": dates.months["format"]["abbreviated"], "MMMM": dates.months["format"]["wide"]}
    return LocaleData(
        territories=dict(locale.territories.items()),
        cities={zone: name for zone, name in cities.items() if name},
        region=region,
        direction=locale.text_direction,
        patterns={style: dates.date_formats[style].pattern for style in ("long", "medium")},
        months={width: tuple(map(names.get, range(1, 13))) for width, names in months.items()},
        plurals="".join(f"{locale.plural_form(count)} " for count in range(200)),
    )


def plural_form(count: int, tag: str) -> str:
    """The form of a plural that a language has for so many, as CLDR calls it."""
    forms = locale_data(tag).plurals.split()
    return forms[count if count < len(forms) else count % 100 + 100]
