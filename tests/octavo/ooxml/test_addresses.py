from __future__ import annotations

import pytest

from octavo.ooxml.relationships import is_typed_link, is_web_link, plain_address


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("{{ url }}", "{{ url }}"),
        ("%7B%7B%20url%20%7D%7D", "{{ url }}"),
        ("../home/me/templates/%7B%7B%20url%20%7D%7D", "{{ url }}"),
        ("file:///home/me/%7B%7B%20url%20%7D%7D", "{{ url }}"),
        ("letters/%7B%25%20if%20x%20%25%7D", "{% if x %}"),
        ("https://example.org/%7B%7Bx%7D%7D", "https://example.org/{{x}}"),
        ("../{{ url }}", "../{{ url }}"),
        ("a%20file.txt", "a file.txt"),
    ],
)
def test_a_tag_that_was_taken_for_a_file_is_a_tag_again(address: str, plain: str) -> None:
    assert plain_address(address) == plain


def test_an_empty_page_stays_where_a_person_linked_to_it() -> None:
    assert is_typed_link("about:blank")
    assert not is_typed_link("about:config")
    assert not is_web_link("about:blank")
