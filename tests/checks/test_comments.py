from __future__ import annotations

import pytest

from bluf.checks.suppression import comments
from bluf.data.lines import Lines


def _texts(path: str, text: str) -> list[tuple[str, int, int, bool]]:
    return [
        (comment.text, comment.location.line, comment.location.column, comment.alone)
        for comment in comments(Lines(path, text))
    ]


def test_comments_of_yaml_have_their_places() -> None:
    text = "# one\r\na: b  # two\r\n  # three"
    assert _texts("a.yaml", text) == [
        ("# one", 1, 1, True),
        ("# two", 2, 7, False),
        ("# three", 3, 3, True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: 'b # no'",
        'a: "b # no"',
        "a: b#no",
        "a: |\n  b\n  # no\n",
        "a: >-\n  # no\n  b\nc: d\n",
        "a: 'b\n  # no'\n",
    ],
)
def test_a_hash_within_a_scalar_of_yaml_starts_no_comment(text: str) -> None:
    assert _texts("a.yml", text) == []


def test_a_comment_behind_the_mark_of_a_block_scalar_is_one() -> None:
    assert _texts("a.yaml", "a: >-  # yes\n  b\n") == [("# yes", 1, 8, False)]


def test_comments_of_toml_lie_outside_strings() -> None:
    text = "# one\na = \"b # no\" # two\nc = '# no'\nd = \"\"\"\n# no\n\"\"\"\ne = '''\n# no'''\n"
    assert _texts("a.toml", text) == [("# one", 1, 1, True), ("# two", 2, 14, False)]


def test_json_has_no_comments() -> None:
    assert _texts("a.json", '{"a": 1} # no') == []
