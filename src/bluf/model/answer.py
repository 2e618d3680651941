"""What was answered to a request, as the record has it or as an outcome says."""

from __future__ import annotations

from bluf.model.brief import Brief, Request
from bluf.model.words import Response, Strength

_BY_STRENGTH = {
    Strength.AGREED: Response.ACCEPTED,
    Strength.DECIDED: Response.ACCEPTED,
    Strength.ANNOUNCED: Response.ACCEPTED,
    Strength.WELCOMED: Response.NOTED,
    Strength.DISAGREED: Response.REFUSED,
}


def answer(brief: Brief, request: Request) -> Response:
    """What was answered to a request of a brief.

    Where the record says nothing, the outcome that answers the request says it: what was agreed,
    decided or announced accepts it, what was disagreed on refuses it; talk is no answer.
    """
    recorded = request.response or Response.NOT_REPORTED
    if recorded is not Response.NOT_REPORTED:
        return recorded
    said = [each.strength for each in brief.outcomes if request.id in each.answers]
    known = [_BY_STRENGTH[strength] for strength in said if strength in _BY_STRENGTH]
    return known[0] if len(set(known)) == 1 else Response.NOT_REPORTED


def answer_by(strength: Strength) -> Response | None:
    """The answer that an outcome of some strength gives; None for mere talk."""
    return _BY_STRENGTH.get(strength)
