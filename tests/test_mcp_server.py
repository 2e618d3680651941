from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp")

import anyio
from mcp.client.client import Client
from mcp.client.session import ClientSession
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.server.mcpserver import MCPServer

from bluf.cli.app import run
from bluf.mcp_server import make_server

BRIEF = Path(__file__).parents[1] / "briefs" / "2025-08-06-serbia-us"


def called(tool: str, **arguments: object) -> tuple[bool, Any]:
    """Whether a tool failed, and its answer."""

    async def call() -> tuple[bool, Any]:
        async with Client(make_server(BRIEF)) as client:
            result = await client.call_tool(tool, arguments)
            text = "".join(getattr(each, "text", "") for each in result.content)
            return bool(result.is_error), text if result.is_error else result.structured_content

    # in a thread of its own: the loop of the client takes the tracing of coverage away
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(anyio.run, call).result()


def test_the_tools_are_few_and_described() -> None:
    async def listed() -> list[tuple[str, bool]]:
        async with Client(make_server(BRIEF)) as client:
            tools = (await client.list_tools()).tools
            return [(tool.name, bool(tool.description)) for tool in tools]

    with ThreadPoolExecutor(1) as threads:
        names = threads.submit(anyio.run, listed).result()
    assert names == [
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


def test_figures_are_held_to_the_sources_on_demand() -> None:
    failed, answer = called("verify_text", text="He spoke of 77 lorries.", claims=True)
    assert not failed
    assert [each["verdict"] for each in answer["claims"]] == ["not found"]


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
        ("verify_file", {"path": str(Path(__file__).resolve())}, "outside the folder"),
        ("verify_file", {"path": "gone.md"}, "there is no such file"),
        ("sources", {"brief": "sources"}, "no data file"),
        ("quote", {"words": "x", "against": ["gone.txt"]}, "there is no such file"),
    ],
)
def test_what_cannot_be_read_is_said(tool: str, arguments: dict[str, object], reason: str) -> None:
    failed, answer = called(tool, **arguments)
    assert failed
    assert reason in answer


def test_a_program_speaks_to_the_command_on_its_standard_streams() -> None:
    async def call() -> list[dict[str, object]]:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "bluf", "mcp", str(BRIEF)], env=dict(os.environ)
        )
        async with stdio_client(command) as streams, ClientSession(*streams) as session:
            await session.initialize()
            answer = await session.call_tool("quote", {"words": "serious step forward"})
            return list((answer.structured_content or {})["result"])

    with ThreadPoolExecutor(1) as threads:
        result = threads.submit(anyio.run, call).result()
    assert result[0]["words"] == "serious step forward"


def test_the_server_ends_with_its_input(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(MCPServer, "run", lambda _, transport: started.append(transport))
    assert run(["mcp", str(BRIEF)]) == 0
    assert started == ["stdio"]


def test_the_extra_is_named_where_it_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bluf.cli.mcp.find_spec", lambda _: None)
    assert run(["mcp", str(BRIEF)]) == 2
    assert "pip install mcp" in capsys.readouterr().err
