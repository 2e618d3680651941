"""Relationship parts: what a part points to (ISO/IEC 29500-2, 6.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct

from octavo.ooxml.addresses import SCHEME
from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree


class Relationship(Struct, frozen=True):
    """A pointer out of a part.

    ``target`` is the name of a part (``word/media/image1.png``), or the address as it stands where
    ``external`` is true.
    """

    id: str
    type: str
    target: str
    external: bool = False


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
