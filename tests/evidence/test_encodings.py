from __future__ import annotations

import pytest

from bluf.evidence.formats import text


def test_an_encoding_may_be_named_or_guessed() -> None:
    data = "Размена мишљења о Косову и Метохији трајала је дуго.".encode("cp1251")
    assert text.read(data, "a.txt", "cp1251").text.startswith("Размена")
    for label in ("rot13", "utf-7", "klingon"):
        with pytest.raises(Exception, match="is not a text encoding"):
            text.read(b"x", "a.txt", label)
    with pytest.raises(Exception, match="is not text in UTF-8") as caught:
        text.read(data, "a.txt")
    assert "encoding" in str(caught.value.findings[0].hint)  # type: ignore[attr-defined]
    with pytest.raises(Exception, match="is not text in UTF-8"):
        text.read(b"\xff", "a.txt")
