"""The proof page as an output of a brief."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.pipeline.order import Output

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.evidence import Proven
    from bluf.pipeline.order import Order


def proof_output(data: DataFile, evidence: Proven, order: Order, open_findings: int) -> Output:
    """The page, beside the other outputs of the brief.

    Raises:
        UnknownLanguageError: There are no labels in the brief's language.
    """
    from bluf.proof_page import proof_page  # only where the page is asked for

    folder = order.folder
    page = proof_page(
        data,
        evidence,
        evidence.proof.ledger,
        open_findings=open_findings,
        catalogues=order.languages,
    )
    return Output(folder / f"{data.brief.id}.proof.html", page)
