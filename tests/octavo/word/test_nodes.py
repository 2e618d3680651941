from __future__ import annotations

import pytest

from octavo.word.nodes import Where, text_node


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Where.RUN, 'a</w:t><w:br/><w:t xml:space="preserve">&amp;&lt;"\\'),
        (Where.PLAIN, 'a &amp;&lt;"\\'),
        (Where.ATTRIBUTE, "a &amp;&lt;&quot;\\"),
        (Where.CODE, 'a &amp;&lt;\\"\\\\'),
        (Where.CODE_ATTRIBUTE, "a &amp;&lt;\\&quot;\\\\"),
    ],
)
def test_a_text_is_written_as_its_place_admits(where: Where, expected: str) -> None:
    assert text_node('a\r\n\x07&<"\\', where) == expected


def test_an_address_stays_as_it_is_but_for_what_is_no_character() -> None:
    assert text_node("https://a.org/?b&c\x00\ud800", Where.ADDRESS) == "https://a.org/?b&c\ufffd"


def test_a_text_that_means_nothing_to_xml_stays() -> None:
    assert {text_node("Đurić, 50 %", where) for where in Where} == {"Đurić, 50 %"}
