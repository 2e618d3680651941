"""What one rendering gathers: links, pictures, notes, numbers given out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bluf.expressions import unfit
from bluf.ooxml.addresses import is_web_link
from bluf.ooxml.names import HYPERLINK, IMAGE, NAMESPACES
from bluf.word.pictures import drawing, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.word.values import Picture

@dataclass(frozen=True, slots=True)
class Pointer:
    """A relationship that rendering adds to a part."""

    id: str
    type: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Media:
    """A picture file that rendering adds to the package."""

    name: str
    content_type: str
    data: bytes


@dataclass(slots=True)
class Rendering:
    """The state of one rendering; each has its own.

    Attributes:
        first_id: First number for ids of drawings, above those of the template.
        pointers: Relationships to add, by part.
        media: Files to add.
    """

    first_id: int
    pointers: dict[str, dict[tuple[str, str], Pointer]] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    _ids: int = 0

    def next_id(self) -> int:
        """A number that no drawing has yet."""
        self._ids += 1
        return self.first_id + self._ids

    def keep(self, text: str, mark: int) -> str:
        """What stands in the place of a captured piece of the output."""
        del mark
        return text

    def link(self, address: str, part: str, runs: str) -> str:
        """Runs that lead to an address.

        Raises:
            FaultError: The address is none that a document may lead to.
        """
        pointer = self.pointer(part, HYPERLINK, checked_address(address), external=True)
        space = f'xmlns:r="{NAMESPACES["r"]}"'
        return f'<w:hyperlink {space} r:id="{pointer}">{runs}</w:hyperlink>'

    def picture(self, picture: Picture, part: str) -> str:
        """The drawing of a picture.

        Raises:
            FaultError: The file is no picture that can be read.
        """
        image = load(picture)
        media = self.media.get(image.sha1)
        if media is None:
            name = f"word/media/picture{len(self.media) + 1}.{image.ext}"
            media = Media(name, image.content_type, picture.data)
            self.media[image.sha1] = media
        pointer = self.pointer(part, IMAGE, f"/{media.name}", external=False)
        number = self.next_id()
        return drawing(picture, image, pointer, number)

    def pointer(self, part: str, kind: str, target: str, *, external: bool) -> str:
        """The id of a relationship of a part, one for each target."""
        pointers = self.pointers.setdefault(part, {})
        key = kind, target
        if key not in pointers:
            pointers[key] = Pointer(f"rIdBluf{len(pointers) + 1}", kind, target, external)
        return pointers[key].id

    def pointers_of(self, part: str) -> Iterator[Pointer]:
        """The relationships to add to a part."""
        yield from self.pointers.get(part, {}).values()


def checked_address(address: str) -> str:
    """An address that a document may lead to.

    Raises:
        FaultError: It is empty, or its scheme is neither http, https nor mailto.
    """
    if not address.strip() or not is_web_link(address):
        hint = "a link leads to http, https or mailto"
        raise unfit(f"“{address[:40]}” is no address that a link may lead to", hint)
    return address
