"""Pictures from data: read, measured and drawn inline."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from octavo.expressions import unfit
from octavo.inputs import reason_of
from octavo.ooxml import NAMESPACES, without_metadata
from octavo.word.nodes import Where, text_node
from octavo.word.values import MOST_BYTES, Picture

if TYPE_CHECKING:
    from docx.image.image import Image


_SPACES: Final = " ".join(
    f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("wp", "a", "pic", "r")
)
_PICTURE_URI: Final = NAMESPACES["pic"]
_MOST_MILLIMETRES: Final = 558
"""Word has no page, and no picture, of more than 22 inches."""


def load(picture: Picture) -> Image:
    """The picture's file, measured.

    Raises:
        FaultError: It is not there, too large, or no picture.
    """
    from docx.image.exceptions import (  # few briefs hold a picture
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
    )
    from docx.image.image import Image  # as above

    try:
        data = picture.data
        if len(data) > MOST_BYTES:
            raise unfit(f"the picture “{picture.name}” is larger than {MOST_BYTES:,} bytes")
        clean = without_metadata(data)
        image = Image.from_blob(data if clean is None else clean)
    except OSError as error:
        raise unfit(f"the picture “{picture.name}” cannot be read: {reason_of(error)}") from error
    except (
        InvalidImageStreamError,
        UnexpectedEndOfFileError,
        UnrecognizedImageError,
        struct.error,
    ) as error:
        hint = "use a PNG, JPEG, GIF, BMP or TIFF file"
        raise unfit(f"“{picture.name}” is not a picture that Word shows", hint) from error
    if clean is None:
        message = f"the metadata of the picture “{picture.name}” cannot be removed"
        raise unfit(message, "it is not whole: save it again in a program for pictures")
    return image


def drawing(picture: Picture, image: Image, pointer: str, number: int, room: int = 0) -> str:
    """The inline drawing of a picture; ``pointer`` is the relationship to its file.

    A picture that is told no size takes at most ``room``, the width of the text.
    """
    width, height = _extent(picture, image)
    if 0 < room < width and picture.width_mm is None and picture.height_mm is None:
        width, height = room, height * room // width
    name = f"Picture {number}"
    alt = text_node(picture.alt, Where.ATTRIBUTE)
    return (
        f"<w:drawing {_SPACES}>"
        f'<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{alt}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PICTURE_URI}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{alt}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{pointer}"/>'
        f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _extent(picture: Picture, image: Image) -> tuple[int, int]:
    """Width and height in English metric units; what is not given keeps the proportions."""
    from docx.shared import Mm  # as above

    for size in (picture.width_mm, picture.height_mm):
        if size is not None and not 0 < size <= _MOST_MILLIMETRES:
            raise unfit(
                f"the picture “{picture.name}” cannot be {size:g} mm wide or high",
                f"a page has up to {_MOST_MILLIMETRES} mm",
            )
    width = None if picture.width_mm is None else Mm(picture.width_mm)
    height = None if picture.height_mm is None else Mm(picture.height_mm)
    scaled = image.scaled_dimensions(width, height)
    return int(scaled[0]), int(scaled[1])
