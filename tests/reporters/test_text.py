from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.reporters import REPORTERS, width
from bluf.reporters.text import in_colour
from octavo.finding import Finding, Level
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Sequence

EXPECTED = """\
briefs/a/brief.yaml:12:5: error unknown-key: “aks” is not a field of a request
   12 |     aks: Understanding over the verdicts
      |     ^
      = did you mean “ask”?
out/a.docx: body, table 1, row 2: warning heading-skipped: \
a heading of level 3 follows one of level 1
   | Follow-ups
   | with owner
   level 1: “Requests”
   level 3: “Follow-ups”
record.xlsx:Requests!C7: error data-type: “soon” is not a date
sources/release.pdf: page 2, line 7: note quote-ambiguous: \
the quotation stands there more than once
/data/a b,c:d%.csv: error encoding: the file is not UTF-8
   = save it as UTF-8, or name its encoding: --encoding cp1252
"""


def _report(findings: Sequence[Finding]) -> str:
    return REPORTERS["text"](findings)


def _at(excerpt: str, column: int) -> list[str]:
    location = TextLocation("a.yaml", 3, column)
    finding = Finding("data-type", Level.ERROR, "no", location, excerpt=excerpt)
    return _report([finding]).splitlines()


def test_each_finding_has_place_fault_excerpt_and_remedy(findings: tuple[Finding, ...]) -> None:
    assert _report(findings) == EXPECTED


def test_no_finding_gives_no_text() -> None:
    assert _report([]) == ""


def test_colour_is_added_only_on_request(findings: tuple[Finding, ...]) -> None:
    coloured = in_colour(findings)
    assert "\x1b[31merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == EXPECTED


def test_the_caret_stands_below_its_place_after_tabs_and_wide_characters() -> None:
    _, line, caret = _at("\t外交: x", 5)
    assert width(line.partition(": ")[0]) + 1 == caret.index("^")


def test_a_long_line_is_cut_around_the_caret() -> None:
    _, line, caret = _at("a" * 300 + "B" + "c" * 300, 301)
    assert len(line) < 120
    assert line[caret.index("^")] == "B"
    assert line.startswith("   3 | …a")
    assert line.endswith("c…")


def test_a_column_past_the_end_of_the_line_points_behind_it() -> None:
    _, line, caret = _at("abc", 50)
    assert caret.index("^") == len(line)


def test_nothing_in_data_steers_a_terminal_or_a_log(hostile: Finding) -> None:
    report = _report([hostile])
    report.encode("utf-8")
    assert "\x1b" not in report
    assert "\u202e" not in report
    assert "##[" not in report
    assert "##vso[" not in report
    assert not any(line.lstrip().startswith("::") for line in report.splitlines())
    assert len(report.splitlines()) == 5
