from __future__ import annotations

from tests.octavo.ooxml.conftest import make

from octavo.ooxml import qn, read_package
from octavo.revisions import clean


def test_a_clean_file_holds_neither_changes_nor_comments_nor_anchors() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    gone = '<w:del w:id="1" w:author="a"><w:r><w:delText>old</w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2" w:author="a">{run.format("new")}</w:ins>'
    anchors = "".join(
        f'<w:bookmarkStart w:id="{at}" w:name="{name}"/><w:bookmarkEnd w:id="{at}"/>'
        for at, name in ((3, "_b1"), (4, "own"))
    )
    comment = '<w:commentRangeStart w:id="5"/><w:commentRangeEnd w:id="5"/>'
    package = read_package(make(f"<w:p>{gone}{new}{anchors}{comment}</w:p>"), "a.docx")
    root = clean(package, stem="_b").parts["word/document.xml"].root
    assert "".join(map(str, root.itertext())).strip() == "new"
    assert [one.get(qn("w:name")) for one in root.iter(qn("w:bookmarkStart"))] == ["own"]
    assert [one.get(qn("w:id")) for one in root.iter(qn("w:bookmarkEnd"))] == ["4"]
    assert not list(root.iter(qn("w:ins"), qn("w:commentRangeStart"), qn("w:commentRangeEnd")))
