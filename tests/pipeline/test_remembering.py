"""Nothing changed costs nothing; and whatever changed is seen."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bluf.cli.app import run
from bluf.pipeline import remembering, snapshot
from bluf.pipeline.order import Order, Output, Paging, Product, UnsettledProduct
from bluf.pipeline.remembering import keep, recalled, remembered, template_findings
from bluf.pipeline.verdicts import PageReport
from octavo.finding import Finding, Fix, Level
from octavo.location import TextLocation, WordLocation
from octavo.pages import Layout, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.data import DataFile

ROOT = Path(__file__).parents[2]
FOUND = (
    Finding("a", Level.NOTE, "m", TextLocation("b.yaml", 2, 3), "h", "e", ("n",), Fix("x", "y")),
    Finding("b", Level.ERROR, "m", WordLocation("b.docx", "body", (("table", 1),), "p.xml")),
)


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """An order with every kind of input: record, source, template, logo, an earlier brief."""
    monkeypatch.chdir(tmp_path)
    for name in ("briefs/a/brief.yaml", "briefs/a/sources/s.txt", "briefs/z/brief.yaml"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
        os.utime(path, (time.time() - 60,) * 2)
    Path("templates").mkdir()
    Path("templates/brief.md").write_text("t", encoding="utf-8")
    return Order(Path("briefs/a/brief.yaml"), templates=Path("templates"), cache=tmp_path / "cache")


class Work:
    """Makes a product, and counts how often."""

    def __init__(self, meanwhile: Callable[[], object] = lambda: None) -> None:
        self.done, self.meanwhile = 0, meanwhile

    def __call__(self, order: Order) -> UnsettledProduct:
        self.done += 1
        self.meanwhile()
        outputs = (Output(order.data.parent / "a.md", b"made"),)
        looked = (Path("briefs/z"),)
        return UnsettledProduct(Product("a", outputs, FOUND, is_open=True, looked=looked))


def make(order: Order, work: Work) -> Product:
    """Make, write and keep, as a build does."""
    product = remembered("make", work, order).product
    for output in product.outputs:
        output.path.write_bytes(output.content)
    keep(product)
    return product


def test_what_has_not_changed_is_not_made_again(order: Order) -> None:
    work = Work()
    first, second = make(order, work), make(order, work)
    assert work.done == 1
    assert second.findings == first.findings
    assert second.unchanged == (Path("briefs/a/a.md"),)
    assert (second.name, second.outputs) == ("a", ())


EDITED = [
    "briefs/a/brief.yaml",
    "briefs/a/sources/s.txt",
    "briefs/a/sources/new.txt",
    "briefs/a/a.md",
    "briefs/z/brief.yaml",
    "briefs/z/brief.toml",
    "templates/brief.md",
    "templates/brief.docx",
]


@given(name=st.sampled_from(EDITED), content=st.binary(min_size=1, max_size=8), keeps=st.booleans())
def test_any_edit_to_any_input_is_seen(
    order: Order, name: str, content: bytes, keeps: bool
) -> None:
    """The law: even where the edit keeps the size and the time of the file."""
    path = Path(name)
    before = path.read_bytes() if path.exists() else None
    make(order, Work())
    work = Work()
    make(order, work)
    assert work.done == 0
    path.write_bytes(content if before is None or content != before else content + b"!")
    if keeps:
        os.utime(path, (time.time() - 60,) * 2)
    make(order, work)
    assert work.done == 1
    if before is None:
        path.unlink()
    else:
        path.write_bytes(before)
        os.utime(path, (time.time() - 60,) * 2)


@pytest.mark.parametrize(
    "change",
    [
        {"paper": "letter"},
        {"formats": ("md",)},
        {"strict": True},
        {"out": Path("public")},
        {"allow_findings": True},
        {"template": "other.md"},
    ],
)
def test_another_order_has_a_product_of_its_own(order: Order, change: dict[str, object]) -> None:
    work = Work()
    make(order, work)
    make(replace(order, **change), work)
    assert work.done == 2


def test_another_program_makes_everything_anew(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work()
    make(order, work)
    monkeypatch.setattr(remembering, "programs", lambda: "another")
    make(order, work)
    assert work.done == 2
    assert len(snapshot.programs()) == 64


@pytest.mark.parametrize("name", ["briefs/a/brief.yaml", "briefs/z/brief.yaml"])
def test_what_changes_while_it_is_made_is_not_kept(order: Order, name: str) -> None:
    def edit() -> None:
        Path(name).write_text("edited", encoding="utf-8")

    assert remembered("make", Work(edit), order).product.memory is None
    os.utime(name, (time.time() - 60,) * 2)
    assert remembered("make", Work(), order).product.memory is not None


@pytest.mark.parametrize("product", [{"is_open": False}, {"is_open": True, "refused": True}])
def test_nothing_is_kept_of_what_not_everybody_may_read(
    order: Order, product: dict[str, bool]
) -> None:
    made = remembered("make", lambda _: UnsettledProduct(Product("a", **product)), order)  # type: ignore[arg-type]  # names of its flags
    assert made.product.memory is None


def test_a_page_that_is_unsure_is_looked_at_each_time(order: Order) -> None:
    work = Work()

    def unsure(order: Order) -> UnsettledProduct:
        found = work(order)
        page = PageReport(Layout(Verdict.CANNOT_TELL))
        return replace(found, product=replace(found.product, page=page))

    for _ in range(2):
        assert remembered("make", unsure, order).product.memory is None
    assert work.done == 2


def test_figures_of_fonts_are_among_what_a_brief_is_made_from(order: Order) -> None:
    figures = Path("fonts/own.figures")
    figures.parent.mkdir()
    figures.write_text("a", encoding="utf-8")
    order = replace(order, pages=Paging(figures=(figures,)))
    before = snapshot.inputs(order, shelf=True)
    figures.write_text("b", encoding="utf-8")
    assert snapshot.inputs(order, shelf=True)[str(figures)] != before[str(figures)]


@pytest.mark.parametrize(
    "change",
    [{"formats": ("pdf",)}, {"again": True}, {"cache": None}, {"data": Path("-")}],
)
def test_what_others_have_a_part_in_is_made_each_time(
    order: Order, change: dict[str, object]
) -> None:
    assert remembered("make", Work(), replace(order, **change)).product.memory is None


def test_too_large_a_folder_is_not_added_up(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "_MOST_FILES", 1)
    assert remembered("make", Work(), order).product.memory is None


def test_a_folder_that_grows_too_large_is_not_kept(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(lambda: monkeypatch.setattr(snapshot, "_MOST_FILES", 1))
    assert remembered("make", work, order).product.memory is None


@pytest.mark.parametrize("content", [b"{", b"\xff", b"{}", b"[]"])
def test_what_is_broken_in_the_cache_is_as_if_it_were_not_there(
    order: Order, content: bytes
) -> None:
    work = Work()
    make(order, work)
    assert order.cache is not None
    (kept,) = order.cache.glob("??/*")
    whole = kept.read_bytes()
    kept.write_bytes(content)
    make(order, work)
    assert kept.read_bytes() == whole
    assert work.done == 2


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "briefs", tmp_path / "home/briefs")
    for path in (tmp_path / "home").rglob("*"):
        os.utime(path, (time.time() - 60,) * 2)
    monkeypatch.chdir(tmp_path / "home")
    monkeypatch.setenv("BLUF_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.parametrize("command", [["check"], ["build"], ["build", "--check"]])
def test_a_second_run_says_the_same_without_the_engines(
    home: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    del home
    run(["build", "--no-cache"])
    capsys.readouterr()
    first = run([*command, "--executor", "serial"]), capsys.readouterr().out
    run([*command, "--executor", "serial"])
    capsys.readouterr()

    for name in ("making.drafted", "examination.worked", "examination.compared"):
        monkeypatch.setattr(f"bluf.pipeline.{name}", None)
    second = run([*command, "--executor", "serial"]), capsys.readouterr().out
    assert second[0] == first[0]
    assert second[1] == first[1].replace("wrote", "unchanged")


def test_a_folder_cannot_bring_its_own_verdict(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check"])
    shutil.move(home / "cache", home / "home" / ".cache")
    monkeypatch.setenv("BLUF_CACHE", ".cache")
    data = home / "home/briefs/2025-08-06-serbia-us/brief.yaml"
    data.write_text(data.read_text(encoding="utf-8").replace("We sought", "We seek", 1))
    capsys.readouterr()
    assert run(["check"]) == 1


def test_no_cache_keeps_nothing(home: Path) -> None:
    run(["check", "--no-cache"])
    assert not (home / "cache").exists()


def test_a_template_that_changes_while_it_is_looked_at_is_not_kept(order: Order) -> None:
    path, calls = Path("templates/brief.md"), []

    def work(_: Path, __: Order) -> tuple[Finding, ...]:
        calls.append(1)
        path.write_text("edited" * len(calls), encoding="utf-8")
        return FOUND

    assert template_findings(path, order, work) == FOUND
    path.write_text("t", encoding="utf-8")
    assert template_findings(path, order, work) == FOUND
    assert len(calls) == 2


def test_what_cannot_be_added_up_counts_as_what_it_is(tmp_path: Path) -> None:
    assert snapshot.sum_of(tmp_path).startswith("other")
    assert snapshot.sum_of(tmp_path / "nothing") == "absent"
    (tmp_path / "a.bluf-tmp").touch()
    assert snapshot.folder_sums(tmp_path) == {}
    assert snapshot.folder_sums(tmp_path / "nothing") == {}


def test_what_libreoffice_may_add_to_is_not_kept(order: Order) -> None:
    unfinished = UnsettledProduct(Product("a", is_open=True), cast("DataFile", "a record"))
    assert remembered("make", lambda _: unfinished, order) is unfinished


def test_a_template_that_takes_files_in_is_not_kept(order: Order) -> None:
    path = Path("other.md")
    path.write_text("{% include 'part.md' %}", encoding="utf-8")
    work = Work()
    for _ in range(2):
        make(replace(order, template="other.md"), work)
    assert work.done == 2
    calls: list[Path] = []

    def look(found: Path, _: Order) -> tuple[Finding, ...]:
        calls.append(found)
        return FOUND

    for _ in range(2):
        template_findings(path, order, look)
    assert len(calls) == 2
    path.write_bytes(b"\xff")
    for _ in range(2):
        make(replace(order, template="other.md"), work)
    assert work.done == 3


def test_what_is_made_again_is_never_recalled(order: Order) -> None:
    make(order, Work())
    assert recalled("make", order) is not None
    assert recalled("make", replace(order, again=True)) is None
