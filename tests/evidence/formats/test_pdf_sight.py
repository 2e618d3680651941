"""What a reader sees of the words of a PDF file: there must be ink, and it must be theirs."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest

from bluf.evidence.formats import pdf
from bluf.evidence.formats.pdf import child as children
from bluf.evidence.formats.pdf import flow, lines
from bluf.evidence.formats.pdf import worker as workers
from bluf.evidence.formats.pdf.messages import (
    Failed,
    InkVerdict,
    Look,
    Open,
    Opened,
    PageLine,
    PageLines,
    ReadPage,
)
from bluf.evidence.formats.pdf.writing import RIGHT_TO_LEFT, accented, in_place, turned
from bluf.evidence.match import Searchable
from bluf.evidence.text import SourceText
from bluf.evidence.verify import look_up_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluf.evidence.text import Sight

WORDS = "We will fund it."


def document(content: bytes, more: bytes = b"", objects: tuple[bytes, ...] = ()) -> bytes:
    """A page of Helvetica, with further keys of the page and further objects from the sixth on."""
    whole = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R"
        b"/G 6 0 R>>/XObject<</I 6 0 R>>>>" + more + b">>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        *objects,
    ]
    file = b"%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(whole, 1):
        offsets.append(len(file))
        file += b"%d 0 obj%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(file)
    file += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(whole) + 1, table)
    return file + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(whole) + 1,
        start,
    )


def line(words: str = WORDS, before: str = "", size: float = 12, y: float = 700) -> bytes:
    return f"BT /F {size} Tf 60 {y} Td {before} ({words}) Tj ET ".encode("latin-1")


def sight(data: bytes, quote: str = WORDS) -> Sight:
    (hit,) = look_up_any(Searchable(pdf.read(data, "a.pdf")), [quote])
    assert hit is not None
    return hit.sight


def test_black_letters_are_seen() -> None:
    assert not sight(document(line())).hidden
    assert not sight(document(line(size=5))).hidden


@pytest.mark.parametrize(
    "content",
    [
        line(before="1 g"),
        line(before="3 Tr"),
        line(size=2),
        line(y=900),
        line() + b"1 g 50 690 500 30 re f",
        line() + b"1 g 50 690 500 18 re f",
        b"q 0 0 10 10 re W n " + line() + b"Q",
    ],
)
def test_letters_without_ink_are_not_seen(content: bytes) -> None:
    assert sight(document(line("Begin.", y=600) + content)).hidden


def test_faint_letters_are_in_doubt() -> None:
    assert "very faint" in sight(document(line(before="0.93 g"))).doubts[0]


def test_a_page_that_is_too_large_is_not_drawn() -> None:
    far = line("We will", y=100, size=4) + line("fund it.", y=13000, size=4).replace(
        b" 60 ", b" 9000 "
    )
    data = document(far).replace(b"0 0 595 842", b"0 0 9950 14000")
    text = pdf.read(data, "a.pdf")
    assert text.look([(0, len(text.text))]).doubts == ("the page is too large to be drawn",)


def test_words_that_are_drawn_twice_are_seen() -> None:
    assert not sight(document(line() + line())).hidden
    assert not sight(document(line() + line() + line("Elsewhere.", y=50))).hidden
    shadow = b"BT /F 12 Tf 60.5 700.5 Td (We will fund it.) Tj ET "
    assert pdf.read(document(line() + shadow), "a.pdf").text.count("fund") == 1


def test_a_picture_between_words_is_a_doubt() -> None:
    apart = b"BT /F 12 Tf 60 700 Td (We will) Tj 100 0 Td (fund it.) Tj ET "
    assert not sight(document(apart)).doubts
    box = b"0 g 120 702 20 8 re f"
    assert "is drawn between" in sight(document(apart + box)).doubts[0]


SCAN = (
    b"<</Type/XObject/Subtype/Image/Width 300/Height 12/ColorSpace/DeviceGray/BitsPerComponent 8"
    b"/Length 3600>>stream\n" + b"\x00\xff" * 1800 + b"\nendstream"
)


def test_the_text_of_a_scan_is_a_machine_s_reading() -> None:
    whole = b"q 595 0 0 842 0 0 cm /I Do Q " + line(before="3 Tr")
    assert "machine" in sight(document(whole, objects=(SCAN,))).remarks[0]
    small = b"q 90 0 0 90 0 0 cm /I Do Q " + line(before="3 Tr")
    assert sight(document(small, objects=(SCAN,))).hidden


@pytest.mark.parametrize(
    ("subtype", "box", "seen"),
    [
        (b"Redact", b"0 690 595 720", False),
        (b"Redact", b"0 0 595 20", True),
        (b"StrikeOut", b"0 690 595 720", True),
    ],
)
def test_marks_on_the_page_count(subtype: bytes, box: bytes, seen: bool) -> None:
    mark = b"/Annots[<</Type/Annot/Subtype/%b/Rect[%b]/QuadPoints[0 0 0 0 0 0 0 0]>>]"
    found = sight(document(line(), mark % (subtype, box)))
    assert (not found.hidden) is seen
    assert bool(found.doubts) is (subtype == b"StrikeOut")


TO_UNICODE = (
    b"/CIDInit begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar "
    b"<41> <%b> endbfchar endcmap"
)


def lying(words: str) -> bytes:
    mapped = TO_UNICODE % words.encode("utf-16-be").hex().encode()
    return document(
        b"BT /G 12 Tf 60 700 Td (A) Tj ET " + line("Begin.", y=600),
        objects=(
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>",
            b"<</Length %d>>stream\n%b\nendstream" % (len(mapped), mapped),
        ),
    )


def test_one_shape_says_no_whole_sentence() -> None:
    assert "other words" in sight(lying("We fund it"), "We fund it").hidden
    assert "other words" in sight(lying("a" * 21), "a" * 21).hidden
    word = sight(lying("Wefund"), "Wefund")
    assert word.doubts
    assert not word.hidden
    assert not sight(lying("ffi"), "ffi").hidden
    text = pdf.read(lying("\U0001d45b"), "a.pdf")
    assert "\U0001d45b" in text.text


def test_accents_that_are_signs_of_their_own_join_their_letters() -> None:
    before = (
        b"BT /F 12 Tf 60 700 Td (caf) Tj (\\264) Tj -1.4 0 Td ET BT /F 12 Tf 74.7 700 Td (e) Tj ET "
    )
    after = b"BT /F 12 Tf 60 700 Td (cafe) Tj ET BT /F 12 Tf 75.5 700 Td (\\264) Tj ET "
    alone = b"BT /F 12 Tf 60 700 Td (a \\264 b) Tj ET "
    assert "´ b" in pdf.read(document(alone), "a.pdf").text
    texts = [pdf.read(document(content), "a.pdf").text for content in (before, after)]
    assert any("café" in text for text in texts)


def test_raised_figures_are_marks_or_powers() -> None:
    raised = (
        b"BT /F 12 Tf 60 700 Td (%b) Tj 7 0 0 7 %d 705 Tm (%b) Tj 12 0 0 12 %d 700 Tm (and) Tj ET "
    )
    marked = raised.replace(b"7 0 0 7", b"0.58 0 0 0.58").replace(b"12 0 0 12", b"1 0 0 1")
    text = pdf.read(document(marked % (b"agreed", 98, b"12", 110)), "a.pdf")
    assert "agreedand" in text.text.replace(" ", "")
    assert "agreed12" in text.others[0].text
    assert "10\u00b2" in pdf.read(document(marked % (b"x 10", 84, b"2", 95)), "a.pdf").text
    year = pdf.read(document(marked % (b"in 2027", 103, b"2", 112)), "a.pdf")
    assert "2027and" in "".join(year.text.split())
    long = pdf.read(document(marked % (b"agreed", 98, b"1234", 118)), "a.pdf")
    assert "1234" in long.text


def test_a_line_between_two_others_is_read_between_them() -> None:
    content = line("We will", y=700) + line("fund it.", y=672) + line("not", y=686)
    assert pdf.read(document(content), "a.pdf").text == "We will not fund it.\n"


def test_a_turned_page_is_read() -> None:
    for turn in (90, 180, 270):
        data = document(line() + line("Begin.", y=600), b"/Rotate %d" % turn)
        assert not sight(data).hidden, turn


def test_a_child_that_ends_is_started_again() -> None:
    data = document(line())
    mine = children.Child()
    assert mine.open(data) == Opened(1)
    process = mine._process
    assert process is not None
    process.kill()
    process.wait()
    assert not isinstance(mine.ask(data, ReadPage(0)), Failed)
    assert isinstance(mine.ask(data, ReadPage(7)), Failed)
    mine.close()
    mine.close()


def test_a_file_is_opened_anew_where_the_child_ends_over_it() -> None:
    data = document(line())
    mine = children.Child()
    mine.open(data)
    process = mine._process
    assert process is not None
    process.kill()
    process.wait()
    assert mine.open(document(line("Another one."))) == Opened(1)
    mine.close()


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = (sys.executable, "-c", "import time; time.sleep(60)")
    monkeypatch.setattr(children, "_COMMAND", hanging)
    monkeypatch.setattr(children, "OPEN_SECONDS", 0.2)
    monkeypatch.setattr(children, "_PATIENCE", 0.1)
    mine = children.Child()
    assert isinstance(mine.open(b"%PDF"), Failed)
    mine._process = children._start()
    mine.close()


def test_a_process_has_one_child(monkeypatch: pytest.MonkeyPatch) -> None:
    first = children.child()
    assert children.child() is first
    monkeypatch.setattr("os.getpid", lambda: -1)
    assert children.child() is not first


def test_a_worker_answers_each_request() -> None:
    worker = workers.Worker()
    assert isinstance(worker.answer(ReadPage(0)), Failed)
    assert worker.answer(Open(b"no pdf")).fault == "broken"  # type: ignore[union-attr]
    requests = io.BytesIO()
    children.write_frame(requests, Open(document(line())))
    children.write_frame(requests, ReadPage(0))
    children.write_frame(requests, Look(0, (0, 1)))
    requests.seek(0)
    replies = io.BytesIO()
    workers.serve(requests, replies)
    replies.seek(0)
    opened = children.read_frame(replies)
    assert opened is not None
    assert msgspec.msgpack.decode(opened, type=Opened) == Opened(1)
    assert children.read_frame(io.BytesIO(b"\0" * 7 + b"\x09x")) is None


def test_memory_is_limited_where_the_system_can(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    limits: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda _, wanted: limits.append(wanted))
    workers.limit_memory()
    assert limits[0][0] <= workers.MOST_MEMORY
    monkeypatch.setitem(sys.modules, "resource", None)
    workers.limit_memory()
    assert len(limits) == 1


def test_a_page_that_cannot_be_drawn_is_a_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    text = pdf.read(document(line()), "a.pdf")
    monkeypatch.setattr(children.Child, "ask", lambda *_: Failed())
    assert text.look([(0, 5)]).doubts == ("the page cannot be drawn",)


def test_a_page_that_is_broken_is_named_and_the_others_are_read() -> None:
    data = document(line()).replace(b"/Kids[3 0 R]/Count 1", b"/Kids[3 0 R 9 0 R]/Count 2")
    text = pdf.read(data, "a.pdf")
    assert text.text == f"{WORDS}\n"
    assert [fault.rule for fault in text.faults] == ["source-page-unread"]


def written(*drawn: tuple[str, float, float]) -> str:
    """A line whose characters are given, each with where it begins and ends."""
    text = "".join(sign for sign, _, _ in drawn)
    boxes = {at: (left, 0.0, right, 10.0) for at, (_, left, right) in enumerate(drawn)}
    order: Sequence[int] = range(len(text))
    line, box = (text, order), boxes.__getitem__
    if RIGHT_TO_LEFT.search(text):
        line = turned(*in_place(*line, box, lambda _: (0.0, 9.0)), box)
    return accented(*line, box)[0]


def test_accents_join_the_letter_that_follows_them() -> None:
    before = written(("\u00b4", 2, 4), (" ", 4, 4), ("e", 1, 6), ("t", 6, 8))
    assert before == "\u00e9t"
    assert written(("\u00b4", 2, 4), ("e", 11, 16)) == "\u00b4e"


def test_the_letters_of_lam_alef_stand_in_their_order() -> None:
    assert written(("\u0625", 5, 9), ("\u0644", 5, 9)) == "\u0644\u0625"


def test_a_letter_that_reaches_under_the_one_beside_it_stands_before_it() -> None:
    drawn = (("\u0627", 508.8, 511.4), (" ", 506, 506), ("\u0627", 504.2, 506.3))
    assert written(*drawn, ("\u0631", 503.8, 509.0), ("\u062a", 497, 504.4)) == "ارات"
    assert written(("\u0627", 504.2, 506.3), ("\u0631", 503.8, 509.0)) == "را"
    apart = (("\u062a", 540, 545), (" ", 520, 520))
    assert written(*apart, *drawn[2:], ("\u0631", 503.8, 509.0)) == "ت را"


def test_a_line_ends_with_a_hyphen_of_a_word_or_of_a_line() -> None:
    boxes = [(0.0, 0.0, 5.0, 10.0), (5.0, 0.0, 8.0, 10.0)]
    found = lines._line("a\u00ac", range(2), boxes.__getitem__, lambda _: 0.0, 0)
    assert found.text == "a\ufffe"


def placed(text: str, left: float, bottom: float, right: float, row: int = 0) -> PageLine:
    return PageLine(text, tuple(range(len(text))), left, bottom, right, 10, row)


def test_lines_are_read_in_the_order_in_which_they_stand() -> None:
    first, third, second = (placed(t, 0, y, 50) for t, y in (("a", 90), ("c", 65), ("b", 77)))
    assert flow._between([first, third, second]) == [first, second, third]
    assert flow._narrowed((20.0, 30.0), [placed("x", 0, 0, 40)]) is None
    assert flow._end("2025\u2013", "2027", "\n") == ""
    assert flow._end("one", "\u2014or", "\n") == ""
    assert flow._end("co\ufffe", "operate", " ") == ""
    assert flow._end("one", "two", " ") == " "


def test_what_has_no_size_and_no_letter_is_no_sign() -> None:
    blank = line("We will") + b"BT /F 12 Tf 90 650 Td ( ) Tj ET "
    assert pdf.read(document(blank + line("fund it.", y=640)), "a.pdf").text.endswith("fund it.\n")


def test_hyphens_at_the_ends_of_lines_are_decided_one_by_one() -> None:
    source = SourceText(
        "a.txt", "The co\ufffeoperation is long\ufffeterm and pre\ufffeand postwar.\n", (0,)
    )
    quotes = [
        "The co-operation is long-term and pre- and postwar",
        "The cooperation is long-term and",
        "co-operation is longterm and pre- and postwar.",
        "The cooperation was long-term",
        "operation is long-term and",
    ]
    found = look_up_any(Searchable(source), quotes)
    assert [hit is not None for hit in found] == [True, True, True, False, False]


def test_pages_are_left_where_there_is_no_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "MOST_HELD", 0)
    worker = workers.Worker()
    worker.answer(Open(document(line())))
    first, second = worker.answer(ReadPage(0)), worker.answer(Look(0, (0, 1)))
    assert isinstance(first, PageLines)
    assert second == InkVerdict()
    assert isinstance(worker.answer(ReadPage(1)), Failed)
    assert not worker._pages


def test_a_shadow_is_no_second_line() -> None:
    shadow = b"BT /F 12 Tf 60.5 700.5 Td (We will fund it.) Tj ET "
    worker = workers.Worker()
    worker.answer(Open(document(line() + line("Next.", y=600) + shadow)))
    found = worker.answer(ReadPage(0))
    assert [each.text for each in found.lines] == [WORDS, "Next."]  # type: ignore[union-attr]


def test_words_from_the_right_are_put_in_order_by_their_places() -> None:
    drawn_from_the_left = (("\u0628", 80, 85), ("\u0627", 86, 90))
    stop = ((".", 76, 78),)
    next_word = (("\u062c", 60, 66), ("\u062f", 50, 59))
    latin = (("N", 20, 25), ("A", 26, 30), (" ", 31, 31), ("7", 35, 39))
    space = (" ", 0, 0)
    words = (*next_word, space, *drawn_from_the_left, space, *stop, space, *latin)
    assert written(*words) == ("\u0627\u0628. \u062c\u062f NA 7")
