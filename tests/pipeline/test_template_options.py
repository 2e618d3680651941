from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from bluf.cli.summary import page_in_words
from bluf.pipeline import Order, make, shipped_folder
from bluf.pipeline.render import options_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str], None]

LONG = "Serbia and the United States went through the whole of their relations at length. "
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


@pytest.fixture
def asking(tmp_path: Path) -> Callable[[str], Path]:
    """The shipped Word template with a custom property ``bluf.fit`` of that content."""

    def make_template(content: str) -> Path:
        entry = f'<property fmtid="{_FORMAT}" pid="2" name="bluf.fit">{content}</property>'
        spaces = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
        target = tmp_path / "own.docx"
        with (
            zipfile.ZipFile(shipped_folder() / "brief.docx") as shipped,
            zipfile.ZipFile(target, "w") as own,
        ):
            for name in shipped.namelist():
                if name != "docProps/custom.xml":
                    own.writestr(name, shipped.read(name))
            own.writestr("docProps/custom.xml", f"<Properties {spaces}>{entry}</Properties>")
        return target

    return make_template


def test_a_template_says_yes_to_what_it_wishes(asking: Callable[[str], Path]) -> None:
    assert options_of(asking("<vt:bool>true</vt:bool>")) == {"bluf.fit"}


@pytest.mark.parametrize("content", ["<vt:bool>false</vt:bool>", "<vt:lpwstr>true</vt:lpwstr>"])
def test_anything_else_is_no_yes(asking: Callable[[str], Path], content: str) -> None:
    assert options_of(asking(content)) == frozenset()


def test_a_template_may_ask_to_be_tightened(
    brief: Path, edit: Edit, asking: Callable[[str], Path]
) -> None:
    edit("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * 11}\n")
    template = str(asking("<vt:bool>true</vt:bool>"))
    product = make(Order(brief, formats=("docx",), template=template))
    assert page_in_words(product.page).startswith("1 page, ")
    assert "fitted: space between paragraphs" in page_in_words(product.page)
    assert b"bluf.fit" not in product.outputs[0].content


def test_type_grows_only_where_the_template_asks_for_it(
    brief: Path, asking: Callable[[str], Path]
) -> None:
    text = brief.read_text(encoding="utf-8")
    brief.write_text(text[: text.index("background: >-")], encoding="utf-8")
    template = str(asking("<vt:bool>true</vt:bool>"))
    own = make(Order(brief, formats=("docx",), template=template))
    shipped = make(Order(brief, formats=("docx",)))
    assert own.page is not None
    assert shipped.page is not None
    assert [str(each) for each in own.page.changes] == []
    assert [str(each) for each in shipped.page.changes] == ["type size 10 pt → 11 pt"]
