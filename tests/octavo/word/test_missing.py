"""What a template says itself of names that its data lacks."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

import octavo

if TYPE_CHECKING:
    from collections.abc import Callable

    P = Callable[..., str]
    WordFile = Callable[..., bytes]

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"


def with_properties(data: bytes, **properties: str) -> bytes:
    """A Word file with custom properties of these names and texts."""
    inner = "".join(
        f'<property name="octavo.{k}"><v>{v}</v></property>' for k, v in properties.items()
    )
    target = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as before, ZipFile(target, "w") as after:
        for name in before.namelist():
            text = before.read(name).decode()
            pointer = f'<Relationship Id="c" Type="{KIND}" Target="custom.xml"/></Relationships>'
            if name == "_rels/.rels":
                text = text.replace("</Relationships>", pointer)
            override = f'<Override PartName="/custom.xml" ContentType="{TYPE}"/></Types>'
            after.writestr(name, text.replace("</Types>", override))
        after.writestr("custom.xml", f"<Properties>{inner}</Properties>")
    return target.getvalue()


@pytest.mark.parametrize(("word", "text"), [("empty", "a "), (" Keep", "a {{ b }}")])
def test_a_property_says_what_becomes_of_missing_names(
    word: str, text: str, word_file: WordFile, p: P
) -> None:
    program = octavo.compile_template(
        with_properties(word_file(p("a {{ b }}")), missing=word, x="")
    )
    filled = program.fill({})
    assert [block.text for block in octavo.read_text(filled.content)] == [text]
    assert [note.message for note in filled.notes] == ["in “{{ b }}”, “b” is not in the data"]
    with pytest.raises(octavo.RenderError):
        program.render({}, missing="error")


def test_a_property_of_another_word_is_a_fault(word_file: WordFile, p: P) -> None:
    data = with_properties(word_file(p("a")), missing="perhaps")
    (fault,) = octavo.check_template(data)
    assert fault.message.endswith(
        "the property says “perhaps”, which is not a way to treat missing names"
    )
    assert fault.hint == "write error, empty, keep there"
    assert str(fault.location) == "custom.xml"
