"""The composition root: one order → one product. Nothing is written here."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bluf.build.dress import dress
from bluf.build.earlier import left_open
from bluf.build.order import Output, Product, Tally, place_of
from bluf.build.templates import find_template
from bluf.data import read
from bluf.evidence import prove
from bluf.finding import Finding, FindingsError, Level
from bluf.markdown import compile_template as compile_markdown
from bluf.views import UnknownLanguageError, languages, mapping, view
from bluf.word import compile_template as compile_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.build.order import Order
    from bluf.data import DataFile
    from bluf.model import Proof
    from bluf.views import BriefView, OutstandingRow


def make(order: Order) -> Product:
    """Read, prove, view, render. Whatever is wrong comes back as findings, never as an error."""
    try:
        data = read(order.data)
    except FindingsError as error:
        return Product(str(order.data), findings=error.findings, refused=True)
    proof, found = prove(data)
    outstanding, unlinked = left_open(data)
    findings = tuple(sorted((*data.warnings, *found, *unlinked), key=place_of))
    tally = _tally(data, proof)
    open_findings = sum(each.level is Level.ERROR for each in findings)
    if open_findings and not order.allow_findings:
        return Product(data.brief.id, findings=findings, tally=tally)
    try:
        shown = _view(data, proof, outstanding, open_findings)
        outputs = tuple(_output(kind, order, data, shown) for kind in order.formats)
    except FindingsError as error:
        return Product(data.brief.id, findings=(*findings, *error.findings), refused=True)
    return Product(data.brief.id, outputs, findings, tally)


def _tally(data: DataFile, proof: Proof) -> Tally:
    brief = data.brief
    return Tally(
        requests=len(brief.requests),
        outcomes=len(brief.outcomes),
        follow_ups=len(brief.follow_ups),
        quotations=proof.quotations,
        verified=proof.verified,
    )


def _view(
    data: DataFile, proof: Proof, outstanding: tuple[OutstandingRow, ...], open_findings: int
) -> BriefView:
    try:
        return view(data.brief, proof, outstanding=outstanding, open_findings=open_findings)
    except UnknownLanguageError as error:
        finding = Finding(
            rule="language-without-labels",
            level=Level.ERROR,
            message=f"a brief cannot be written in “{error.language}”: there are no labels for it",
            location=data.places.at("language"),
            hint=f"languages with labels are: {', '.join(languages())}",
            excerpt=data.excerpt(data.places.at("language")),
        )
        raise FindingsError([finding]) from None


def _output(kind: str, order: Order, data: DataFile, shown: BriefView) -> Output:
    folder = order.out or order.data.parent
    template = find_template(order.template, kind, order.templates)
    content = _RENDERERS[kind](template, shown, order)
    return Output(folder / f"{data.brief.id}.{kind}", content)


def _word(template: Path, shown: BriefView, order: Order) -> bytes:
    document = _word_program(template).render(mapping(shown))
    return dress(document, paper=order.paper, language=shown.language)


def _markdown(template: Path, shown: BriefView, order: Order) -> bytes:
    del order  # a Markdown file knows no paper
    return _markdown_program(template).render(mapping(shown)).encode()


_RENDERERS: dict[str, Callable[[Path, BriefView, Order], bytes]] = {
    "docx": _word,
    "md": _markdown,
}


_word_program = cache(compile_word)
_markdown_program = cache(compile_markdown)
"""A template is compiled once in a process, however many briefs it serves."""
