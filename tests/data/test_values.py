from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data import read
from octavo.location import TextLocation

if TYPE_CHECKING:
    from pathlib import Path


def test_what_deceives_the_eye_is_a_warning_at_its_place(tmp_path: Path, small: str) -> None:
    path = tmp_path / "brief.yaml"
    text = small.replace("Talks", "'Access \u202elevel\u202c user'").replace("Desk", "pаypal")
    path.write_text(text, encoding="utf-8")

    bidi, mixed = read(path).warnings

    assert (bidi.rule, bidi.location) == ("bidi-control", TextLocation(path.as_posix(), 2, 16))
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in bidi.message
    assert "\u202e" not in bidi.excerpt
    assert (mixed.rule, mixed.location) == ("mixed-script", TextLocation(path.as_posix(), 5, 7))
    assert "“а” is U+0430 CYRILLIC SMALL LETTER A" in mixed.message
