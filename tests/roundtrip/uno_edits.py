"""Edit a Word file in LibreOffice as a person would; run by the Python that has LibreOffice's UNO.

    python3 uno_edits.py PIPE IN.docx OUT.docx OPERATIONS.json
    python3 uno_edits.py PIPE        ends LibreOffice

An operation is a list: its name and its arguments. ``track`` turns tracking on. Before the first
one LibreOffice listens on the pipe.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(200):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def found(document: Any, text: str) -> Any:
    search = document.createSearchDescriptor()
    search.SearchString = text
    search.SearchCaseSensitive = True
    place = document.findFirst(search)
    if place is None:
        raise SystemExit(f"not in the document: {text}")
    return place


def replace(document: Any, old: str, new: str) -> None:
    """Type over words."""
    found(document, old).setString(new)


def before(document: Any, anchor: str, new: str) -> None:
    """Type in front of words."""
    found(document, anchor).getStart().setString(new)


def after(document: Any, anchor: str, new: str) -> None:
    """Type behind words."""
    found(document, anchor).getEnd().setString(new)


def enter(document: Any, anchor: str, new: str) -> None:
    """Press Enter behind words, and type."""
    place = found(document, anchor).getEnd()
    cursor = place.getText().createTextCursorByRange(place)
    place.getText().insertControlCharacter(cursor, 0, False)
    cursor.setString(new)


def remove_paragraph(document: Any, anchor: str) -> None:
    """Delete a paragraph with its end."""
    place = found(document, anchor)
    text = place.getText()
    cursor = text.createTextCursorByRange(place)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    cursor.goRight(1, True)
    cursor.setString("")


def table_of(document: Any, anchor: str) -> Any:
    cell = found(document, anchor).Cell
    return found(document, anchor).TextTable, cell.CellName


def remove_row(document: Any, anchor: str) -> None:
    """Delete the row that holds words."""
    table, cell = table_of(document, anchor)
    table.getRows().removeByIndex(int("".join(c for c in cell if c.isdigit())) - 1, 1)


def add_row(document: Any, anchor: str, *texts: str) -> None:
    """Insert a row behind the one that holds words."""
    table, cell = table_of(document, anchor)
    number = int("".join(c for c in cell if c.isdigit()))
    table.getRows().insertByIndex(number, 1)
    for column, text in enumerate(texts):
        table.getCellByPosition(column, number).setString(text)


def comment(document: Any, anchor: str, text: str, author: str) -> None:
    """Remark on words."""
    note = document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Content, note.Author = text, author
    place = found(document, anchor)
    place.getText().insertTextContent(place, note, True)


def bold(document: Any, anchor: str) -> None:
    """Change how words look, not what they say."""
    found(document, anchor).CharWeight = 150.0


def track(document: Any) -> None:
    """Turn tracking on."""
    document.RecordChanges = True


def quit_office(pipe: str) -> None:
    """End the LibreOffice that listens on a pipe."""
    context = connected(pipe)
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    desktop.terminate()


def main(pipe: str, source: str, target: str, operations: str) -> None:
    context = connected(pipe)
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (hidden,))
    for name, *arguments in json.loads(Path(operations).read_text(encoding="utf-8")):
        globals()[name](document, *arguments)
    kind = PropertyValue("FilterName", 0, "MS Word 2007 XML", 0)
    document.storeToURL(uno.systemPathToFileUrl(target), (kind,))
    document.close(True)


if __name__ == "__main__":
    (main if sys.argv[2:] else quit_office)(*sys.argv[1:])
