"""How bytes are read as text: the encodings of the web and no others.

The labels are those of the WHATWG Encoding Standard; Python knows many more, some of which are no
encodings of text at all (``rot13``, ``unicode_escape``, ``punycode``), and one that hides ASCII
(``utf-7``).
"""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REACH = 65536


def marked(data: bytes) -> tuple[str, bytes] | None:
    """The encoding that a byte order mark names, and the bytes after it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    return None


def codec(label: str) -> str | None:
    """The codec that reads what is labelled so; None for what is no encoding of the web."""
    import webencodings  # most bytes are UTF-8

    found = webencodings.lookup(_CODE_PAGES.get(label.strip().lower(), label))
    return found.codec_info.name if found else None


def likely(data: bytes) -> str | None:
    """The encoding in which some bytes are probably written."""
    from charset_normalizer import from_bytes  # much, and seldom wanted

    best = from_bytes(data[:_REACH]).best()
    return best.encoding if best and codec(best.encoding) else None


_CODE_PAGES = {
    **{f"cp{number}": f"windows-{number}" for number in range(1250, 1259)},
    **{f"iso8859_{number}": f"iso-8859-{number}" for number in range(2, 17)},
    "koi8_r": "koi8-r",
    "koi8_u": "koi8-u",
    "cp866": "ibm866",
    "mac_cyrillic": "x-mac-cyrillic",
    "euc_kr": "euc-kr",
    "cp949": "euc-kr",
    "shift_jis": "shift_jis",
    "cp932": "shift_jis",
    "euc_jp": "euc-jp",
    "latin_1": "windows-1252",
}
"""What Python calls the encodings that the web calls otherwise."""
