"""A PDF file is read as a person reads its pages."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

from bluf.evidence import SourceError
from bluf.evidence.formats import pdf
from bluf.evidence.formats.pdf import document
from bluf.evidence.match import Searchable
from bluf.evidence.verify import look_up_any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.evidence.formats.conftest import MakePdf, Shown


def read(data: bytes) -> str:
    return pdf.read(data, "a.pdf").text


def place(data: bytes, quote: str) -> str | None:
    """Where a quotation stands, or None."""
    (hit,) = look_up_any(Searchable(pdf.read(data, "a.pdf")), [quote])
    return str(hit.place).removeprefix("a.pdf: ") if hit else None


def hexed(text: str) -> bytes:
    """The codes of a text in the font of the files."""
    return "".join(f"{ord(sign):04x}" for sign in text).encode()


def column(x: float, top: float, *lines: str) -> list[Shown]:
    """Lines under each other."""
    return [(x, top - 12 * number, line) for number, line in enumerate(lines)]


def test_a_line_has_a_page_and_a_number(make_pdf: MakePdf) -> None:
    data = make_pdf(
        column(50, 700, "We met.", "We will fund", "the crossing."), column(50, 700, "In 2027.")
    )
    assert read(data) == "We met.\nWe will fund the crossing.\nIn 2027.\n"
    assert place(data, "will fund the crossing. In 2027") == "page 1, line 2"
    assert place(data, "In 2027") == "page 2, line 1"
    assert place(data, "We will find the crossing") is None


LEFT = ("Serbia and the United States", "agreed to hold a strategic", "dialogue later this year.")
RIGHT = ("The ministers also spoke of", "energy, and of the roads that", "join the two countries.")


def test_two_columns_are_read_one_after_the_other(make_pdf: MakePdf) -> None:
    by_column = [*column(50, 700, *LEFT), *column(310, 700, *RIGHT)]
    by_row = [shown for pair in zip(*(by_column[:3], by_column[3:]), strict=True) for shown in pair]
    for page in (by_column, by_row, by_column[::-1]):
        data = make_pdf(
            [(50, 730, "Joint statement of the two sides, made after their talks"), *page]
        )
        assert place(data, "agreed to hold a strategic dialogue later")
        assert place(data, "the roads that join the two countries")
        assert place(data, "agreed to hold a strategic energy") is None
        assert place(data, "agreed to hold a tragic dialogue later") is None


def test_a_band_across_the_page_parts_the_columns(make_pdf: MakePdf) -> None:
    lower = [*column(50, 600, *RIGHT), *column(310, 600, *LEFT)]
    data = make_pdf(
        [
            *column(50, 700, *LEFT),
            *column(310, 700, *RIGHT),
            (50, 650, "A heading that goes over both of the columns of this page"),
            *lower,
        ]
    )
    assert place(data, "the two countries. A heading") == "page 1, line 6"
    assert place(data, "both of the columns of this page The ministers") == "page 1, line 7"


HEAD = "Ministry of Foreign Affairs - press release of 6 August"


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        ((HEAD, HEAD), ("1", "2")),
        (("Release, page 1 of 2", "Release, page 2 of 2"), ("www.example.org", "www.example.org")),
        (("", "- 2 -"), ("", "")),
        (("", "Talks in Washington"), ("Page 1", "ii")),
    ],
)
def test_a_sentence_runs_on_under_the_head_of_the_next_page(
    make_pdf: MakePdf, heads: Sequence[str], feet: Sequence[str]
) -> None:
    bodies = (
        column(50, 700, "We met in the morning.", "It was a good meeting.", "We then agreed to"),
        column(50, 700, "hold a dialogue.", "It will be held soon.", "Nobody said when."),
    )
    pages = [
        [*([(50.0, 800.0, head)] if head else []), *body, *([(280.0, 30.0, foot)] if foot else [])]
        for head, body, foot in zip(heads, bodies, feet, strict=True)
    ]
    data = make_pdf(*pages)
    assert place(data, "We then agreed to hold a dialogue.")
    assert place(data, "We then agreed to hold no dialogue.") is None
    page = 1 if heads[0] == heads[1] else 2
    assert place(data, heads[1]) == f"page {page}, line 1"


def test_the_end_of_a_sentence_is_no_title_of_a_page(make_pdf: MakePdf) -> None:
    first = column(50, 400, "We met in the morning.", "We then said that we")
    ends = [(50.0, 790.0, "refuse to hold it."), *column(50, 700, "Talks about it go on.")]
    data = make_pdf(first, ends)
    assert place(data, "We then said that we refuse to hold it.")
    assert place(data, "We then said that we Talks") is None


def test_lines_that_a_hyphen_joins_stand_where_they_stand(make_pdf: MakePdf) -> None:
    lines = ("Their co-", "operation, long and wide and inter-", "national, grows.")
    data = make_pdf([(50, 790, lines[0]), (50, 778, lines[1]), (50, 766, lines[2])])
    assert read(data) == "Their co\ufffeoperation, long and wide and inter\ufffenational, grows.\n"
    assert place(data, "national, grows") is None
    assert place(data, "international, grows") == "page 1, line 2"


def test_words_that_pages_share_are_running_text_beyond_their_heads(make_pdf: MakePdf) -> None:
    text = column(50, 700, "We will fund it.", "It is good.")
    pages = ([*text, (50.0, 650.0, "One.")], [*text, (50.0, 650.0, "Two.")])
    assert read(make_pdf(*pages)).startswith("We will fund it. It is good.\nOne.")


def test_a_footnote_does_not_stand_between_two_pages(make_pdf: MakePdf) -> None:
    note = b"BT /F 7 Tf 50 600 Td <%s> Tj ET" % b"".join(b"%04x" % ord(c) for c in "1 See above.")
    data = make_pdf(
        b"BT /F 10 Tf 50 700 Td <%s> Tj ET " % b"".join(b"%04x" % ord(c) for c in "We agreed to")
        + note,
        [(50, 700, "hold a dialogue.")],
    )
    assert read(data) == "We agreed to\nhold a dialogue.\n1 See above.\n"


@pytest.mark.parametrize(
    ("lines", "quotes"),
    [
        (("an inter-", "national treaty"), ("an international treaty", "an inter-national treaty")),
        (("a long-", "term plan"), ("a long-term plan",)),
        (("a dia\u00ad", "logue"), ("a dialogue",)),
        (("the U.S.-", "Serbia talks"), ("the U.S.-Serbia talks",)),
        (("in 2025\u2013", "2027"), ("in 2025-2027",)),
        (("it is -", "or was"), ("it is - or was",)),
        (("it is one", "\u2014or two"), ("it is one-or two",)),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_may_be_a_break(
    make_pdf: MakePdf, lines: Sequence[str], quotes: Sequence[str]
) -> None:
    data = make_pdf(column(50, 700, *lines))
    for quote in quotes:
        assert place(data, quote) == "page 1, line 1", quote


@pytest.mark.parametrize(
    ("lines", "quote", "changed"),
    [
        (
            ("双方同意在今年晚些时候举行战", "略对话，以深化两国关系。"),
            "今年晚些时候举行战略对话",
            "今年晚些时候举行战略会议",
        ),
        (
            ("Министри су се договорили да", "одрже дијалог до краја године."),
            "договорили да одрже дијалог",
            "договорили да одложе дијалог",
        ),
    ],
)
def test_other_scripts_are_read(
    make_pdf: MakePdf, lines: Sequence[str], quote: str, changed: str
) -> None:
    data = make_pdf(column(50, 700, *lines), width=1000)
    assert place(data, quote) == "page 1, line 1"
    assert place(data, changed) is None


def test_arabic_is_read_from_the_right(make_pdf: MakePdf) -> None:
    first = "اتفق الوزيران على فتح الجسر في عام 2027"
    second = "وعلى عقد حوار مع NATO Council قريبا"
    x = 50.0
    page: list[Shown] = []
    for y, line in ((700.0, first), (688.0, second)):
        x = 50.0
        for word in reversed(line.replace("NATO Council", "Council NATO").split()):
            latin = word.isascii()
            page.append((x, y, word if latin else word[::-1]))
            x += 5 * len(word) + 4
    data = make_pdf(page)
    assert read(data) == f"{first} {second}\n"
    assert place(data, "فتح الجسر في عام 2027 وعلى عقد حوار") == "page 1, line 1"
    assert place(data, "فتح الطريق في عام 2027") is None


def test_the_shapes_of_arabic_letters_are_letters(make_pdf: MakePdf) -> None:
    assert read(make_pdf([(50, 700, "ﻝﺍ")])) == "ال\n"


def test_letters_and_gaps_make_words(make_pdf: MakePdf) -> None:
    show = b"BT /F 10 Tf 50 700 Td [<0057> 20 <0065> -400 <0077> -10 <0069006c006c> /X] TJ ET"
    split = b" BT /F 10 Tf 90 700 Td <00670065> Tj 10 0 Td <0074> Tj ET"
    assert read(make_pdf(show + split)) == "We will get\n"


def test_a_piece_of_two_directions_stays_one_piece(make_pdf: MakePdf) -> None:
    assert "NATO" in read(make_pdf([(50, 700, "وزارة"[::-1] + " NATO")]))


def test_a_raised_sign_stays_in_its_line(make_pdf: MakePdf) -> None:
    page: list[Shown] = [(50, 700, "agreed"), (80, 703, "1"), (90, 700, "to meet")]
    assert read(make_pdf(page)) == "agreed1 to meet\n"


def test_small_letters_above_the_text_stay_there(make_pdf: MakePdf) -> None:
    content = b"BT /F 7 Tf 50 700 Td <%b> Tj /F 10 Tf 0 -20 Td <%b> Tj 0 -12 Td <%b> Tj ET"
    data = make_pdf(content % (hexed("Rome"), hexed("We agreed to meet"), hexed("in Rome.")))
    assert read(data) == "Rome\nWe agreed to meet in Rome.\n"


def test_a_transformed_page_is_read(make_pdf: MakePdf) -> None:
    content = b"q 2 0 0 2 0 0 cm /Missing Do BT /F 10 Tf 50 300 Td <%b> Tj ET Q" % hexed("Read.")
    assert read(make_pdf(content)) == "Read.\n"


def test_a_broken_operator_is_passed_over(make_pdf: MakePdf) -> None:
    content = b"Q EMC Td /F Tf (x) Tf BT /F 10 Tf 50 700 Td <%b> Tj 5 Tj ET" % hexed("Read.")
    assert read(make_pdf(content)) == "Read.\n"


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(SourceError) as caught:
        pdf.read(data, "a.pdf")
    (finding,) = caught.value.findings
    assert finding.hint
    return finding.rule, finding.message


def test_a_file_without_text_is_refused_once(make_pdf: MakePdf) -> None:
    rule, message = refusal(make_pdf([]))
    assert rule == "source-unreadable"
    assert "scan" in message


def test_signs_without_letters_are_no_text(make_pdf: MakePdf) -> None:
    assert "which letters" in refusal(make_pdf([(50, 700, "\x05\x1a\x1d")]))[1]


def test_a_file_that_takes_too_long_is_left(
    make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "FILE_SECONDS", -1)
    assert "none of the pages" in refusal(make_pdf([(50, 700, "We met.")]))[1]


def test_a_truncated_file_is_refused(make_pdf: MakePdf) -> None:
    data = make_pdf([(50, 700, "We met.")])
    assert refusal(data[: len(data) // 2]) == (
        "source-unreadable",
        "the PDF file is truncated: its end is missing",
    )
    assert refusal(b"")[0] == "source-unreadable"


def test_a_page_of_the_web_behind_the_end_is_no_part_of_a_file(make_pdf: MakePdf) -> None:
    data = make_pdf([(50, 700, "We met.")]) + b"<html>" + b"<p>Not this.</p>" * 900
    assert read(data) == "We met.\n"


def test_a_broken_file_is_refused(make_pdf: MakePdf) -> None:
    data = make_pdf([(50, 700, "We met.")]).replace(b"/Kids[10 0 R]", b"/Kids[9 9 R]")
    assert refusal(data)[0] == "source-unreadable"
    assert refusal(b"%PDF-1.7\n%%EOF")[0] == "source-unreadable"


def test_a_file_of_too_many_pages_is_refused(
    make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document, "MOST_PAGES", 2)
    assert refusal(make_pdf(*[[(50, 700, "x")]] * 3))[0] == "limit-exceeded"


def test_a_password_is_asked_for_in_vain(make_pdf: MakePdf) -> None:
    for user, outcome in (("secret", "source-unreadable"), ("", "")):
        writer = PdfWriter(BytesIO(make_pdf([(50, 700, "We met.")])))
        writer.encrypt(user, "owner", algorithm="RC4-128")
        target = BytesIO()
        writer.write(target)
        if outcome:
            assert refusal(target.getvalue())[0] == outcome
        else:
            assert read(target.getvalue()) == "We met.\n"
    encryption = (
        b"<</Encrypt<</Filter/Standard/V 5/R 6/Length 256/P -4/StmF/StdCF/StrF/StdCF"
        b"/CF<</StdCF<</CFM/AESV3/Length 32>>>>/O<%b>/U<%b>/OE<%b>/UE<%b>/Perms<%b>>>/ID[<00><00>]"
    ) % (b"00" * 48, b"00" * 48, b"00" * 32, b"00" * 32, b"00" * 16)
    data = make_pdf([(50, 700, "We met.")]).replace(b"trailer<<", b"trailer" + encryption)
    assert refusal(data)[1] == "the PDF file is encrypted and asks for a password"


def test_brackets_in_text_from_the_right_are_those_of_the_sign(make_pdf: MakePdf) -> None:
    for first, last in (")(", "()"):
        page: list[Shown] = [
            (50, 700, first),
            (55, 700, "وزارة"[::-1]),
            (80, 700, last),
            (90, 700, "في"[::-1]),
            (50, 688, "a (b)"),
        ]
        assert read(make_pdf(page)) == "في (وزارة) a (b)\n"


def test_cells_of_a_table_are_read_one_after_the_other(make_pdf: MakePdf) -> None:
    text = "This line of text goes over the whole of the page, from left to right."
    table = [*column(50, 676, "The first cell is", "broken in two."), *column(310, 676, *LEFT[1:])]
    data = make_pdf([*column(50, 700, text, text), *table, *column(50, 652, text, text)])
    assert place(data, "The first cell is broken in two. agreed to hold a strategic dialogue")


def test_wide_gaps_in_justified_lines_are_no_columns(make_pdf: MakePdf) -> None:
    lines = ((700, "securing releases together"), (676, "Serbians answered yesterday"))
    page: list[Shown] = [
        (50 + 100 * number, y, word)
        for y, line in lines
        for number, word in enumerate(line.split())
    ]
    assert place(make_pdf(page, size=20), "securing releases together Serbians answered")


def test_an_accent_at_the_end_of_a_line_is_put_over_its_letter(make_pdf: MakePdf) -> None:
    line = [(50.0, 700.0, "Clanove ispisati svi"), (50.0, 702.0, "ˇ")]
    assert "Članove ispisati svi" in read(make_pdf(line))
