"""Pictures of a package, without what they tell besides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.finding import Finding, Level

if TYPE_CHECKING:
    from collections.abc import Collection

    from octavo.location import Location
    from octavo.ooxml.package import Package, Part

UNREAD: Final = "picture-metadata"
CROPPED: Final = "picture-cropped"


def pictures(package: Package, removed: Collection[str]) -> tuple[dict[str, Part], list[str]]:
    """The pictures without metadata, and the names of those that keep what they have."""
    clean, unread = {}, []
    for name, part in package.parts.items():
        if part.content_type.startswith("image/") and name not in removed:
            from octavo.ooxml.images import without_metadata  # few templates have pictures

            data = without_metadata(part.data)
            if data is None:
                unread.append(name)
            elif data != part.data:
                clean[name] = part.with_data(data)
    return clean, unread


def untold(name: str, place: Location) -> Finding:
    """A warning for a picture whose kind is not known."""
    message = f"the metadata of the picture “{name}” cannot be removed: its format is unknown"
    hint = "put a PNG, JPEG, GIF, TIFF, WebP, EMF or SVG picture in its place"
    return Finding(UNREAD, Level.WARNING, message, place, hint)


def uncut(place: Location) -> Finding:
    """A note for a picture of which the page shows a part."""
    message = "what is cropped off this picture travels with the file all the same"
    hint = (
        "in Word, compress the picture and delete its cropped areas; what leaves the house is cut "
        "by itself where Pillow is installed: pip install 'bluf[pictures]'"
    )
    return Finding(CROPPED, Level.NOTE, message, place, hint)
