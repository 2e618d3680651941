"""Styles, lists and page of a brief of the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.pages.markup import borders, margins, paragraph, run, spacing
from benchmarks.pages.spec import PAGES

if TYPE_CHECKING:
    from benchmarks.pages.spec import Spec


def _style(kind: str, name: str, paragraph_xml: str, run_xml: str = "", others: str = "") -> str:
    based = "" if name == "Normal" or kind != "paragraph" else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if name in {"Normal", "TableNormal"} else ""
    formatted = f"<w:rPr>{run_xml}</w:rPr>" if run_xml else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{name}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{paragraph_xml}</w:pPr>{formatted}{others}</w:style>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def styles(spec: Spec) -> str:
    """The whole ``styles.xml``."""
    line, rule = spec.line
    names = " ".join(f'w:{slot}="{spec.font}"' for slot in ("ascii", "hAnsi", "cs", "eastAsia"))
    fonts = f"<w:rFonts {names}/>"
    kern = '<w:kern w:val="2"/>' if spec.kerned else ""
    context = "<w:contextualSpacing/>" if spec.contextual else ""
    normal = f'<w:spacing w:after="{spec.after}" w:line="{line}" w:lineRule="{rule}"/>'
    normal += '<w:jc w:val="both"/>' if spec.justified else ""
    single = '<w:spacing w:before="{}" w:after="{}" w:line="240" w:lineRule="auto"/>'
    numbered = '<w:numPr><w:numId w:val="{}"/></w:numPr>'
    centred = '<w:jc w:val="center"/>'
    size = spec.size
    run_defaults = f"<w:rPrDefault><w:rPr>{fonts}{kern}{_size(size)}</w:rPr></w:rPrDefault>"
    return "".join(
        (
            f"<w:docDefaults>{run_defaults}<w:pPrDefault/></w:docDefaults>",
            _style("paragraph", "Normal", normal),
            _style("paragraph", "Title", single.format(0, 160), "<w:b/>" + _size(size + 14)),
            _style(
                "paragraph",
                "Heading1",
                "<w:keepNext/><w:keepLines/>" + single.format(240, 60),
                "<w:b/>" + _size(size + 6),
            ),
            _style(
                "paragraph",
                "Heading2",
                "<w:keepNext/>" + single.format(160, 40),
                '<w:b/><w:smallCaps/><w:spacing w:val="10"/>' + _size(size + 2),
            ),
            _style("paragraph", "ListBullet", numbered.format(1) + spacing(after=40) + context),
            _style("paragraph", "ListNumber", numbered.format(2) + context),
            _style("paragraph", "Outline", numbered.format(3) + spacing(after=60)),
            _style("paragraph", "Cell", single.format(0, 0) + '<w:jc w:val="left"/>'),
            _style("paragraph", "FootnoteText", single.format(0, 0), _size(18)),
            _style("paragraph", "Marking", single.format(0, 0) + centred, "<w:b/>"),
            _style(
                "paragraph",
                "Box",
                borders("pBdr", ("top", "left", "bottom", "right"), 8, 4)
                + '<w:shd w:val="clear" w:color="auto" w:fill="EEF2F8"/>'
                + '<w:ind w:left="113" w:right="113"/>',
            ),
            _table_styles(spec),
        )
    )


def _table_styles(spec: Spec) -> str:
    lines = ("top", "left", "bottom", "right", "insideH", "insideV")
    normal = f"<w:tblPr>{margins('tblCellMar', 0, 108, 0)}</w:tblPr>"
    grid = f"<w:tblPr>{borders('tblBorders', lines, 4)}{margins('tblCellMar', 0, 108, 0)}</w:tblPr>"
    pad = margins("tblCellMar", spec.padding, 100, spec.padding)
    rules = f"<w:tblPr>{borders('tblBorders', ('top', 'bottom', 'insideH'), 8)}{pad}</w:tblPr>"
    first = (
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        f"{borders('tcBorders', ('bottom',), 18)}</w:tcPr></w:tblStylePr>"
    )
    return (
        _style("table", "TableNormal", "", others=normal)
        + _style("table", "TableGrid", "", others=grid)
        + _style("table", "TableRules", "", others=rules + first)
    )


def numbering(spec: Spec) -> str:
    """Bullets, numbers, and an outline of two levels."""

    def level(at: int, kind: str, text: str, left: int, hanging: int, run_xml: str = "") -> str:
        return (
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/>'
            f"</w:pPr>{run_xml}</w:lvl>"
        )

    symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    dash = spec.number % 3 == 0
    bullet = level(0, "bullet", "–" if dash else "\uf0b7", 360, 360, "" if dash else symbol)
    lists = (
        bullet,
        level(0, "decimal", "%1.", 400, 400),
        level(0, "decimal", "%1.", 454, 454) + level(1, "lowerLetter", "(%2)", 908, 454),
    )
    return "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
        for at, levels in enumerate(lists)
    ) + "".join(
        f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
        for at in range(len(lists))
    )


def section(spec: Spec) -> str:
    """Page size and margins."""
    width, height = PAGES[spec.page]
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{spec.margin}" '
        f'w:right="{spec.margin}" w:bottom="{spec.margin}" w:left="{spec.margin}" '
        'w:header="567" w:footer="567" w:gutter="0"/>'
    )


def marking(text: str) -> str:
    """A centred line for header or footer."""
    return paragraph(run(text), "Marking")
