"""The door: what it takes, what it does without any brief."""

from __future__ import annotations

import ast
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

import octavo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from octavo.inputs import Input

RED = Path(__file__).parent / "word" / "cases" / "092-image-value" / "red.png"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    template = docx.Document()
    template.add_paragraph("Dear {{ name }},")
    template.save(str(tmp_path / "letter.docx"))
    return tmp_path / "letter.docx"


def ways(path: Path) -> list[Input]:
    data = path.read_bytes()
    return [path, str(path), data, bytearray(data), memoryview(data), io.BytesIO(data)]


def test_a_file_is_given_in_any_way(letter: Path) -> None:
    made = [octavo.render(way, {"name": "Ada"}) for way in ways(letter)]
    assert len(set(made)) == 1
    for way in ways(letter):
        assert [block.text for block in octavo.read_text(way)] == ["Dear {{ name }},"]
    for way in ways(letter):
        assert octavo.compare(letter, way) == ()
    assert {octavo.measure(way).pages for way in ways(letter)} == {1}


def test_an_open_file_has_its_name_and_is_one_of_bytes(letter: Path) -> None:
    with letter.open("rb") as file:
        (field,) = octavo.fields(file)
    assert str(field.location) == f"{letter.as_posix()}: body, paragraph 1"
    with pytest.raises(TypeError, match="open it with mode “rb”"):
        octavo.read_text(io.StringIO(""))


def test_a_template_of_markdown_has_its_ending(tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_text("{{ a }}\n", encoding="utf-8")
    assert octavo.render(path, {"a": 1}) == b"1\n"
    with path.open("rb") as file:
        assert octavo.render(file, {"a": 1}) == b"1\n"


def test_a_template_is_checked_without_data(letter: Path, tmp_path: Path) -> None:
    assert octavo.check_template(letter) == ()
    (fault,) = octavo.check_template(tmp_path / "none.docx")
    assert fault.rule == "file-unreadable"
    (tmp_path / "t.md").write_text("{{ a", encoding="utf-8")
    (fault,) = octavo.check_template(tmp_path / "t.md")
    assert fault.rule == "template-syntax"


def test_a_picture_is_given_in_any_way(letter: Path) -> None:
    with RED.open("rb") as file:
        made = {
            octavo.render(letter, {"name": octavo.Picture(way)})
            for way in (RED, str(RED), RED.read_bytes(), file)
        }
    assert len(made) == 1
    with pytest.raises(octavo.RenderError, match="from memory"):
        octavo.render(letter, {"name": octavo.Picture(b"")})


ALONE = """
import sys
import zipfile
sys.modules["bluf"] = None
import io, docx, octavo
document = docx.Document()
document.add_paragraph("{{ a }}")
held = io.BytesIO()
document.save(held)
assert octavo.check_template(held.getvalue()) == ()
made = octavo.render(held.getvalue(), {"a": "x"})
assert [block.text for block in octavo.read_text(made)] == ["x"]
assert octavo.compare(held.getvalue(), made)
assert octavo.measure(made).pages == 1
"""


def test_a_program_needs_nothing_of_bluf() -> None:
    subprocess.run([sys.executable, "-c", ALONE], check=True)


def test_our_own_tests_need_nothing_of_bluf() -> None:
    files = sorted(Path(__file__).parent.rglob("*.py"))
    imported = {module for path in files for module in modules(path) if module}
    assert "octavo" in imported
    ours = ("bluf", "tests")
    aside = {module for module in imported if module.split(".")[0] in ours}
    assert {module for module in aside if not module.startswith("tests.octavo.")} == set()


def modules(path: Path) -> Iterator[str | None]:
    """What a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (each.name for each in node.names)


def test_a_template_has_a_schema(tmp_path: Path) -> None:
    path = tmp_path / "t.md"
    path.write_text(
        "{{ a.b }}{% for x in xs %}{{ x }}{% endfor %}{% if c %}{% endif %}{{ ys[0].z }}"
        "{% for y in ys %}{% endfor %}{{ a }}",
        encoding="utf-8",
    )
    printed = {"type": ["string", "number", "boolean", "null"]}
    assert octavo.schema(path) == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            "a": {"type": "object", "properties": {"b": printed}},
            "xs": {"type": "array", "items": printed},
            "c": {},
            "ys": {"type": "array", "items": {"type": "object", "properties": {"z": printed}}},
        },
    }


def test_what_is_only_read_may_hold_what_no_template_may(letter: Path) -> None:
    code = 'w:instr="INCLUDETEXT &quot;a.docx&quot;"'
    field = f"<w:fldSimple {code}><w:r><w:t>x</w:t></w:r></w:fldSimple>"
    with zipfile.ZipFile(letter) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"</w:r></w:p>", f"</w:r>{field}</w:p>".encode(), 1
    )
    with zipfile.ZipFile(letter, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert octavo.read_text(letter)[0].text.startswith("Dear {{ name }},")
    assert octavo.compare(letter, letter) == ()
    assert octavo.measure(letter).pages == 1
    (fault,) = octavo.check_template(letter)
    assert fault.rule == "active-content"
