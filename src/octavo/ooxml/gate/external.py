"""Content from elsewhere: nothing is fetched, on opening or on printing; SVG may do so too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from octavo.ooxml.gate.contents import LINKED_PICTURES, Contents, GateFault
from octavo.ooxml.names import IMAGE, NAMESPACES, qn
from octavo.ooxml.relationships import (
    SCHEME,
    Relationship,
    is_local_path,
    is_typed_link,
    is_web_link,
)

RULE: Final = "external-content"
LINK_HINT: Final = "use an address of the web, of mail (mailto:), a telephone (tel:) or a file"
_EMBED_HINT: Final = "in Word, break the link: File, Info, Edit Links to Files"

_WORDS: Final = {
    "attachedTemplate": (
        "the template",
        "in Word, attach Normal.dotm: Developer, Document Template",
    ),
    "image": ("a picture", "insert the picture into the file itself"),
    "frame": ("a frame", "remove the frame"),
    "font": ("a font", "embed the font, or name one that readers have"),
    "mailMergeSource": ("the list of a mail merge", "in Word, end the mail merge"),
    "mailMergeHeaderSource": ("the header of a mail merge", "in Word, end the mail merge"),
    "oleObject": ("an object", _EMBED_HINT),
    "subDocument": ("a part of the text", "in Word, unlink the subdocument in outline view"),
    "transform": ("a transformation", "remove it: Save As, Save data only"),
    "video": ("a film", "remove the film"),
    "audio": ("a sound", "remove the sound"),
}
"""What a relationship brings in, by the last step of its type, and the remedy."""

_VML_SOURCES: Final = ("src", qn("o:href"), qn("o:althref"))
_VML_NAMES: Final = """
arc background curve fill group image imagedata line oval polyline rect roundrect shape shapetype
stroke textpath
"""
_VML: Final = frozenset(qn(f"v:{name}") for name in _VML_NAMES.split())
_SVG: Final = f"{{{NAMESPACES['svg']}}}"
_SVG_HINT: Final = "put the picture in as a PNG"
_SVG_LINK: Final = _SVG + "a"
_SVG_STYLE: Final = _SVG + "style"
_IMPORTED: Final = re.compile(r"""(?:url\(\s*|@import\s+)["']?(?!url)([^"')\s;]+)""", re.IGNORECASE)
_RUNS: Final = frozenset({_SVG + "script", _SVG + "foreignObject", _SVG + "handler"})


def check_relationships(contents: Contents) -> Iterator[GateFault]:
    """Pointers out of the package, but for links to the web and a template on this machine."""
    for part, pointer in contents.pointers():
        if pointer.external and not _is_admitted(pointer):
            message, hint = _words(pointer)
            user = contents.user_of(part, pointer)
            yield GateFault(RULE, message, part, user, hint, _allowable(pointer))


def check_local_pictures(contents: Contents) -> Iterator[GateFault]:
    """Pictures of the reader's own disk, or of a share: each reader sees another, or betrays it."""
    for part, pointer in contents.pointers():
        if pointer.external and pointer.type == IMAGE and not is_web_link(pointer.target):
            message, hint = _words(pointer)
            yield GateFault(RULE, message, part, contents.user_of(part, pointer), hint)


def _is_admitted(pointer: Relationship) -> bool:
    judge = {"hyperlink": is_typed_link, "attachedTemplate": is_local_path}.get(pointer.kind)
    return judge is not None and judge(pointer.target)


def _allowable(pointer: Relationship) -> str:
    """A picture of the web or of this machine may be let stand; one of a server's share never."""
    if pointer.type != IMAGE:
        return ""
    is_harmless = is_web_link(pointer.target) or is_local_path(pointer.target)
    return LINKED_PICTURES if is_harmless else ""


def _words(pointer: Relationship) -> tuple[str, str]:
    if pointer.kind == "hyperlink":
        return f"the link to “{pointer.target}” may start a program", LINK_HINT
    what, hint = _WORDS.get(pointer.kind, (f"content of the kind “{pointer.kind}”", "remove it"))
    return f"{what} is taken from outside the file: “{pointer.target}”", hint


def check_vml(contents: Contents) -> Iterator[GateFault]:
    """Old drawings may name an address without a relationship."""
    for part, root in contents.stories():
        for shape in root.iter(qn("v:*")):
            if shape.tag not in _VML:
                continue
            for key in _VML_SOURCES:
                address = shape.get(key)
                if address and _is_elsewhere(address):
                    message = f"a picture is taken from outside the file: “{address}”"
                    yield GateFault(RULE, message, part, shape, _WORDS["image"][1])
            link = shape.get("href")
            if link and not is_typed_link(link):
                message = f"the link to “{link}” may start a program"
                yield GateFault(RULE, message, part, shape, LINK_HINT)


def _is_elsewhere(address: str) -> bool:
    """Whether an address leads out of the file; what it holds itself (``data:``) does not."""
    plain = address.strip()
    is_data = plain.lower().startswith("data:")
    return not is_data and (SCHEME.match(plain) is not None or plain.startswith(("//", "\\\\")))


def check_mail_merge(contents: Contents) -> Iterator[GateFault]:
    """A mail merge may name its data base in the settings alone."""
    for part, root in contents.trees.items():
        for element in root.iter(qn("w:connectString"), qn("w:query"), qn("w:udl")):
            message = "a mail merge takes its data from outside the file"
            hint = _WORDS["mailMergeSource"][1]
            yield GateFault(
                RULE, f"{message}: “{element.get(qn('w:val'), '')}”", part, element, hint
            )


def check_svg(contents: Contents) -> Iterator[GateFault]:
    """Scripts and addresses in SVG pictures."""
    for part, root in contents.trees.items():
        if str(root.tag).startswith(_SVG):
            for element in root.iter():
                yield from _judge_svg(part, element)


def _judge_svg(part: str, element: etree._Element) -> Iterator[GateFault]:
    handlers = [key for key in element.attrib if str(key).lower().startswith("on")]
    if element.tag in _RUNS or handlers:
        yield GateFault(
            "active-content", f"the picture “{part}” holds a script", part, hint=_SVG_HINT
        )
    keys = () if element.tag == _SVG_LINK else ("href", qn("xlink:href"))
    addresses = [element.get(key, "") for key in keys]
    for style in (
        element.get("style", ""),
        element.text or "" if element.tag == _SVG_STYLE else "",
    ):
        addresses += _IMPORTED.findall(style)
    for address in addresses:
        if _is_elsewhere(address):
            message = f"the picture “{part}” takes something from outside the file: “{address}”"
            yield GateFault(RULE, message, part, hint=_SVG_HINT)
