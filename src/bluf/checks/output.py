"""The subject of the rules about what was built: a file against what the data gives."""

from __future__ import annotations

import io
import zipfile
from typing import ClassVar

from msgspec import Struct

from octavo.location import FileLocation

_MAIN = "word/document.xml"


class Output(Struct, frozen=True):
    """A finished file, and the facts about it that `build` knows.

    Attributes:
        path: Where it belongs.
        stands: What lies there; None where nothing does.
        expected: What the data gives now.
        again: What the data gave when it was asked a second time; None where it was not.
        differences: What differs between ``stands`` and ``expected``, a line each.
        variations: What differs between ``expected`` and ``again``, a line each.
    """

    groups: ClassVar[tuple[str, ...]] = ("output",)

    path: str
    stands: bytes | None
    expected: bytes
    again: bytes | None = None
    differences: tuple[str, ...] = ()
    variations: tuple[str, ...] = ()

    @property
    def location(self) -> FileLocation:
        """The file as a whole."""
        return FileLocation(self.path)

    @property
    def varies(self) -> bool:
        """Whether two builds gave two files, so that none that lies there could be right."""
        return self.again is not None and self.again != self.expected

    @property
    def was_saved_elsewhere(self) -> bool:
        """Whether another program wrote the Word file that lies there.

        We store the parts we write as they are, so that any zlib gives the same bytes; Word,
        LibreOffice and every other program deflate the main part.
        """
        if self.stands is None or not zipfile.is_zipfile(io.BytesIO(self.stands)):
            return False
        with zipfile.ZipFile(io.BytesIO(self.stands)) as archive:
            main = next((info for info in archive.infolist() if info.filename == _MAIN), None)
        return main is not None and main.compress_type != zipfile.ZIP_STORED
