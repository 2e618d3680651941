"""What a draft says for itself, no source need have."""

from __future__ import annotations

import pytest

from bluf.verification.own import own_lines


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("**Date:** 3 May 2024\nThey met on 4 May.", ["**Date:** 3 May 2024"]),
        ("To\nHead of the Asia desk\nThey met.", ["To", "Head of the Asia desk"]),
        ("| Date | 3 May |\n| Place | Rome |", ["| Date | 3 May |"]),
        (
            "# Talks\n\nThey met.\n\n## Next steps\n\n- Write to Oslo.\n\n## Past\n\nThey had.",
            ["## Next steps", "- Write to Oslo."],
        ),
        (
            "They met, all of them.\n\nAssessment\n\nIt went well, we think.\n\nBackground\nOld.",
            ["Assessment", "It went well, we think."],
        ),
        (
            "**Assessment:** It went well.\n\n**Facts:** They met.",
            ["**Assessment:** It went well."],
        ),
        ("**Datum:** 3. Mai 2024\nDie Minister und der Rat", ["**Datum:** 3. Mai 2024"]),
        ("The action was taken: they met.\n", []),
        ("Oslo, 18 May 2024.\nThey met.", ["Oslo, 18 May 2024."]),
        ("They met 18 May 2024.\n", []),
    ],
)
def test_heads_and_parts_are_the_authors_own(text: str, own: list[str]) -> None:
    assert [text[each.start : each.stop] for each in own_lines(text)] == own
