from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.verification import lines, mapping, summary
from bluf.verification.report import place_in
from octavo.location import FileLocation, PageLocation

if TYPE_CHECKING:
    from tests.verification.conftest import MakeVerification

DRAFT = """\
“We agreed to reopen the crossing” and “10,000 lorries” [release].

“agree on tariffs” and “we agreed to close the crossing by 2027”

“nothing at all like this”
"""
DIFFERENCE = "the nearest passage differs in words and capital and small letters"


def test_the_table_shows_verdict_words_and_place(verified: MakeVerification) -> None:
    assert list(lines(verified(DRAFT))) == [
        "draft.md: 3 of 5 quotations found in 2 sources; 1 near, 1 not found",
        "",
        "found      1:2  “We agreed to reopen the crossing”",
        "           sources/release.txt:2:2",
        "",
        "found      1:41  “10,000 lorries”",
        "           sources/note.txt:1:22 (the draft names sources/release.txt)",
        "",
        "found      3:2  “agree on tariffs”",
        "           sources/release.txt:2:76",
        "           warning: “agree on tariffs” leaves out “not” just before it",
        "",
        "near       3:25  “we agreed to close the crossing by 2027”",
        f"           sources/release.txt:2:2: {DIFFERENCE}",
        "           source: >We< agreed to >reopen< the crossing by 2027",
        "           quoted: >we< agreed to >close< the crossing by 2027",
        "",
        "not found  5:2  “nothing at all like this”",
    ]


def test_one_is_one(verified: MakeVerification) -> None:
    assert summary(verified("“crossing” and “x”", 1)).startswith("draft.md: 1 of 2 quotations")
    assert summary(verified("“the crossing” and “x”", 2)) == (
        "draft.md: 1 of 1 quotation found in 2 sources; 1 too short to look up"
    )


def test_the_object_says_the_same(verified: MakeVerification) -> None:
    made = mapping(verified(DRAFT))
    assert made["counts"] == {
        "quotations": 5,
        "found": 3,
        "altered": 0,
        "undecided": 0,
        "unseen": 0,
        "near": 1,
        "missing": 1,
        "too_short": 0,
    }
    assert made["quotations"][3] == {  # type: ignore[index]
        "words": "we agreed to close the crossing by 2027",
        "place": "3:25",
        "marked_by": "quotation marks",
        "verdict": "near",
        "source": "sources/release.txt",
        "source_place": "2:2",
        "source_words": "We agreed to reopen the crossing by 2027",
        "named_source": None,
        "difference": DIFFERENCE,
        "remarks": [],
    }
    assert made["quotations"][4]["source_place"] is None  # type: ignore[index]


def test_a_place_is_named_within_its_file() -> None:
    assert place_in(PageLocation("a.pdf", 2, 7)) == "page 2, line 7"
    assert place_in(FileLocation("a.pdf")) == ""
