"""What a program may let stand in a file though it is refused else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import octavo
from octavo.ooxml import PackageError, read_package

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Rels = Callable[..., str]

RELS = "word/_rels/document.xml.rels"
OBJECT = ("oleObject", "o.bin")
OLE = "<w:p><w:r><w:object><o:OLEObject r:id='rId1'/></w:object></w:r></w:p>"
DRAWING = "<w:p><w:r><w:drawing><a:blip r:link='rId1'/></w:drawing></w:r></w:p>"
HINT = "; who fills a template may allow “{}”"


def hints(data: bytes, allow: tuple[str, ...] = ()) -> list[str]:
    with pytest.raises(PackageError) as caught:
        read_package(data, "a.docx", allow=allow)
    return [finding.hint for finding in caught.value.findings]


def test_an_object_stays_where_it_is_allowed(docx: Docx, rels: Rels) -> None:
    data = docx(OLE, parts={RELS: rels(OBJECT), "word/o.bin": "x"})
    (hint,) = hints(data)
    assert hint.endswith(HINT.format("ole"))
    program = octavo.compile_template(data, allow=["ole"])
    (note,) = program.warnings
    assert note.message == "the file holds an embedded object (OLE); it is allowed"
    assert note.level is octavo.Level.NOTE
    made = read_package(program.render({}), "made.docx", allow=["ole"])
    assert made.parts["word/o.bin"].data == b"x"
    assert octavo.check_template(data, allow=["ole"]) == (note,)


@pytest.mark.parametrize(
    ("target", "is_allowed"),
    [
        ("https://example.org/logo.png", True),
        ("file:///C:/logo.png", True),
        ("//server/share/logo.png", False),
        ("\\\\server\\share\\logo.png", False),
        ("https://name@example.org/logo.png", False),
    ],
)
def test_a_linked_picture_stays_where_it_is_allowed(
    target: str, *, is_allowed: bool, docx: Docx, rels: Rels
) -> None:
    data = docx(DRAWING, parts={RELS: rels(("image", target))})
    (hint,) = hints(data, ("ole",))
    assert hint.endswith(HINT.format("linked-pictures")) == is_allowed
    if is_allowed:
        made = octavo.compile_template(data, allow=["linked-pictures"]).render({})
        package = read_package(made, "made.docx", allow=["linked-pictures"])
        assert [one.target for one in package.relationships(package.main)] == [target]
    else:
        assert hints(data, ("linked-pictures",))


def test_a_control_is_refused_whatever_is_allowed(docx: Docx, rels: Rels) -> None:
    data = docx(
        "<w:p><w:r><w:control r:id='rId1'/></w:r></w:p>",
        parts={RELS: rels(("control", "c.xml")), "word/c.xml": "<a/>"},
    )
    assert hints(data, ("ole", "linked-pictures"))


def test_nothing_else_can_be_allowed(docx: Docx) -> None:
    with pytest.raises(ValueError, match="“macros” cannot be allowed; linked-pictures, ole can"):
        read_package(docx(), "a.docx", allow=("macros",))
