from __future__ import annotations

from typing import TYPE_CHECKING

from bluf import api
from bluf.verification.report import summary

if TYPE_CHECKING:
    from pathlib import Path


def test_a_quotation_that_leaves_out_a_negation_is_not_counted_as_found(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("He said that we will not fund the crossing in 2027.\n", encoding="utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text("He said “we will … fund the crossing in 2027”.\n", encoding="utf-8")
    said = summary(api.verify_draft(draft, source))
    assert said.endswith("0 of 1 quotation found in 1 source; 1 altered-sense")
    (each,) = api.verify_draft(draft, source).checked
    assert each.verdict == "altered-sense"
