from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from octavo.expressions import FaultError
from octavo.expressions.filters.language import locale_of


def test_a_filter_names_a_language_or_takes_that_of_the_rendering() -> None:
    context: Any = SimpleNamespace(language="fr")
    assert locale_of(context, None).language == "fr"
    assert locale_of(context, "sr-Latn").script == "Latn"


def test_a_language_that_is_not_known_is_refused() -> None:
    context: Any = SimpleNamespace(language="en")
    with pytest.raises(FaultError, match="“xx-yy” is not a language known here"):
        locale_of(context, "xx-yy")
