from __future__ import annotations

from tests.verification.conftest import words

from bluf.verification import QuotedAs


def test_a_block_quotation_of_markdown_is_quoted() -> None:
    text = "Text.\n\n> They met\n> in `May`.\n>\n> — Minister\n"
    assert words(text) == [("They met in May.", QuotedAs.BLOCK)]


def test_a_block_made_up_of_marked_passages_is_these() -> None:
    assert words("> “We met,” she said.\n") == [("We met,", QuotedAs.MARKS)]


def test_a_box_of_github_is_no_quotation() -> None:
    assert words("> [!NOTE]\n> Beware.\n>\n> Again.\n\n> Quoted.\n") == [
        ("Quoted.", QuotedAs.BLOCK)
    ]
