"""What elements show in the place of their content, and what stands above its line."""

from __future__ import annotations

import pytest

from bluf.evidence.formats import html


@pytest.mark.parametrize(
    ("page", "text", "others", "doubts"),
    [
        ("<p>a<br>b", "a\nb", [], []),
        ("<p>x<img alt=Yes src=a.png>y", "x Yes y", [], []),
        ("<p>x<img alt=Yes src=a.png width=8 height=8>y", "x Yes y", [], []),
        ("<p>x<img alt=Yes src=a.png width=7>y", "xy", [], []),
        ("<p>x<img alt=Yes src=a.png height=7>y", "xy", [], ["a picture stands in it"]),
        ("<p>x<img alt=Yes src='DATA:abc'>y", "xy", [], ["a picture stands in it"]),
        ("<p>x<img alt='*' src=a.png>y", "xy", [], ["a picture stands in it"]),
        ("<p>x<input type=submit value=Go>y", "x Go y", [], []),
        ("<p>x<input type=RESET value=Go>y", "x Go y", [], []),
        ("<p>x<input type=checkbox value=Go>y", "xy", [], []),
        ("<p>x<input placeholder=Name>y", "x Name y", [], []),
        ("<p>x<iframe srcdoc='<p>in</p>'></iframe>y", "xin\ny", [], []),
        ("<p>x<iframe srcdoc='<p>in</p>' width=7></iframe>y", "xy", [], []),
        ("<p>x<iframe srcdoc=' '></iframe>y", "xy", [], []),
        ("<p>x<select><option>a<option selected>b<option>c</select>y", "x b y", [], []),
        ("<p>x<select><option> a <option>b</select>y", "x a y", [], []),
        ("<p>10<sup>2</sup>", "10²", [], []),
        ("<p>11999<sup>2</sup>", "11999²", [], []),
        ("<p>1999<sup>2</sup>", "1999", ["19992"], []),
        ("<p>cost<sup>1</sup> is", "cost is", ["cost1 is"], []),
        ("<p>cost<sup>[a]</sup>", "cost", ["cost[a]"], []),
        ("<p>cost <sup>1</sup> is", "cost 1 is", [], []),
        ("<p>cost<sup>1234</sup>", "cost1234", [], []),
        (
            "<ruby>base<rt>over</rt></ruby>x",
            "basex",
            ["baseoverx"],
            ["“over” is set over its words"],
        ),
        ("<ruby>字<rt>か</rt></ruby>x", "字x", ["字かx"], []),
        ("<ruby><rt>over</rt></ruby>x", "overx", [], []),
        ("<details open>hid</details>", "hid", [], []),
        ("<details>hid</details>", "hid", [], ["it is seen when the reader opens the details"]),
        ("<p hidden=until-found>hid", "hid", [], ["it is seen when the reader searches the page"]),
        (
            "<object data=a.swf>hid</object>",
            "hid",
            [],
            ["it is seen where the object cannot be shown"],
        ),
        (
            "<div><template shadowrootmode=open></template>x</div>",
            "x",
            [],
            ["another text may be shown in its place (a shadow tree)"],
        ),
    ],
)
def test_a_page_is_read_as_it_shows(
    page: str, text: str, others: list[str], doubts: list[str]
) -> None:
    read = html.read(f"<!doctype html><body>{page}".encode(), "page.html")
    texts = [each.text.replace("\u200b", "").rstrip("\n") for each in (read, *read.others)]
    assert texts == [text, *others]
    assert list(dict.fromkeys(doubt.cause for doubt in read.doubts)) == doubts
