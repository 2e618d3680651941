from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.reporters import REPORTERS

if TYPE_CHECKING:
    from octavo.finding import Finding

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>[^:]*)::(?P<message>.*)")


def _decoded(text: str) -> str:
    """What the runner makes of a value: the reverse of the escaping, ``%25`` last."""
    escapes = (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
    for written, meant in escapes:
        text = text.replace(written, meant)
    return text


def _parsed(report: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as the runner splits them: properties at ``,`` and ``=``."""
    commands = []
    for line in report.splitlines():
        match = COMMAND.fullmatch(line)
        assert match
        pairs = (pair.partition("=") for pair in match["properties"].split(","))
        properties = {name: _decoded(value) for name, _, value in pairs}
        commands.append((match["name"], properties, _decoded(match["message"])))
    return commands


def test_each_finding_is_one_annotation(findings: tuple[Finding, ...]) -> None:
    commands = _parsed(REPORTERS["github"](findings))
    assert [name for name, _, _ in commands] == ["error", "warning", "error", "notice", "error"]
    assert commands[0][1] == {
        "file": "briefs/a/brief.yaml",
        "line": "12",
        "col": "5",
        "title": "unknown-key",
    }
    assert commands[0][2] == "“aks” is not a field of a request\ndid you mean “ask”?"


def test_a_place_without_a_line_stands_in_the_message(findings: tuple[Finding, ...]) -> None:
    _, properties, message = _parsed(REPORTERS["github"](findings))[1]
    assert properties == {"file": "out/a.docx", "title": "heading-skipped"}
    assert message.startswith("body, table 1, row 2: a heading")


def test_a_path_with_separators_arrives_whole(findings: tuple[Finding, ...]) -> None:
    assert _parsed(REPORTERS["github"](findings))[4][1]["file"] == "/data/a b,c:d%.csv"


def test_data_cannot_add_a_command(hostile: Finding) -> None:
    report = REPORTERS["github"]([hostile])
    assert len(report.splitlines()) == 1
    assert len(_parsed(report)) == 1
    report.encode("utf-8")


def test_no_finding_gives_no_text() -> None:
    assert REPORTERS["github"]([]) == ""
