from __future__ import annotations

from dataclasses import dataclass

from bluf.meanings import meanings


@dataclass
class Outer:
    first: int
    """The first."""
    silent: int
    second: str = "x"
    """The second.

    It has more to say.
    """


@dataclass
class Inner(Outer):
    third: int = 0
    """The third."""
    second: str = "y"
    """Another second."""


def test_the_text_under_a_field_is_its_meaning() -> None:
    assert meanings(Outer) == {
        "first": "The first.",
        "second": "The second.\n\nIt has more to say.",
    }


def test_a_field_that_is_said_anew_is_meant_anew() -> None:
    assert meanings(Inner) == {
        "first": "The first.",
        "second": "Another second.",
        "third": "The third.",
    }


def test_a_class_without_a_source_has_no_meanings() -> None:
    made = type("Made", (), {"__annotations__": {"x": "int"}})
    assert meanings(made) == {}
