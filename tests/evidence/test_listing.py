from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evidence.conftest import SOURCES

from bluf.evidence import proven, rows

if TYPE_CHECKING:
    from tests.evidence.conftest import MakeBrief


def test_a_follow_up_is_not_told_twice(make_brief: MakeBrief) -> None:
    evidence = (
        "[{source: a, due: soon, quote: We discussed a dialogue soon}, "
        "{source: b, due: later this year, quote: They agreed a dialogue later this year}]"
    )
    brief = make_brief(
        f"{SOURCES}outcomes:\n"
        f"  - {{id: O1, statement: Dialogue, strength: agreed, evidence: {evidence}}}\n"
        f"follow_ups:\n  - {{id: F1, action: Hold it, follows: [O1], evidence: {evidence}}}\n",
        a="We discussed a dialogue soon.",
        b="They agreed a dialogue later this year.",
        c="A dialogue.",
    )
    proof = proven(brief).proof
    assert [difference.item for difference in proof.differences] == ["O1"]
    assert [row.differs for row in rows(brief.brief, proof)] == [True] * 4
    assert [row.side for row in rows(brief.brief, proof)] == ["Serbia", "U.S."] * 2
    assert rows(brief.brief, proof)[0].says == ("discussed", "soon")
