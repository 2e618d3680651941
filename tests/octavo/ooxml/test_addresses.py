from __future__ import annotations

import pytest

from octavo.ooxml.addresses import plain_address


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
