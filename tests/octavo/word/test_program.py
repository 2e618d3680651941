from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from docx import Document
from lxml import etree

from octavo.ooxml import HYPERLINK, NAMESPACES, qn
from octavo.word import compile_template
from octavo.word.elements import compact
from octavo.word.program import verify, with_pointers, without
from octavo.word.rendering import Pointer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PART = etree.fromstring(
    f'<Relationships xmlns="{NAMESPACES["rel"]}"><Relationship Id="a" Type="t" Target="a.xml"/>'
    '<Relationship Id="b" Type="t" Target="b.xml"/></Relationships>'
)


def test_a_template_is_compiled_once_and_filled_often(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Dear {{ name }},")
    document.save(str(tmp_path / "letter.docx"))

    program = compile_template(tmp_path / "letter.docx")

    for name in ("Ada", "R&D <b>"):
        (tmp_path / "out.docx").write_bytes(program.render({"name": name}))
        paragraphs = Document(str(tmp_path / "out.docx")).paragraphs
        assert [paragraph.text for paragraph in paragraphs] == [f"Dear {name},"]
    assert ZipFile(tmp_path / "out.docx").testzip() is None


def ids(data: bytes) -> list[str | None]:
    return [one.get("Id") for one in etree.fromstring(data).iter(qn("rel:Relationship"))]


def test_what_goes_is_left_out_and_what_rendering_adds_comes_last() -> None:
    pointer = Pointer("c", HYPERLINK, 'https://a.org/?b&c="', external=True)
    data = with_pointers(without(PART, {"a"}), [pointer])
    assert ids(data) == ["b", "c"]
    added = etree.fromstring(data)[-1]
    assert (added.get("Target"), added.get("TargetMode")) == (pointer.target, "External")


def test_a_part_that_is_missing_or_emptied_takes_more() -> None:
    pointer = Pointer("c", HYPERLINK, "a.xml", external=False)
    for start in (without(None, ()), without(PART, {"a", "b"})):
        assert ids(with_pointers(start, [pointer])) == ["c"]


def test_a_sound_part_passes(compile_body: Callable[..., Any]) -> None:
    package = compile_body("<w:p/>").package
    verify(package, {package.main: package.parts[package.main].data}, {})


def test_names_without_a_namespace_stay_as_they_are() -> None:
    assert compact(etree.fromstring('<x a="1&lt;"><y xmlns="other"/></x>')) == '<x a="1&lt;"/>'
