"""Fields: only those on a list may stand in a Word file.

Field names are those of ISO/IEC 29500-1, 17.16.5. What is left out fetches something (LINK,
INCLUDEPICTURE, INCLUDETEXT, DATABASE, RD), starts something (DDE, DDEAUTO, MACROBUTTON, CONTROL),
prints raw printer code (PRINT), or makes the text of another field (QUOTE).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from octavo.ooxml.fields import NESTED, fields_in
from octavo.ooxml.gate.contents import Contents, GateFault
from octavo.ooxml.gate.external import LINK_HINT
from octavo.ooxml.gate.external import RULE as EXTERNAL
from octavo.ooxml.relationships import is_typed_link

RULE: Final = "active-content"
_HINT: Final = "in Word, click it and press Ctrl+Shift+F9, which leaves its text"

_NAMES: Final = """
    = ADDIN ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT BARCODE BIBLIOGRAPHY
    BIDIOUTLINE CITATION COMMENTS COMPARE CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY DOCVARIABLE
    EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT FORMULA GOTOBUTTON
    GREETINGLINE HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEBARCODE MERGEFIELD
    MERGEREC MERGESEQ NEXT NEXTIF NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE
    PRIVATE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL
    TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS USERINITIALS USERNAME XE
"""
ADMITTED: Final = frozenset(_NAMES.split())
"""Names of the fields that may stand in a Word file."""

_NAME: Final = re.compile(r'\s*(=|[^\s\\"“”]+)')
_TOKEN: Final = re.compile(r'\\[A-Za-z]|"[^"]*"|“[^”]*”|[^\s"“]+')
_SWITCHES_WITH_VALUE: Final = frozenset({"\\l", "\\o", "\\t"})


def check_fields(contents: Contents) -> Iterator[GateFault]:
    """Fields off the list, in every part, however they are split or nested."""
    for part, root in contents.trees.items():
        for field in fields_in(root):
            yield from _judge(part, field.begin, field.code)


def _judge(part: str, element: etree._Element, code: str) -> Iterator[GateFault]:
    match = _NAME.match(code)
    if match is None:
        return
    name = match.group(1).upper()
    if name.startswith(NESTED):
        message = "a field takes its name from another field"
        yield GateFault(RULE, message, part, element, _HINT)
    elif name not in ADMITTED:
        yield GateFault(RULE, f"the field “{name}” is not admitted", part, element, _HINT)
    elif NESTED in link_address(code) or not is_typed_link(link_address(code)):
        message = f"the link to “{link_address(code)}” may start a program"
        yield GateFault(EXTERNAL, message, part, element, LINK_HINT)


def link_address(code: str) -> str:
    """The address that a field leads to; "" where there is none, or a place in the file alone."""
    match = _NAME.match(code)
    if match is None or match.group(1).upper() != "HYPERLINK":
        return ""
    tokens = iter(_TOKEN.findall(code[match.end() :]))
    for token in tokens:
        if token.lower() in _SWITCHES_WITH_VALUE:
            next(tokens, None)
        elif not token.startswith("\\") or token.startswith("\\\\"):
            return str(token).strip('"“”')
    return ""
