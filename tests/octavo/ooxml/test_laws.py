"""Laws that hold for any text, any split into runs, any address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.ooxml import PackageError, read_package, read_text, write_package
from octavo.ooxml.comparison import compare
from octavo.ooxml.relationships import is_typed_link, is_web_link, resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]

_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufffe\uffff"),
    max_size=40,
)


def _runs(pieces: list[str]) -> str:
    texts = (f'<w:r><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in pieces)
    return f"<w:p>{''.join(texts)}</w:p>"


@given(pieces=st.lists(_TEXT, max_size=6))
def test_text_is_the_same_however_it_is_split_into_runs(docx: Docx, pieces: list[str]) -> None:
    whole = read_package(docx(_runs(["".join(pieces)])), "a.docx")
    split = read_package(docx(_runs(pieces)), "a.docx")
    assert [block.text for block in read_text(split)] == ["".join(pieces)]
    assert compare(whole, split) == ()


@given(text=_TEXT, others=st.binary(max_size=200))
def test_what_is_written_reads_the_same_and_writes_the_same(
    docx: Docx, text: str, others: bytes
) -> None:
    package = read_package(docx(parts={"word/media/a.png": others}), "a.docx")
    main = docx_main = package.parts[package.main].data.replace(b"Text", escape(text).encode())
    written = write_package(package, {package.main: main})
    again = read_package(written, "b.docx")
    assert again.parts[again.main].data == docx_main
    assert again.parts["word/media/a.png"].data == others
    assert write_package(again, {}) == written


@given(data=st.binary(max_size=400))
def test_any_bytes_are_refused_by_our_own_error(data: bytes) -> None:
    with pytest.raises(PackageError):
        read_package(data, "a.docx")


@given(target=st.text(st.sampled_from("./\\%2eEa#"), max_size=20))
def test_a_target_never_leaves_the_package(target: str) -> None:
    steps = resolve("word/document.xml", target).split("/")
    assert ".." not in steps
    assert "." not in steps


@given(address=st.text(max_size=30) | st.from_regex(r"[a-z]{2,11}:.{0,10}", fullmatch=True))
def test_an_admitted_address_is_of_the_web_or_of_this_file(address: str) -> None:
    plain = re.sub("[\x00-\x20\x7f-\xa0]", "", unquote(address)).lower()
    if is_web_link(address):
        assert not plain or plain.startswith(("http:", "https:", "mailto:", "tel:", "#"))
        assert is_typed_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org@evil.invalid",
        "https:example.org@evil.invalid",
        "HTTP:\\\\user:word@evil.invalid/x",
        "https://user%40x@evil.invalid",
        "https://example.org/\u202egpj.exe",
        "https://example.org/%E2%80%AEx",
        "https://example\u2066.org",
        "java\tscript:x",
        "file:///x",
        "{{ url }}",
        "docs/a.pdf",
    ],
)
def test_no_value_makes_an_address_that_looks_like_another(address: str) -> None:
    assert not is_web_link(address)


@pytest.mark.parametrize(
    "address", ["https://example.org/a@b", "https://example.org?m=a@b", "mailto:a@b.org", "tel:+1"]
)
def test_a_value_may_lead_to_the_web_to_mail_and_to_a_telephone(address: str) -> None:
    assert is_web_link(address)
