from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bluf.evidence import Searchable, SourceText
from bluf.model import Verdict
from bluf.verification import (
    SourceSet,
    check_claims,
    draft_of,
    findings_of,
    lines,
    mapping,
    read_draft,
    verify_quotations,
)

if TYPE_CHECKING:
    from bluf.verification import CheckedClaim

DAY = dt.date(2026, 3, 2)
WORDS = (
    "On 1 March 2026 Ana Anić said that the bridge carries 400 lorries and costs 3 million euros."
)
SHELF = SourceSet({"release.txt": Searchable(SourceText("release.txt", WORDS, (0,)))})


def checked(text: str) -> tuple[CheckedClaim, ...]:
    return check_claims(read_draft(text.encode(), "draft.txt"), SHELF, DAY)


def test_figures_dates_and_names_that_a_source_has_are_borne_out() -> None:
    found = checked("The talks of 1 March 2026.\n\nMs. Anić spoke of 400 lorries, 3 million euros.")
    assert {each.claim.kind for each in found} == {"date", "figure", "name"}
    assert all(each.is_borne_out for each in found)
    figure = next(each for each in found if each.claim.words.startswith("400"))
    assert (figure.claim.source, str(figure.claim.place)) == ("release.txt", "release.txt:1:55")
    assert str(figure.place) == "draft.txt:3:19"


def test_what_no_source_has_is_told_at_its_line() -> None:
    found = checked("The talks.\n\nThe bridge carries 500 lorries, said Boris.")
    wrong = [each for each in found if not each.is_borne_out]
    assert [(each.claim.words, str(each.place)) for each in wrong] == [
        ("500", "draft.txt:3:20"),
        ("Boris", "draft.txt:3:38"),
    ]
    assert all(each.finding and each.finding.location == each.place for each in wrong)
    assert all(each.finding and "500 lorries" in each.finding.excerpt for each in wrong)


def test_what_no_source_has_cannot_be_told_where_the_author_speaks() -> None:
    found = checked("Date: 5 May 2026\n\nIt carries 400 lorries.\n\n## Next steps\n\nAsk Boris.")
    told = {each.claim.words: (each.claim.verdict, each.finding) for each in found}
    assert told.pop("400") == (Verdict.BORNE_OUT, None)
    assert told == dict.fromkeys(("5 May 2026", "Boris"), (Verdict.UNDECIDED, None))


def test_claims_are_part_of_every_report() -> None:
    draft = read_draft(b"It carries 500 lorries.", "draft.txt")
    verification = replace(verify_quotations(draft, SHELF), claims=check_claims(draft, SHELF, DAY))
    text = list(lines(verification))
    assert text[0].endswith("; 0 of 1 figures, dates and names in the sources")
    assert text[2].endswith("1:12  figure “500”")
    assert text[3].strip().startswith(("warning: ", "error: "))
    assert [each.excerpt for each in findings_of(verification)] == ["It carries 500 lorries."]
    assert mapping(verification)["claims"] == [
        {
            "kind": "figure",
            "words": "500",
            "place": "1:12",
            "verdict": "not found",
            "source": None,
            "source_place": None,
            "found": None,
        }
    ]


def test_a_list_of_quotations_makes_no_claims() -> None:
    assert check_claims(draft_of(["500 lorries"], "--quote"), SHELF, DAY) == ()


def test_signs_that_no_record_holds_do_no_harm() -> None:
    text = SourceText("draft.pdf", "It carries \x0c400\nlorries.", (0,))
    draft = replace(draft_of([], "draft.pdf"), source=text)
    (claim,) = check_claims(draft, SHELF, DAY)
    assert claim.is_borne_out


def test_a_claim_may_be_told_without_a_finding() -> None:
    draft = read_draft(b"It carries 500 lorries.", "draft.txt")
    claims = tuple(replace(each, finding=None) for each in check_claims(draft, SHELF, DAY))
    verification = replace(verify_quotations(draft, SHELF), claims=claims)
    assert list(lines(verification))[2:] == ["not found  1:12  figure “500”"]


def test_what_is_borne_out_is_counted_and_not_listed() -> None:
    draft = read_draft(b"It carries 400 lorries.", "draft.txt")
    claims = check_claims(draft, SHELF, DAY)
    verification = replace(verify_quotations(draft, SHELF), claims=claims)
    (line,) = lines(verification)
    assert line.endswith("1 of 1 figures, dates and names in the sources")


def test_agreed_where_no_source_says_so_is_told_at_its_sentence() -> None:
    told = checked("Ana Anić spoke. The two sides agreed to build the bridge.")
    (strength,) = (each for each in told if each.claim.kind == "strength")
    assert str(strength.place) == "draft.txt:1:16"
    assert strength.finding is not None


def test_what_cannot_be_told_says_what_to_do() -> None:
    draft = read_draft(b"It carries 400 lorries.", "draft.txt")
    (claim,) = check_claims(draft, SHELF, DAY)
    claim = replace(claim, claim=replace(claim.claim, verdict=Verdict.UNDECIDED))
    verification = replace(verify_quotations(draft, SHELF), claims=(claim,))
    assert list(lines(verification))[-1].endswith("look it up yourself")


def test_without_a_source_nothing_is_said_of_quotations() -> None:
    draft = read_draft("“It carries 400 lorries”".encode(), "draft.txt")
    (line,) = lines(verify_quotations(draft, SourceSet({})))
    assert line == "draft.txt: no source could be read, so nothing was looked up"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Hungary asked Serbia to open a second crossing at Horgos.", ["Hungary"]),
        ("Serbia asked Hungary to open a second crossing at Horgos.", []),
        ("Serbia agreed to study the proposal; Hungary is pleased.", ["Serbia"]),
        ("Hungary agreed to study the proposal of Serbia.", []),
        ("Hungary agreed to study the proposal.", []),
    ],
)
def test_who_asked_and_agreed_is_held_to_the_sentence_most_like_it(
    text: str, sides: list[str]
) -> None:
    words = (
        "Serbia asked Hungary to open a second crossing at Horgos by June. "
        "Hungary agreed to study the proposal."
    )
    shelf = SourceSet({"release.txt": Searchable(SourceText("release.txt", words, (0,)))})
    found = check_claims(read_draft(text.encode(), "draft.txt"), shelf, DAY)
    told = [each for each in found if each.claim.kind == "side"]
    assert [each.claim.words for each in told] == sides
    assert {each.claim.verdict for each in told} <= {Verdict.UNDECIDED}


def test_a_country_that_only_the_draft_names_is_not_borne_out_by_it() -> None:
    found = checked("Ana Anić spoke of Hungary and Austria.")
    told = {each.claim.words: each.claim.verdict for each in found if each.claim.kind == "name"}
    assert told["Hungary"] == told["Austria"] == Verdict.NOT_FOUND
