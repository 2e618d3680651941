"""What somebody accepts against the evidence is counted."""

from __future__ import annotations

from bluf.claims import held_back
from bluf.rules import finding
from octavo.location import TextLocation


def test_errors_on_quotations_and_claims_are_counted_where_they_were_left_out() -> None:
    place = TextLocation("brief.yaml", 1, 1)
    quote = finding("quote-not-in-source", "it does not stand there", place)
    figure = finding("figure-differs", "it is another figure", place)
    warning = finding("figure-not-found", "it stands nowhere", place)
    other = finding("missing-key", "it is not there", place)
    assert held_back((quote, figure, warning, other), ()) == 2
    assert held_back((quote, figure), (quote,)) == 1
    assert held_back((quote,), (quote,)) == 0


def test_a_contradiction_counts_though_it_is_a_warning() -> None:
    place = TextLocation("brief.yaml", 1, 1)
    for rule in ("sense-differs", "speaker-differs", "state-differs"):
        assert held_back((finding(rule, "the source says another", place),), ()) == 1
