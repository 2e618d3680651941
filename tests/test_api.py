from __future__ import annotations

import datetime as dt
import shutil
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bluf import api
from bluf.data import read

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]
BRIEF = "briefs/2025-08-06-serbia-us"
RELEASE = f"{BRIEF}/sources/mfa-serbia-release.txt"


@pytest.fixture(autouse=True)
def briefs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the shipped briefs, which is the current one."""
    shutil.copytree(ROOT / "briefs", tmp_path / "briefs")
    monkeypatch.chdir(tmp_path)


def record() -> Mapping[str, Any]:
    """A record as a program makes it."""
    return {
        "id": "talks",
        "title": "Talks",
        "date": dt.date(2026, 3, 2),
        "to": "Minister",
        "from": "Desk",
        "bottom_line": "They talked.",
        "parties": {"rs": {"name": "Serbia"}, "us": {"name": "United States"}},
        "sources": {"a": {"title": "A", "publisher": "P", "party": "rs", "file": "a.txt"}},
        "requests": [
            {
                "id": "R1",
                "from": "rs",
                "to": "us",
                "ask": "Money",
                "priority": Decimal(1),
                "response": "not reported",
                "evidence": [{"source": "a", "quote": "We asked for money"}],
            }
        ],
    }


def test_a_brief_is_read_from_its_folder_or_its_file() -> None:
    assert api.read(BRIEF).brief == api.read(Path(BRIEF) / "brief.yaml").brief


def test_a_brief_is_read_from_a_mapping() -> None:
    data = api.read(record(), folder="sources")
    assert data.brief.requests[0].priority == 1
    assert data.path == "sources/brief.json"


def test_a_mapping_has_its_faults_at_their_places() -> None:
    with pytest.raises(api.FindingsError) as refused:
        api.read({**record(), "titel": "Talks"})
    (finding,) = refused.value.findings
    assert (finding.rule, finding.hint) == ("unknown-key", "did you mean “title”?")
    assert '"titel": "Talks"' in finding.excerpt


def test_what_no_data_file_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="not object"):
        api.read({"id": object()})


def test_a_brief_is_built_in_memory() -> None:
    product = api.build(BRIEF)
    assert [output.path.suffix for output in product.outputs] == [".docx", ".md"]
    assert product.outputs[1].content == output_of(".md").read_bytes()


def test_a_brief_is_built_into_a_folder() -> None:
    api.build(BRIEF, out="public", formats=["md"])
    assert [path.name for path in Path("public").iterdir()] == ["2025-08-06-serbia-us.md"]


def test_a_mapping_is_built_and_checked_and_proven() -> None:
    Path("a.txt").write_text("We asked for money.", encoding="utf-8")
    assert api.build(record(), formats=["md"]).outputs
    Path("a.txt").write_text("We asked for nothing.", encoding="utf-8")
    product = api.build(api.read(record()), formats=["md"])
    assert not product.outputs
    assert "quote-not-in-source" in {each.rule for each in product.findings}
    assert "quote-not-in-source" in {each.rule for each in api.check(record())}
    assert api.build(record(), formats=["md"], allow_findings=True).outputs


def test_a_brief_is_checked_with_what_was_built_from_it() -> None:
    assert "output-stale" not in {each.rule for each in api.check(BRIEF)}
    output_of(".md").unlink()
    assert "output-stale" in {each.rule for each in api.check(BRIEF)}


def test_a_brief_that_is_not_there_is_refused() -> None:
    with pytest.raises(api.FindingsError):
        api.build("nowhere")


def test_a_quotation_is_verified() -> None:
    found = api.verify("We discussed launching […] very soon", RELEASE)
    assert (found.verdict, str(found.sighting and found.sighting.place)) == (
        "found",
        f"{RELEASE}:2:205",
    )
    assert api.verify("We agreed on launching the U.S.-Serbia Dialogue", RELEASE).verdict == "near"
    with pytest.raises(api.FindingsError):
        api.verify("We", "nowhere.txt")


def test_a_draft_is_verified() -> None:
    Path("memo.md").write_text("He said “a serious step forward” and “no more”.", encoding="utf-8")
    verification = api.verify_draft("memo.md", RELEASE)
    assert [each.verdict for each in verification.checked] == ["found", "not found"]
    assert [each.rule for each in api.findings(verification)] == ["quote-not-in-source"]
    assert api.verify_draft("memo.md", [RELEASE, BRIEF]).sources[0] == RELEASE
    assert verification.claims == ()


def test_the_claims_of_a_draft_are_checked_on_demand() -> None:
    Path("memo.md").write_text("Nine journalists left, and 77 lorries.", encoding="utf-8")
    day = dt.date(2025, 8, 7)
    claims = api.verify_draft("memo.md", RELEASE, claims_on=day).claims
    assert [each.is_borne_out for each in claims] == [True, False]


def test_only_what_is_public_is_named() -> None:
    assert all(callable(getattr(api, name)) for name in api.__all__)
    assert read(Path(BRIEF) / "brief.yaml") == api.read(BRIEF)


def output_of(suffix: str) -> Path:
    return Path(BRIEF) / f"2025-08-06-serbia-us{suffix}"
