from __future__ import annotations

from octavo.pages.formats import Edge, TabStop, paragraph_format, run_format


def test_stops_stand_in_order_and_one_that_is_cleared_is_gone() -> None:
    form = paragraph_format(
        {
            "tabs": {2000: "right", 900: "clear", 500: "left"},
            "borders": {"top": Edge(8, 20, "single"), "bottom": Edge(4, 0, "single")},
            "after": 120,
        },
        "Body",
    )
    assert form.tabs == (TabStop(500, "left"), TabStop(2000, "right"))
    assert [side for side, _ in form.borders] == ["bottom", "top"]
    assert (form.after, form.before, form.style) == (120, 0, "Body")


def test_a_run_that_says_nothing_has_the_defaults_of_the_standard() -> None:
    assert (run_format({}).size, run_format({"size": 220}).size) == (200, 220)
    assert run_format({"size": 220}) is run_format({"size": 220})
