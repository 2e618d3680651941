from __future__ import annotations

from tests.redaction.conftest import HEAD

from bluf.data import read_mapping
from bluf.markings import Clearance, schemes
from bluf.redaction import Audience, redacted


def test_labels_of_no_scheme_are_read_as_they_are() -> None:
    audience = Audience("us", Clearance(("For us",)))
    record = {
        **HEAD,
        "marking": "For them",
        "portions": {"title": "For us", "head": "For us"},
        "bottom_line": {"all": "They met.", "us": "They did."},
    }
    brief = redacted(read_mapping(record), audience, schemes()).data.brief
    assert (brief.bottom_line, brief.portions.bottom_line) == ("They did.", "For us")
