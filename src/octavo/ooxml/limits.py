"""How large a Word file may be: under 5 seconds and 512 MiB for whatever is handed in."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

MEBIBYTE: Final = 1024 * 1024


class Limits(Struct, frozen=True):
    """Bounds on a package.

    Attributes:
        members: Most members of the archive; a large Word file has some hundreds.
        file_size: Most bytes of the file itself.
        part_size: Most bytes of one part, inflated.
        total_size: Most bytes of all parts, inflated.
        ratio: Most inflated bytes for a compressed one, in parts over ``ratio_from`` bytes.
        ratio_from: Size in bytes from which ``ratio`` counts; blank pictures shrink a hundredfold.
        marks: Most ``<`` and ``=`` over all XML parts, which bound elements and attributes.
    """

    members: int = 1000
    file_size: int = 64 * MEBIBYTE
    part_size: int = 48 * MEBIBYTE
    total_size: int = 128 * MEBIBYTE
    ratio: int = 200
    ratio_from: int = 4 * MEBIBYTE
    marks: int = 1_500_000


DEFAULT_LIMITS: Final = Limits()
