from __future__ import annotations

import struct


def patch(data: bytes, signature: bytes, offset: int, form: str, value: int) -> bytes:
    """The archive with one field of the last header of a kind changed."""
    changed = bytearray(data)
    struct.pack_into(form, changed, data.rindex(signature) + offset, value)
    return bytes(changed)
