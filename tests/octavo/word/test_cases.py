"""Every folder of ``cases``: a template and data, and what becomes of them.

``check.json`` says what is expected: ``body`` is the whole of it, ``contains``, ``absent`` and the
``xml_`` keys are parts of it, ``locate`` is where an error has to point.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from lxml import etree

from octavo.finding import FindingsError
from octavo.location import WordLocation
from octavo.ooxml import qn
from octavo.word import compile_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CASES = sorted((Path(__file__).parent / "cases").iterdir())
Checks = dict[str, Any]


class Output(Protocol):
    """A rendered file, as ``conftest.py`` reads it."""

    text: str
    body: list[Any]
    root: etree._Element
    trees: dict[str, etree._Element]

    @property
    def stories(self) -> Iterator[etree._Element]: ...

    def xml(self, part: str) -> str: ...


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_case_gives_what_it_says(
    folder: Path, render_file: Callable[..., Any], case_values: Callable[..., Any]
) -> None:
    checks: Checks = json.loads((folder / "check.json").read_text(encoding="utf-8"))
    data = case_values(json.loads((folder / "data.json").read_text(encoding="utf-8")), folder)
    try:
        output = render_file(folder / "template.docx", data)
    except FindingsError as error:
        check_error(error, checks)
        return
    assert checks["expect"] in {"render", "either"}
    for key, check in CHECKS.items():
        if key in checks:
            check(output, checks[key])
    if not checks.get("allow_braces"):
        assert re.search(r"\{\{|\{%|\}\}|%\}", output.text) is None
    check_structure(output)


def test_the_same_input_gives_the_same_bytes(case_values: Callable[..., Any]) -> None:
    for folder in CASES:
        checks = json.loads((folder / "check.json").read_text(encoding="utf-8"))
        if checks["expect"] != "render":
            continue
        data = case_values(json.loads((folder / "data.json").read_text(encoding="utf-8")), folder)
        program = compile_template(folder / "template.docx")
        again = compile_template(folder / "template.docx")
        assert program.render(data) == program.render(data) == again.render(data)


def check_error(error: FindingsError, checks: Checks) -> None:
    assert checks["expect"] != "render", error
    place, message = checks["locate"], str(error)
    assert place.get("tag", "") in message
    assert len(error.findings) >= checks.get("count", 1)
    if place.get("part") == "header":
        assert "header 1" in message
    locations = [one.location for one in error.findings]
    steps = [dict(one.steps) for one in locations if isinstance(one, WordLocation)]
    for key in ("paragraph", "table", "row"):
        assert key not in place or any(one.get(key) == place[key] for one in steps), message


def _contains(output: Output, expected: list[str]) -> None:
    assert [one for one in expected if one not in output.text] == []


def _absent(output: Output, unwanted: list[str]) -> None:
    assert [one for one in unwanted if one in output.text] == []


def _counts(output: Output, expected: dict[str, int]) -> None:
    texts = "\n".join(
        "".join(one.text or "" for one in story.iter(qn("w:t"))) for story in output.stories
    )
    assert {one: texts.count(one) for one in expected} == expected


def _xml_contains(output: Output, expected: dict[str, list[str]]) -> None:
    for part, pieces in expected.items():
        assert [one for one in pieces if one not in output.xml(part)] == []


def _xml_absent(output: Output, unwanted: dict[str, list[str]]) -> None:
    for part, pieces in unwanted.items():
        assert [one for one in pieces if one in output.xml(part)] == []


def _xml_any(output: Output, ways: list[tuple[str, str, str]]) -> None:
    assert any((piece in output.xml(part)) == (how == "present") for part, how, piece in ways)


def _xml_count(output: Output, expected: dict[str, dict[str, int]]) -> None:
    for part, counts in expected.items():
        for start, count in counts.items():
            name = start.strip("<> ")
            assert sum(1 for _ in output.trees[part].iter(qn(name))) == count


def _grid_sum(output: Output, expected: int) -> None:
    widths = (int(one.get(qn("w:w")) or 0) for one in output.root.iter(qn("w:gridCol")))
    assert abs(sum(widths) - expected) <= 10


def _cell_widths(output: Output, most: int) -> None:
    for row in output.root.iter(qn("w:tr")):
        assert sum(int(one.get(qn("w:w")) or 0) for one in row.iter(qn("w:tcW"))) <= most + 10


def _numbering(output: Output, groups: list[list[str]]) -> None:
    numbers = {}
    for paragraph in output.root.iter(qn("w:p")):
        number = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None:
            text = "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
            numbers[text] = number.get(qn("w:val"))
    lists = [{numbers[text] for text in group} for group in groups]
    assert all(len(one) == 1 for one in lists)
    assert len(set().union(*lists)) == len(lists)


def _body(output: Output, expected: list[object]) -> None:
    assert output.body == expected


CHECKS: dict[str, Callable[[Output, Any], None]] = {
    "body": _body,
    "contains": _contains,
    "absent": _absent,
    "text_count": _counts,
    "xml_contains": _xml_contains,
    "xml_absent": _xml_absent,
    "xml_any": _xml_any,
    "xml_count": _xml_count,
    "grid_sum": _grid_sum,
    "tcw_sum_max": _cell_widths,
    "numids": _numbering,
}


def check_structure(output: Output) -> None:
    """What Word demands of a file, held against the file as it was written."""
    drawings: list[str | None] = []
    for name, root in output.trees.items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        for kind in ("bookmark", "commentRange"):
            starts = [one.get(qn("w:id")) or "" for one in root.iter(qn(f"w:{kind}Start"))]
            ends = [one.get(qn("w:id")) or "" for one in root.iter(qn(f"w:{kind}End"))]
            assert sorted(starts) == sorted(ends)
            assert len(set(starts)) == len(starts)
        names = [one.get(qn("w:name")) for one in root.iter(qn("w:bookmarkStart"))]
        assert len(set(names)) == len(names)
        assert not any("\r" in (one.text or "") for one in root.iter(qn("w:t")))
        drawings += [one.get("id") for one in root.iter(qn("wp:docPr"))]
        check_pointers(output, name, root)
    assert [one for one, count in Counter(drawings).items() if count > 1] == []


def check_pointers(output: Output, name: str, root: etree._Element) -> None:
    folder, _, file = name.rpartition("/")
    pointers = output.trees.get(f"{folder}/_rels/{file}.rels")
    known = {one.get("Id") or "" for one in pointers} if pointers is not None else set()
    prefix = qn("r:id").partition("}")[0]
    used = {
        value
        for one in root.iter(etree.Element)
        for key, value in one.attrib.items()
        if str(key).startswith(prefix)
    }
    assert used <= known
