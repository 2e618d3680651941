"""Content from elsewhere: nothing is fetched, on opening or on printing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml.addresses import SCHEME, is_local_path, is_typed_link, is_web_link
from octavo.ooxml.gate.contents import LINKED_PICTURES, GateFault
from octavo.ooxml.names import ATTACHED_TEMPLATE, HYPERLINK, IMAGE, qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from octavo.ooxml.gate.contents import Contents
    from octavo.ooxml.relationships import Relationship

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
_VML_NAMESPACE: Final = qn("v:*")


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
    kind = pointer.type.rpartition("/")[2]
    if kind == HYPERLINK.rpartition("/")[2]:
        return is_typed_link(pointer.target)
    if kind == ATTACHED_TEMPLATE.rpartition("/")[2]:
        return is_local_path(pointer.target)
    return False


def _allowable(pointer: Relationship) -> str:
    """A picture of the web or of this machine may be let stand; one of a server's share never."""
    if pointer.type != IMAGE:
        return ""
    is_harmless = is_web_link(pointer.target) or is_local_path(pointer.target)
    return LINKED_PICTURES if is_harmless else ""


def _words(pointer: Relationship) -> tuple[str, str]:
    kind = pointer.type.rpartition("/")[2]
    if kind == "hyperlink":
        return f"the link to “{pointer.target}” may start a program", LINK_HINT
    what, hint = _WORDS.get(kind, (f"content of the kind “{kind}”", "remove it"))
    return f"{what} is taken from outside the file: “{pointer.target}”", hint


def check_vml(contents: Contents) -> Iterator[GateFault]:
    """Old drawings may name an address without a relationship."""
    for part, root in contents.stories():
        for shape in root.iter(_VML_NAMESPACE):
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
    return SCHEME.match(address.strip()) is not None or address.startswith(("//", "\\\\"))


def check_mail_merge(contents: Contents) -> Iterator[GateFault]:
    """A mail merge may name its data base in the settings alone."""
    for part, root in contents.trees.items():
        for element in root.iter(qn("w:connectString"), qn("w:query"), qn("w:udl")):
            message = "a mail merge takes its data from outside the file"
            hint = _WORDS["mailMergeSource"][1]
            yield GateFault(
                RULE, f"{message}: “{element.get(qn('w:val'), '')}”", part, element, hint
            )
