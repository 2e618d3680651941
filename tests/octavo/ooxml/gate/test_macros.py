from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("word/vbaProject.bin", "application/octet-stream"),
        ("word/other.bin", "application/vnd.ms-office.vbaProject"),
        ("word/other.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
    ],
)
def test_a_part_that_holds_macros_is_refused_whatever_its_name(
    docx: Callable[..., bytes], refusal: Callable[[bytes], dict[str, str]], name: str, kind: str
) -> None:
    data = docx(parts={name: "<a/>"}, types_of={name: kind})
    assert f"the part “{name}” holds macros" in refusal(data)["macro-content"]


def test_a_key_that_is_bound_to_a_macro_is_refused(
    docx: Callable[..., bytes],
    part: Callable[[str, str], str],
    refusal: Callable[[bytes], dict[str, str]],
) -> None:
    keys = part("tcg", '<wne:keymap><wne:macro wne:macroName="A"/></wne:keymap>')
    data = docx(parts={"word/customizations.xml": keys})
    assert "a key is bound to a macro" in refusal(data)["macro-content"]
