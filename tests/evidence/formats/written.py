"""Documents written from their parts, as programs write them, for what may hide words in them."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OPEN = "http://schemas.openxmlformats.org"
OFFICE = f"{OPEN}/officeDocument/2006"
SPACES = " ".join(
    f'xmlns:{name}="{space}"'
    for name, space in {
        "w": f"{OPEN}/wordprocessingml/2006/main",
        "r": f"{OFFICE}/relationships",
        "wp": f"{OPEN}/drawingml/2006/wordprocessingDrawing",
        "a": f"{OPEN}/drawingml/2006/main",
        "pic": f"{OPEN}/drawingml/2006/picture",
        "m": f"{OFFICE}/math",
        "mc": f"{OPEN}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
ITEM = "{11111111-2222-3333-4444-555555555555}"
PAGE = (
    '<w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" '
    'w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>{}</w:sectPr>'
)
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
)
COLOURS = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "1F3864", "accent1": "4472C4"}
_TYPE = "application/vnd.openxmlformats-officedocument"
_CORE = "metadata/core-properties"


def theme(colours: Mapping[str, str]) -> str:
    given = {
        name: value if "<" in value else f'<a:srgbClr val="{value}"/>'
        for name, value in colours.items()
    }
    slots = "".join(f"<a:{name}>{value}</a:{name}>" for name, value in given.items())
    return (
        f'<a:theme {SPACES}><a:themeElements><a:clrScheme name="x">{slots}</a:clrScheme>'
        "</a:themeElements></a:theme>"
    )


def docx(given: Mapping[str, str]) -> bytes:
    """A Word file of these parts: ``body``, ``styles``, ``settings``, ``numbering`` and others."""
    accent = {**COLOURS, "accent1": given.get("accent", COLOURS["accent1"])}
    page = PAGE.format(given.get("head", ""), given.get("tail", ""))
    wholes = {
        "styles": f"<w:styles {SPACES}>{STYLES}{given.get('styles', '')}</w:styles>",
        "settings": f"<w:settings {SPACES}>{given.get('settings', '')}</w:settings>",
        "numbering": f"<w:numbering {SPACES}>{given.get('numbering', '')}</w:numbering>",
        "footnotes": f"<w:footnotes {SPACES}>{given.get('footnotes', '')}</w:footnotes>",
        "header": f"<w:hdr {SPACES}>{given.get('header', '')}</w:hdr>",
    }
    if "bare" not in given:
        wholes["theme"] = theme(accent)
    members = {f"word/{name}.xml": content for name, content in wholes.items()}
    members["word/document.xml"] = (
        f"<w:document {SPACES} {given.get('ns', '')}>{given.get('background', '')}"
        f"<w:body>{given['body']}{page}</w:body></w:document>"
    )
    kinds = {name: f"{_TYPE}.wordprocessingml.{name}+xml" for name in wholes}
    kinds["theme"] = f"{_TYPE}.theme+xml"
    types = {f"/word/{name}.xml": kinds[name] for name in wholes}
    types["/word/document.xml"] = f"{_TYPE}.wordprocessingml.document.main+xml"
    types["/customXml/props.xml"] = f"{_TYPE}.customXmlProperties+xml"
    types["/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    members["customXml/item.xml"] = given.get("data", "<d/>")
    members["customXml/props.xml"] = (
        f'<ds:datastoreItem xmlns:ds="{OFFICE}/customXml" ds:itemID="{ITEM}"/>'
    )
    members["core.xml"] = (
        f'<cp:coreProperties xmlns:cp="{OPEN}/package/2006/{_CORE}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{given.get("title", "")}'
        "</dc:title></cp:coreProperties>"
    )
    base = f"{OFFICE}/relationships"
    links = {name: (f"{base}/{name}", f"{name}.xml") for name in wholes}
    links["data"] = (f"{base}/customXml", "/customXml/item.xml")
    members["word/_rels/document.xml.rels"] = _relations(links)
    members["customXml/_rels/item.xml.rels"] = _relations(
        {"p": (f"{base}/customXmlProps", "props.xml")}
    )
    members["_rels/.rels"] = _relations(
        {
            "d": (f"{base}/officeDocument", "word/document.xml"),
            "c": (f"{OPEN}/package/2006/relationships/{_CORE}", "core.xml"),
        }
    )
    members["[Content_Types].xml"] = _types(types)
    return _packed(members)


def _relations(links: Mapping[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{OPEN}/package/2006/relationships">{each}</Relationships>'


def _types(types: Mapping[str, str]) -> str:
    each = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    return (
        f'<Types xmlns="{OPEN}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{each}</Types>'
    )


def _packed(members: Mapping[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


_MAP = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" hlink="hlink" folHlink="folHlink"'
_TREE = "<p:nvGrpSpPr><p:cNvPr id='1' name=''/></p:nvGrpSpPr><p:grpSpPr/>"
_DRAWN = (
    f'xmlns:a="{OPEN}/drawingml/2006/main" xmlns:p="{OPEN}/presentationml/2006/main" '
    f'xmlns:r="{OFFICE}/relationships" xmlns:mc="{OPEN}/markup-compatibility/2006" '
    f'xmlns:m="{OFFICE}/math" '
    'xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
)


def pptx(given: Mapping[str, str]) -> bytes:
    """A presentation of one slide: ``shapes``, ``layout``, ``master``, ``tables`` and others."""
    letters = "".join(
        f'<p:{name}Style><a:lvl1pPr><a:defRPr sz="{size}"><a:solidFill><a:schemeClr val="tx1"/>'
        f'</a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:{name}Style>'
        for name, size in (("title", 4400), ("body", 2800), ("other", 1800))
    )
    white = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></p:bgPr></p:bg>'
    colours = {**COLOURS, "hlink": given.get("link", "0563C1")}
    slots = theme(colours).partition("<a:clrScheme")[2].partition("</a:themeElements>")[0]
    font = f'<a:minorFont><a:latin typeface="{given.get("font", "Calibri")}"/></a:minorFont>'
    members = {
        "ppt/presentation.xml": f'<p:presentation {_DRAWN}><p:sldIdLst><p:sldId id="256" '
        'r:id="s"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/></p:presentation>',
        "ppt/slides/slide1.xml": f"<p:sld {_DRAWN} {given.get('attributes', '')}><p:cSld>"
        f"{given.get('ground', '')}<p:spTree>{_TREE}{given['shapes']}</p:spTree></p:cSld>"
        f"{given.get('after', '')}</p:sld>",
        "ppt/layout.xml": f"<p:sldLayout {_DRAWN} {given.get('of_layout', '')}><p:cSld>"
        f"<p:spTree>{_TREE}{given.get('layout', '')}</p:spTree></p:cSld></p:sldLayout>",
        "ppt/master.xml": f"<p:sldMaster {_DRAWN}><p:cSld>{white}<p:spTree>{_TREE}"
        f"{given.get('master', '')}</p:spTree></p:cSld><p:clrMap {_MAP}/><p:txStyles>{letters}"
        "</p:txStyles></p:sldMaster>",
        "ppt/theme.xml": f"<a:theme {_DRAWN}><a:themeElements><a:clrScheme{slots}"
        f"<a:fontScheme>{font}</a:fontScheme></a:themeElements></a:theme>",
        "ppt/tableStyles.xml": f"<a:tblStyleLst {_DRAWN}>{given.get('tables', '')}</a:tblStyleLst>",
    }
    base = f"{OFFICE}/relationships"
    for name, (kind, target) in {
        "ppt/_rels/presentation.xml": ("slide", "slides/slide1.xml"),
        "ppt/slides/_rels/slide1.xml": ("slideLayout", "../layout.xml"),
        "ppt/_rels/layout.xml": ("slideMaster", "master.xml"),
        "ppt/_rels/master.xml": ("theme", "theme.xml"),
        "_rels/": ("officeDocument", "ppt/presentation.xml"),
    }.items():
        members[f"{name}.rels"] = _relations({"s": (f"{base}/{kind}", target)})
    members["[Content_Types].xml"] = _types({})
    return _packed(members)


_URN = "urn:oasis:names:tc:opendocument:xmlns:"
ODF = " ".join(
    f'xmlns:{name}="{_URN}{space}:1.0"'
    for name, space in {
        "text": "text",
        "office": "office",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
ODF += (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:loext='
    '"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)


def odt(given: Mapping[str, str]) -> bytes:
    """An OpenDocument text: ``body``, ``auto`` matic and shared ``styles``, ``page``, ``fonts``."""
    fonts = f"<office:font-face-decls>{given.get('fonts', '')}</office:font-face-decls>"
    layout = f"<style:page-layout-properties {given.get('page', '')}/>"
    return _packed(
        {
            "content.xml": f"<office:document-content {ODF}>{fonts}<office:automatic-styles>"
            f"{given.get('auto', '')}</office:automatic-styles><office:body><office:text>"
            f"{given['body']}</office:text></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {ODF}><office:styles>"
            '<style:style style:name="Standard" style:family="paragraph"/>'
            f"{given.get('styles', '')}</office:styles><office:automatic-styles>"
            f'<style:page-layout style:name="p">{layout}</style:page-layout>'
            "</office:automatic-styles><office:master-styles><style:master-page "
            'style:name="Standard" style:page-layout-name="p"/></office:master-styles>'
            "</office:document-styles>",
        }
    )
