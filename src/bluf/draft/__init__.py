"""Draft: the first version of a brief, made from what its sources say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.draft.addition import Addition, addition_to
    from bluf.draft.answer import AnswerError, ModelAnswer, answer_of
    from bluf.draft.candidate import Candidate, CandidateKind, Quoted
    from bluf.draft.drafting import FEWEST, ITEMS, Draft, draft
    from bluf.draft.model_instructions import instructions
    from bluf.draft.record import DeskInput, DraftedRecord
    from bluf.draft.session import Session, context_of, session_from
    from bluf.draft.sheet import SheetError, fields_of, is_of_candidates, kept_of, workbook_of
    from bluf.draft.source import UnreadLanguageError, id_from
    from bluf.draft.vocabulary import LANGUAGES

if not TYPE_CHECKING:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
