"""Passages of sources: the sentences in which quotations stand, and whole sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from bluf.evidence import citations, unwrapped
from bluf.languages import Language, language, last_sentence, sentence_spans
from bluf.model import Brief, Evidence

if TYPE_CHECKING:
    from bluf.claims.texts import Path, Text
    from bluf.data import DataFile
    from bluf.evidence import Hit, Proven, Searchable
    from octavo.location import Location


class SourceSpan(Struct, frozen=True):
    """A piece of a source.

    Attributes:
        key: Id of the source.
        searchable: The source.
        start: Where the piece starts in its text as it was read.
        text: The piece.
        tag: Language of the source, as a BCP 47 tag.
        own: Where the quotation itself starts and ends in the piece.
    """

    key: str
    searchable: Searchable
    start: int
    text: str
    tag: str
    own: tuple[int, int] = (0, 0)

    def place(self, offset: int) -> Location:
        """Where the character at ``offset`` of the piece stands in the file."""
        return self.searchable.source.place(self.start + offset)

    @property
    def quoted(self) -> str:
        """The words of the quotation alone."""
        return self.text[slice(*self.own)]

    @property
    def language(self) -> Language:
        """What is known of its language."""
        return language(self.tag)


class SimilarSentence(NamedTuple):
    """A sentence of a source, and how much of all the words of one of the brief it shares."""

    span: SourceSpan
    shared: int
    words: int


class ClaimContext(Struct, frozen=True, dict=True):
    """What claims are held to: the brief, its sources, and where its quotations stand in them."""

    file: DataFile
    proven: Proven

    @property
    def brief(self) -> Brief:
        """The record."""
        return self.file.brief

    @cached_property
    def language(self) -> Language:
        """The language of the brief."""
        return language(self.brief.language)

    @cached_property
    def sources(self) -> Mapping[str, SourceSpan]:
        """Every source as one piece."""
        return {
            key: SourceSpan(key, each, 0, unwrapped(each.source), self.brief.sources[key].language)
            for key, each in self.proven.sources.items()
        }

    @cached_property
    def sentences(self) -> Mapping[Path, SourceSpan]:
        """The sentences in which each quotation stands, by the path of the quotation."""
        return {path: self._sentence(path, hit) for path, hit in self.proven.hits.items()}

    @cached_property
    def quoted(self) -> dict[tuple[str, str], int | None]:
        """Where each source has words in quotation marks, as far as they were sought before."""
        return {}

    @cached_property
    def similar(self) -> dict[str, tuple[SimilarSentence, ...]]:
        """The sentences like one of the brief, as far as they were sought before."""
        return {}

    def passages(self, paths: Sequence[Path]) -> list[SourceSpan]:
        """The sentences of some quotations, as far as these were found."""
        return [self.sentences[path] for path in paths if path in self.sentences]

    def tag(self, text: Text) -> str:
        """The language of a text: that of the evidence that it repeats, else that of the brief."""
        words, spans = text.words.lower(), self.passages(text.evidence)
        return next((s.tag for s in spans if words in s.text.lower()), self.brief.language)

    def translations(self, paths: Sequence[Path]) -> list[str]:
        """The recorded translations of some quotations."""
        return [words for path, words in self.translated if path in paths]

    @cached_property
    def translated(self) -> list[tuple[Path, str]]:
        """Every recorded translation, by the path of its quotation."""
        return [
            (path, entry.translation) for path, entry in self.cited.items() if entry.translation
        ]

    @cached_property
    def cited(self) -> Mapping[Path, Evidence]:
        """Every piece of evidence, by the path of its quotation."""
        return {each.quote_path: each.evidence for each in citations(self.brief)}

    def _sentence(self, path: Path, hit: Hit) -> SourceSpan:
        evidence = self.cited[path]
        passage, normal = hit.passages[0], hit.source.normal
        whole = self.sources[evidence.source]
        is_read_so = hit.source.source.text is whole.searchable.source.text
        text = whole.text if is_read_so else unwrapped(hit.source.source)
        start, end = normal.origin(passage.start), normal.origin(passage.end - 1) + 1
        tag = self.brief.sources[evidence.source].language
        first, last = _sentence_start(text, start), sentence_end(text, end)
        own = (start - first, end - first)
        return SourceSpan(evidence.source, hit.source, first, text[first:last], tag, own)

    def sentence_at(self, key: str, offset: int) -> SourceSpan:
        """The sentence of a source that goes on at a place."""
        whole = self.sources[key]
        text, tag = whole.text, whole.tag
        first, last = _sentence_start(text, offset), sentence_end(text, offset)
        return SourceSpan(key, whole.searchable, first, text[first:last], tag)

    def widened(self, span: SourceSpan, before: int) -> SourceSpan:
        """A piece of a source with so many characters in front of it."""
        start = max(0, span.start - before)
        text = self.sources[span.key].text[start : span.start] + span.text
        return SourceSpan(span.key, span.searchable, start, text, span.tag)

    def where(self, path: Path, words: str = "") -> Location:
        """Where some words of a value stand in the data file; else where the value starts."""
        return self.file.places.within(self.file.places.at(*path), words)

    def excerpt(self, location: Location) -> str:
        """What a finding shows of a place."""
        return self.file.excerpt(location)


def _sentence_start(text: str, offset: int) -> int:
    start = last_sentence(text, max(0, offset - _REACH), offset)
    return start + len(text[start:offset]) - len(text[start:offset].lstrip())


def sentence_end(text: str, offset: int) -> int:
    """Where the sentence ends that goes on at a place of a text."""
    return next(sentence_spans(text, max(0, offset - 1), offset + _REACH))[1]


_REACH = 1500
"""A sentence is no longer than this."""
