"""A brief as pytest collects it: an item for each group of rules."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from bluf.pipeline import Product, examine, order_from
from bluf.reporters import REPORTERS
from bluf.rules import BY_NAME, GROUPS
from bluf.settings import read_settings
from octavo.finding import FindingsError, Level

if TYPE_CHECKING:
    from _pytest._code.code import ExceptionInfo, TerminalRepr


class BriefFile(pytest.File):
    """One data file; it is examined once, when the first of its items runs."""

    @cached_property
    def product(self) -> Product:
        """What the rules say of the brief, by the settings of its folder."""
        settings, home = read_settings(self.path.parent, os.environ)
        day = self.config.getoption("--bluf-as-of")
        as_of = dt.date.fromisoformat(day) if day else None
        data = Path(os.path.relpath(self.path))
        return examine(replace(order_from(settings, home), data=data, as_of=as_of))

    def collect(self) -> Iterator[BriefItem]:
        """An item for each group of rules."""
        for group in GROUPS:
            yield BriefItem.from_parent(self, name=group)


class BriefItem(pytest.Item):
    """One group of rules, over one brief; only an error fails it."""

    def runtest(self) -> None:
        """Fail with the findings of this group.

        Raises:
            FindingsError: There are errors among them.
        """
        product = self._brief.product
        found = [each for each in product.findings if BY_NAME[each.rule].group == self.name]
        if any(each.level is Level.ERROR for each in found):
            raise FindingsError(found)
        if product.refused:
            pytest.skip("the brief was refused: see its other items")
        if found:
            self.add_report_section("call", "bluf", REPORTERS["text"](found))

    @property
    def _brief(self) -> BriefFile:
        brief = self.getparent(BriefFile)
        assert brief is not None  # noqa: S101 - BriefFile alone makes these items
        return brief

    def repr_failure(
        self,
        excinfo: ExceptionInfo[BaseException],
        style: Any = None,  # noqa: ANN401 - pytest's
    ) -> str | TerminalRepr:
        """The findings, not a traceback."""
        if isinstance(excinfo.value, FindingsError):
            return REPORTERS["text"](excinfo.value.findings)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The brief and the group, as pytest heads a failure."""
        return self.path, 0, f"{self.path.parent.name}: {GROUPS[self.name].lower()}"
