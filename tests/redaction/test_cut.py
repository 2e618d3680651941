"""A record without what an audience may not see."""

from __future__ import annotations

import pytest
from tests.redaction.conftest import HEAD, PARTNERS, cut

from bluf.data import read_mapping
from bluf.markings import schemes
from bluf.redaction import lacking_versions


def test_the_banner_is_that_of_what_is_left() -> None:
    assert cut().marking == "CONFIDENTIAL"
    assert cut(portions={"title": "U", "head": "U", "bottom_line": "U"}).marking == "UNCLASSIFIED"


@pytest.mark.parametrize(
    ("due", "left"),
    [
        ({"after": "F1"}, None),
        ({"after": "F1", "latest": "2025-12-31"}, {"latest": "2025-12-31"}),
        ({"after": "F3"}, {"after": "F2"}),
        ({"after": "the ratification"}, {"after": "the ratification"}),
    ],
)
def test_what_has_to_come_first_is_not_told_where_it_is_hidden(
    due: dict[str, str], left: dict[str, str] | None
) -> None:
    follow_ups = [
        {"action": "Hide", "marking": "SECRET"},
        {"action": "Wait", "marking": "U", "due": due, "owner": "a"},
        {"action": "Write", "marking": "U"},
    ]
    shown = cut(follow_ups=follow_ups).follow_ups
    assert [each.id for each in shown] == ["F1", "F2"]
    brief = read_mapping({**HEAD, "follow_ups": [{"action": "x", "due": left or {"after": "y"}}]})
    expected = brief.brief.follow_ups[0].due if left else None
    assert shown[0].due == expected


def test_a_brief_that_begins_no_version_lacks_none() -> None:
    data = read_mapping({**HEAD, "portions": {}})
    assert lacking_versions(data, [PARTNERS], schemes()) == ()
