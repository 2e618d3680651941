from __future__ import annotations

from bluf.views import Field, FieldKind, fields


def test_every_name_has_a_meaning() -> None:
    assert all(field.meaning.endswith((".", "…")) for field in fields().values())


def test_a_name_in_a_list_is_reached_through_its_items() -> None:
    known = fields()
    assert known["brief.requests"].kind is FieldKind.LIST
    assert known["brief.requests[]"] == Field("brief.requests[]", FieldKind.RECORD, "A request.")
    assert known["brief.requests[].from"].meaning == "Who asks, in short."
    assert known["brief.requests[].number"].kind is FieldKind.NUMBER
    assert known["brief.requests[].quotations[]"].kind is FieldKind.TEXT
    assert known["brief.differences[].accounts[].party"].kind is FieldKind.TEXT


def test_a_record_in_a_record_is_reached_by_its_name() -> None:
    known = fields()
    assert known["brief.annex"].kind is FieldKind.RECORD
    assert known["brief.annex.note"].kind is FieldKind.TEXT
    assert known["brief.annex.requests"].kind is FieldKind.LIST
    assert known["brief.annex.requests[].ask"].meaning == "What is asked."


def test_labels_are_named_with_their_english_words() -> None:
    assert fields()["labels.to"].meaning == "“To” in the language of the brief."


def test_a_field_of_ones_own_may_have_any_name() -> None:
    assert fields()["brief.extra"].kind is FieldKind.RECORD
    assert fields()["brief.extra.NAME"].kind is FieldKind.OWN
    assert fields()["letterhead.logo"].kind is FieldKind.PICTURE
    assert fields()["brief.requests[].answered"].kind is FieldKind.FLAG
