from __future__ import annotations

import pytest

from bluf.settings import Settings
from bluf.settings.decode import decode

FORMATS = "docx, md, pdf, png, proof"


def refused(values: dict[str, object]) -> list[str]:
    return [f"{'.'.join(fault.path)}: {fault.message}" for fault in decode(Settings, values)[1]]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"paper": "a5"}, "paper: the value should be a4 or letter"),
        ({"briefs": 1}, "briefs: the value should be a text"),
        (
            {"format": ["odt"]},
            "format: the value should be a list of words out of docx, md, pdf, png, proof",
        ),
        ({"format": []}, "format: the value should be a list of words out of " + FORMATS),
        ({"checks": {"select": 1}}, "checks.select: the value should be a list of words"),
        ({"checks": {"strict": "perhaps"}}, "checks.strict: the value should be true or false"),
        ({"pages": {"limit": 0}}, "pages.limit: the value should be a whole number, 1 to 1000"),
        ({"pages": {"least_space": 2}}, "pages.least_space: the value should be a number, 0 to 1"),
        (
            {"pages": {"least_body_pt": "x"}},
            "pages.least_body_pt: the value should be a number, 1 to 72",
        ),
        ({"font": "\x07"}, "font: the value holds a control character"),
        ({"pages": 1}, "pages: the value should be a table"),
        ({"audiences": 1}, "audiences: the value should be a table of tables"),
        ({"pages": {"limt": 1}}, "pages.limt: is not a setting"),
    ],
)
def test_a_fault_says_what_the_value_should_be(values: dict[str, object], message: str) -> None:
    assert refused(values) == [message]


def test_every_fault_is_said_and_the_rest_is_read() -> None:
    settings, faults = decode(Settings, {"paper": "a5", "pages": {"limit": "2", "verify": 3}})
    assert [fault.path for fault in faults] == [("paper",), ("pages", "verify")]
    assert (settings.paper, settings.pages.limit) == ("a4", 2)


@pytest.mark.parametrize(
    ("text", "read"), [("docx,md", ("docx", "md")), ("md , pdf", ("md", "pdf"))]
)
def test_a_text_of_the_environment_is_read_as_a_list(text: str, read: tuple[str, ...]) -> None:
    assert decode(Settings, {"format": text})[0].format == read


def test_audiences_are_tables_with_names_of_ones_own() -> None:
    given = {"partners": {"levels": ["SECRET"], "levles": []}, "public": "all"}
    settings, faults = decode(Settings, {"audiences": given})
    assert settings.audiences["partners"].levels == ("SECRET",)
    assert [(fault.path, fault.rule) for fault in faults] == [
        (("audiences", "partners", "levles"), "unknown-key"),
        (("audiences", "public"), "data-type"),
    ]
