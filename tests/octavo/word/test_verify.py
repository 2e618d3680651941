from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

from octavo.word.elements import compact
from octavo.word.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_sound_part_passes(compile_body: Callable[..., Any]) -> None:
    package = compile_body("<w:p/>").package
    verify(package, {package.main: package.parts[package.main].data}, {})


def test_names_without_a_namespace_stay_as_they_are() -> None:
    assert compact(etree.fromstring('<x a="1&lt;"><y xmlns="other"/></x>')) == '<x a="1&lt;"/>'
