from __future__ import annotations

from pathlib import Path
from typing import Any

import anyio
import pytest

pytest.importorskip("mcp")

from mcp.client.client import Client

from bluf.mcp_server import make_server

BRIEF = Path(__file__).parents[1] / "briefs" / "2025-08-06-serbia-us"


def called(tool: str, **arguments: object) -> tuple[bool, Any]:
    """Whether a tool failed, and its answer."""

    async def call() -> tuple[bool, Any]:
        async with Client(make_server(BRIEF)) as client:
            result = await client.call_tool(tool, arguments)
            text = "".join(getattr(each, "text", "") for each in result.content)
            return bool(result.is_error), text if result.is_error else result.structured_content

    return anyio.run(call)


def test_the_tools_are_few_and_described() -> None:
    async def listed() -> list[tuple[str, bool]]:
        async with Client(make_server(BRIEF)) as client:
            tools = (await client.list_tools()).tools
            return [(tool.name, bool(tool.description)) for tool in tools]

    assert anyio.run(listed) == [
        ("verify_text", True),
        ("verify_file", True),
        ("quote", True),
        ("sources", True),
    ]


def test_a_text_is_verified_within_the_folder() -> None:
    failed, answer = called("verify_text", text="He said “a serious step forwards”.")
    assert not failed
    (quotation,) = answer["quotations"]
    assert (quotation["verdict"], quotation["source_words"]) == ("near", "a serious step forward")
    assert quotation["source"] == "sources/mfa-serbia-release.txt"


def test_a_file_is_verified() -> None:
    failed, answer = called("verify_file", path="2025-08-06-serbia-us.md", against=["sources"])
    assert not failed
    found = {each["words"] for each in answer["quotations"] if each["verdict"] == "found"}
    assert {"later this year", "a serious step forward"} <= found


def test_words_are_looked_up() -> None:
    failed, answer = called("quote", words="serious step forward", against=["sources"])
    assert not failed
    assert answer["result"][0]["words"] == "serious step forward"


def test_the_quotations_of_a_brief_are_listed() -> None:
    failed, answer = called("sources", brief=".")
    assert not failed
    assert answer["result"][0]["item"] == "R1"
    assert all(row["place"] for row in answer["result"])


@pytest.mark.parametrize(
    ("tool", "arguments", "reason"),
    [
        ("verify_text", {"text": "“x”", "against": ["../../README.md"]}, "outside the folder"),
        ("verify_text", {"text": "“x”", "against": ["brief.yaml"]}, "brief.yaml: "),
        ("verify_file", {"path": "/etc/passwd"}, "outside the folder"),
        ("verify_file", {"path": "gone.md"}, "there is no such file"),
        ("sources", {"brief": "sources"}, "no data file"),
        ("quote", {"words": "x", "against": ["gone.txt"]}, "there is no such file"),
    ],
)
def test_what_cannot_be_read_is_said(tool: str, arguments: dict[str, object], reason: str) -> None:
    failed, answer = called(tool, **arguments)
    assert failed
    assert reason in answer
