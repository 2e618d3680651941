"""bluf for programs that write drafts: a server of the Model Context Protocol, on standard input.

It reads, within the folder it was started for, links out of it included, and writes nothing.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Sequence
from pathlib import Path

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from msgspec.structs import replace

import bluf
from bluf.data import read
from bluf.evidence import proven, rows, source_bytes
from bluf.pipeline import find_briefs
from bluf.verification import (
    DraftText,
    SourceSet,
    check_claims,
    mapping,
    read_draft,
    read_shelf,
    suggest_quotations,
    verify_quotations,
)
from octavo.finding import FindingsError

_INSTRUCTIONS = """\
Verify what a text quotes before anybody reads it: call verify_text, then correct each quotation
that is near or not found with the words its answer gives as source_words, or take the quotation
marks away. Call quote for the exact words of a passage. Paths are relative to one folder."""


class FolderTools:
    """The tools of one server, each a method; all paths lie within one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def verify_text(
        self,
        text: str,
        against: list[str] | None = None,
        least_words: int = 1,
        *,
        claims: bool = False,
    ) -> dict[str, object]:
        """Look up everything that a text in Markdown quotes, word for word.

        Args:
            text: The draft.
            against: Files and folders of sources; the whole folder where left out.
            least_words: A quotation of fewer words is passed over, and counted.
            claims: Hold figures, dates and names to the sources too.
        """
        draft = read_draft(text.encode(), "draft.md")
        return _verified(draft, self._shelf(against), least_words, claims=claims)

    def verify_file(
        self,
        path: str,
        against: list[str] | None = None,
        least_words: int = 1,
        *,
        claims: bool = False,
    ) -> dict[str, object]:
        """Look up everything that a draft in a file quotes: .docx, .md, .txt, .html, .pdf.

        Args:
            path: The draft.
            against: Files and folders of sources; the whole folder where left out.
            least_words: A quotation of fewer words is passed over, and counted.
            claims: Hold figures, dates and names to the sources too.
        """
        file = self._within(path)
        try:
            draft = read_draft(source_bytes(file, path), path)
        except FindingsError as error:
            raise _refusal(error) from None
        return _verified(draft, self._shelf(against, file), least_words, claims=claims)

    def quote(self, words: str, against: list[str] | None = None) -> list[dict[str, object]]:
        """Give the exact passages that are most like words roughly remembered, the likest first.

        Args:
            words: What the passage says, roughly.
            against: Files and folders of sources; the whole folder where left out.
        """
        return [
            {"words": each.words, "place": str(each.place), "share": round(each.share, 2)}
            for each in suggest_quotations(words, self._shelf(against))[:_MOST]
        ]

    def sources(self, brief: str) -> list[dict[str, object]]:
        """List the quotations of a brief: each item, each side, its words and where they stand.

        Args:
            brief: The data file of a brief, or its folder.
        """
        try:
            data = read(self._within(find_briefs([self._within(brief)])[0].as_posix()))
            proof = proven(data).proof
        except FindingsError as error:
            raise _refusal(error) from None
        return [
            {
                "item": row.item,
                "subject": row.subject,
                "side": row.side,
                "source": row.source,
                "says": list(row.says),
                "quote": row.quote,
                "place": str(row.place) if row.place else None,
            }
            for row in rows(data.brief, proof)
        ]

    def _shelf(self, against: Sequence[str] | None, leave_out: Path | None = None) -> SourceSet:
        paths = map(self._within, against or ["."])
        shelf = read_shelf(paths, leave_out=leave_out, named_from=self._folder)
        if not shelf.sources:
            lines = [f"{each.location}: {each.message}" for each in shelf.refused]
            raise ToolError("\n".join(lines) or "there is no source there that can be read")
        return shelf

    def _within(self, path: str) -> Path:
        """A path below the folder."""
        found = (self._folder / path).resolve()
        if not found.is_relative_to(self._folder):
            message = f"“{path}” lies outside the folder this server was started for"
            raise ToolError(message)
        return found


_MOST = 5


def make_server(folder: Path) -> MCPServer:
    """The server for one folder, with its tools."""
    server = MCPServer(
        "bluf", instructions=_INSTRUCTIONS, version=bluf.__version__, log_level="WARNING"
    )
    reading = FolderTools(folder)
    for tool in (reading.verify_text, reading.verify_file, reading.quote, reading.sources):
        server.add_tool(tool)
    return server


def serve(folder: Path) -> None:
    """Answer on standard input and output until the input ends."""
    logging.getLogger("mcp").setLevel(logging.WARNING)
    make_server(folder).run("stdio")


def _verified(
    draft: DraftText, shelf: SourceSet, least_words: int, *, claims: bool
) -> dict[str, object]:
    verification = verify_quotations(draft, shelf, least_words)
    if claims:
        day = dt.datetime.now().astimezone().date()
        verification = replace(verification, claims=check_claims(draft, shelf, day))
    return mapping(verification)


def _refusal(error: FindingsError) -> ToolError:
    return ToolError("\n".join(f"{each.location}: {each.message}" for each in error.findings))
