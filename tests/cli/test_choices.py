from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

from bluf.cli.choices import completes_list, completes_with, one_of, some_of, text_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN = ("docx", "md", "pdf")


def test_a_word_is_read_in_capitals_or_not() -> None:
    assert one_of("format", KNOWN)("PDF") == "pdf"
    assert some_of("format", KNOWN)("MD, docx") == "md,docx"


def test_a_word_that_is_not_known_is_told_with_one_that_is_near() -> None:
    with pytest.raises(typer.BadParameter, match="docx"):
        some_of("format", KNOWN)("md,doxc")


def test_only_an_encoding_of_text_is_one() -> None:
    assert text_encoding("cp1252") == "cp1252"
    for name in ("zlib", "utf-99", "a\0b"):
        with pytest.raises(typer.BadParameter, match="is not a text encoding"):
            text_encoding(name)


def test_the_last_of_several_words_is_completed() -> None:
    complete = completes_list(KNOWN)
    assert complete("p") == ["pdf"]
    assert complete("md,") == ["md,docx", "md,pdf"]


def test_a_prompt_is_no_place_for_a_fault() -> None:
    def broken() -> Iterator[str]:
        yield "one"
        raise OSError

    assert completes_with(broken)("o") == []
