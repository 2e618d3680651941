"""Edit files in LibreOffice as a person would; run by the Python that has LibreOffice's UNO.

    python3 uno_edits.py PIPE

On each line of its input stands a job: where a file is, where the edited one goes, and what is
done to it; each is answered by ``done`` or by what went wrong. An operation is a list: its name and
its arguments. ``track`` turns tracking on. At the end of the input LibreOffice is ended.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import suppress
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

OFFICE: dict[str, Any] = {}
"""The context of the LibreOffice that is connected, and its desktop."""


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


def service(name: str) -> Any:
    """A new object of LibreOffice's."""
    context = OFFICE["context"]
    return context.ServiceManager.createInstanceWithContext(name, context)


def found(document: Any, text: str) -> Any:
    search = document.createSearchDescriptor()
    search.SearchString = text
    search.SearchCaseSensitive = True
    place = document.findFirst(search)
    if place is None:
        raise LookupError(f"not in the document: {text}")
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


def in_row(document: Any, anchor: str, old: str, new: str) -> None:
    """Type over words of the row that holds others."""
    table, cell = table_of(document, anchor)
    number = "".join(c for c in cell if c.isdigit())
    for name in table.getCellNames():
        if name.endswith(number) and not name[: -len(number)][-1:].isdigit():
            held = table.getCellByName(name)
            at = held.getString().find(old)
            if at >= 0:
                cursor = held.createTextCursor()
                cursor.gotoStart(False)
                cursor.goRight(at, False)
                cursor.goRight(len(old), True)
                cursor.setString(new)
                return
    raise LookupError(f"not in that row: {old}")


def move_row(document: Any, anchor: str, above: str) -> None:
    """Cut the row that holds words, and put it above another one."""
    table, cell = table_of(document, anchor)
    old = "".join(c for c in cell if c.isdigit())
    cells = [table.getCellByName(f"{column}{old}") for column in "ABCD"]
    held = [(each.getString(), each.createTextCursor().CharWeight) for each in cells]
    dispatch(document, anchor, "DeleteRows")
    dispatch(document, above, "InsertRowsBefore")
    table, cell = table_of(document, above)
    number = int("".join(c for c in cell if c.isdigit())) - 2
    for column, (text, weight) in enumerate(held):
        new = table.getCellByPosition(column, number)
        new.setString(text)
        cursor = new.createTextCursor()
        cursor.gotoEnd(True)
        cursor.CharWeight = weight


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


def split(document: Any, anchor: str) -> None:
    """Press Enter behind words."""
    place = found(document, anchor).getEnd()
    cursor = place.getText().createTextCursorByRange(place)
    place.getText().insertControlCharacter(cursor, 0, False)


def join(document: Any, anchor: str) -> None:
    """Press Delete at the end of the paragraph that holds words."""
    place = found(document, anchor)
    cursor = place.getText().createTextCursorByRange(place)
    cursor.gotoEndOfParagraph(False)
    cursor.goRight(1, True)
    cursor.setString("")


def dispatch(document: Any, anchor: str, command: str) -> None:
    """Choose a command of a menu with the cursor in words."""
    controller = document.getCurrentController()
    controller.getViewCursor().gotoRange(found(document, anchor).getStart(), False)
    helper = service("com.sun.star.frame.DispatchHelper")
    helper.executeDispatch(controller.Frame, f".uno:{command}", "", 0, ())


def in_header(document: Any, old: str, new: str) -> None:
    """Type over words of a header."""
    styles = document.StyleFamilies.getByName("PageStyles")
    for name in styles.ElementNames:
        style = styles.getByName(name)
        if style.HeaderIsOn:
            for text in (style.HeaderText, style.HeaderTextFirst):
                cursor = text.createTextCursor()
                cursor.gotoEnd(True)
                at = cursor.getString().find(old)
                if at >= 0:
                    cursor.gotoStart(False)
                    cursor.goRight(at, False)
                    cursor.goRight(len(old), True)
                    cursor.setString(new)
                    return
    raise LookupError(f"in no header: {old}")


def paste_all(document: Any) -> Any:
    """Paste the whole text into a new document."""
    controller = document.getCurrentController()
    helper = service("com.sun.star.frame.DispatchHelper")
    for _ in range(3):  # once for the cell, once for the table, once for all
        helper.executeDispatch(controller.Frame, ".uno:SelectAll", "", 0, ())
    hidden = PropertyValue("Hidden", 0, True, 0)
    new = OFFICE["desktop"].loadComponentFromURL("private:factory/swriter", "_blank", 0, (hidden,))
    new.getCurrentController().insertTransferable(controller.getTransferable())
    document.close(True)
    return new


def author(_: Any, given: str, family: str) -> None:
    """Be somebody."""
    provider = service("com.sun.star.configuration.ConfigurationProvider")
    node = PropertyValue("nodepath", 0, "/org.openoffice.UserProfile/Data", 0)
    access = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (node,)
    )
    access.givenname, access.sn = given, family
    access.commitChanges()


def track(document: Any) -> None:
    """Turn tracking on."""
    document.RecordChanges = True


_FILTERS = {
    "docx": "MS Word 2007 XML",
    "odt": "writer8",
    "rtf": "Rich Text Format",
    "doc": "MS Word 97",
}


def job(desktop: Any, source: str, target: str, operations: list[list[str]]) -> None:
    """Open a file, do what is asked, and save it elsewhere."""
    hidden = PropertyValue("Hidden", 0, True, 0)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (hidden,))
    try:
        for name, *arguments in operations:
            document = globals()[name](document, *arguments) or document
        kind = PropertyValue("FilterName", 0, _FILTERS[target.rpartition(".")[2]], 0)
        document.storeToURL(uno.systemPathToFileUrl(target), (kind,))
    finally:
        document.close(True)


def main(pipe: str) -> None:
    """Do the jobs of the input."""
    OFFICE["context"] = connected(pipe)
    OFFICE["desktop"] = desktop = service("com.sun.star.frame.Desktop")
    for line in sys.stdin:
        try:
            job(desktop, *json.loads(line))
        except Exception as error:  # noqa: BLE001 - the test that asked shows it
            answer(f"{type(error).__name__}: {error}".replace("\n", " "))
        else:
            answer("done")
    with suppress(DisposedException):  # it has ended before it could answer
        desktop.terminate()


def answer(text: str) -> None:
    """Say what became of a job."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
