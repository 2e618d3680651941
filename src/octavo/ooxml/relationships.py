"""Content types and relationships: what a part is, and points to (ISO/IEC 29500-2, 6.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct, field

from octavo.ooxml.names import qn
from octavo.ooxml.parse import parse_xml, serialise


class ContentTypes(Struct, frozen=True):
    """Types by extension and by part name; both are kept in lower case, as they compare.

    ``repeated`` holds the extensions and part names that the file gives twice.
    """

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]
    repeated: tuple[str, ...] = field(default=())

    def of(self, name: str) -> str | None:
        """The type of a part, in lower case, or None where the file gives none."""
        folded = name.lower()
        extension = folded.rpartition("/")[2].rpartition(".")[2]
        return self.overrides.get(folded) or self.defaults.get(extension)


def read_content_types(data: bytes) -> ContentTypes:
    """Read the part.

    Raises:
        XmlError: it is no XML that may be read.
    """
    root = parse_xml(data)
    repeated: list[str] = []
    defaults = _table(root, "ct:Default", "Extension", repeated)
    overrides = _table(root, "ct:Override", "PartName", repeated)
    return ContentTypes(defaults, overrides, tuple(repeated))


def with_parts(data: bytes, added: Mapping[str, str], removed: Iterable[str]) -> bytes:
    """The same part with an override for each added name and none for the removed ones."""
    root = parse_xml(data)
    gone = {name.lower() for name in removed} | {name.lower() for name in added}
    for override in root.findall(qn("ct:Override")):
        if (override.get("PartName") or "").lower().lstrip("/") in gone:
            root.remove(override)
    for name, content_type in added.items():
        attributes = {"PartName": f"/{name}", "ContentType": content_type}
        etree.SubElement(root, qn("ct:Override"), attributes)
    return serialise(root)


def _table(root: etree._Element, tag: str, key: str, repeated: list[str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for element in root.findall(qn(tag)):
        name = (element.get(key) or "").lower().lstrip("/")
        if name in table:
            repeated.append(name)
        table[name] = (element.get("ContentType") or "").lower()
    return table


SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB: Final = frozenset({"http:", "https:", "mailto:", "tel:"})
_TYPED: Final = _WEB | {"file:", "ftp:", "onenote:", "msteams:", "sms:", "sip:", "sips:", "callto:"}
_BLANK_PAGE: Final = "about:blank"
_TAGS: Final = ("{{", "{%")
_DRIVE: Final = re.compile(r"[A-Za-z]:(?![/\\]{2})")
_DIRECTION: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Signs that let an address read as another one."""
_BLANK: Final = re.compile(r"[\x00-\x20\x7f-\xa0]")
"""What programs that open an address pass over."""
_AUTHORITY: Final = re.compile(r"https?:[/\\]*([^/\\?#]*)", re.IGNORECASE)


def is_typed_link(address: str) -> bool:
    """Whether a link that a person put into a file stays: one that only opens something.

    Programs are started by other schemes, such as ``ms-msdt:`` or ``javascript:``. A template's tag
    may begin the address: whoever fills it has to ask `is_web_link`.
    """
    plain = _BLANK.sub("", unquote(address))
    if not plain or plain.startswith(("#", *_TAGS)) or _DRIVE.match(plain):
        return True
    scheme = SCHEME.match(plain)
    return plain == _BLANK_PAGE or scheme is None or scheme.group().lower() in _TYPED


def is_web_link(address: str) -> bool:
    """Whether a link that comes from a value is admitted: http, https, mailto, tel, a place here.

    A name before its host, or a sign that turns the direction of reading, makes an address look
    like another one.
    """
    plain = _BLANK.sub("", unquote(address))
    if not _DIRECTION.isdisjoint(plain):
        return False
    if not plain or plain.startswith("#"):
        return True
    authority = _AUTHORITY.match(_BLANK.sub("", address))
    if authority is not None and "@" in unquote(authority[1]):
        return False
    scheme = SCHEME.match(plain)
    return scheme is not None and scheme.group().lower() in _WEB


def plain_address(address: str) -> str:
    """An address without percent-encoding.

    LibreOffice takes a tag for the name of a file and puts a folder before it: the folder goes.
    """
    plain = unquote(address).strip()
    tag = min((at for at in map(plain.find, _TAGS) if at >= 0), default=0)
    taken = tag and _TAGS[0] not in address and _TAGS[1] not in address
    folder = plain[:tag]
    is_folder = folder.endswith("/") and (SCHEME.match(folder) is None or folder[:5] == "file:")
    return plain[tag:] if taken and is_folder else plain


def is_local_path(address: str) -> bool:
    """Whether the address is a file on this machine: no scheme but ``file``, no server's name."""
    plain = unquote(address).strip()
    if plain.startswith(("//", "\\\\")):
        return False
    if _DRIVE.match(plain):
        return True
    if plain.lower().startswith("file:"):
        return _is_local_file(plain)
    return SCHEME.match(plain) is None


def _is_local_file(address: str) -> bool:
    path = address[len("file:") :].replace("\\", "/")
    slashes = len(path) - len(path.lstrip("/"))
    return slashes in {0, 1, 3}


class Relationship(Struct, frozen=True):
    """A pointer out of a part.

    ``target`` is the name of a part (``word/media/image1.png``), or the address as it stands where
    ``external`` is true.
    """

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last step of its type, which transitional and strict files share: ``image``."""
        return self.type.rpartition("/")[2]


def relationships_name(part: str) -> str:
    """The name of a part's relationship part: ``word/_rels/document.xml.rels``."""
    folder, slash, file = part.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"


def source_of(name: str) -> str | None:
    """The part whose relationships are in ``name``; "" for the package, None if they are not."""
    folder, _, file = name.rpartition("/")
    if not (folder == "_rels" or folder.endswith("/_rels")) or not file.endswith(".rels"):
        return None
    return folder.removesuffix("_rels") + file.removesuffix(".rels")


def read_relationships(root: etree._Element, source: str) -> tuple[Relationship, ...]:
    """The relationships of the part ``source``, in their order."""
    return tuple(_relationships(root, source))


def _relationships(root: etree._Element, source: str) -> Iterator[Relationship]:
    for element in root.iter(qn("rel:Relationship")):
        target = element.get("Target") or ""
        external = (element.get("TargetMode") or "").lower() == "external"
        external = external or SCHEME.match(target) is not None
        if not external:
            target = resolve(source, target)
        yield Relationship(element.get("Id") or "", element.get("Type") or "", target, external)


def resolve(source: str, target: str) -> str:
    """The part that ``target`` names when it stands in the relationships of ``source``."""
    path = unquote(target.partition("#")[0]).replace("\\", "/")
    if not path:
        return source
    folder = "" if path.startswith("/") else source.rpartition("/")[0]
    steps: list[str] = []
    for step in f"{folder}/{path}".split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)
