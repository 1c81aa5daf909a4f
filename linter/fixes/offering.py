"""Which fixes a finding offers, by what its message says."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from linter.model.finding import Finding
from linter.model.records import Record
from linter.model.span import TextSpan


class Fix(Record):
    """What to put in the place of `length` characters at `offset`. They have to be `old`; where that is empty, the new
    text twice, with no more than a mark between. One that is not `safe` needs somebody to look at it.
    """

    rule: str
    span: TextSpan
    new: str
    old: str = ""
    safe: bool = True

    def fits(self, text: str) -> bool:
        """Whether what it repairs still stands at its place, and no numeral is changed."""
        there = text[self.span.offset : self.span.offset + self.span.length]
        if self.old:
            return there == self.old and numerals(there) == numerals(self.new)
        between = there[len(self.new) : -len(self.new)] if len(there) >= 2 * len(self.new) else "xx"
        doubled = there.startswith(self.new) and there.endswith(self.new) and len(between) <= 1
        return doubled and not numerals(there)

    def fits_line(self, line: str) -> bool:
        """The same where only its line is at hand."""
        return self._replace(span=self.span._replace(offset=self.span.column - 1)).fits(line)


def fixes_of(finding: Finding) -> Iterator[Fix]:
    """The fixes of a finding and of those that are folded under it, in text whose places are lines."""
    for one in (finding, *finding.related):
        offer = OFFERS.get(one.message.key)
        if offer is not None and isinstance(one.span, TextSpan) and one.span.length:
            yield from offer(one, one.span)


def numerals(text: str) -> list[str]:
    """The characters of a text that stand for numbers, those written in characters of Chinese too."""
    return [character for character in text if unicodedata.numeric(character, None) is not None]


def _doubled_word(finding: Finding, span: TextSpan) -> Iterator[Fix]:
    word = finding.message.values.get("word")
    if isinstance(word, str) and word:
        yield Fix(finding.rule, span, word)


def _label(finding: Finding, span: TextSpan) -> Iterator[Fix]:
    seen, expected = (finding.message.values.get(key) for key in ("seen", "expected"))
    if isinstance(seen, str) and isinstance(expected, str) and seen:
        whole = span._replace(length=len(seen))
        # A label of which more than a third is other may be another label.
        safe = 3 * sum(map(str.__ne__, seen, expected)) <= len(expected) and abs(len(seen) - len(expected)) <= 1
        yield Fix(finding.rule, whole, expected, seen, safe)


OFFERS: Mapping[str, Callable[[Finding, TextSpan], Iterable[Fix]]] = {
    "repeated-words.found": _doubled_word,
    "label-spelling.misspelt": _label,
}
"""Key of a message → the fixes that a finding with it offers."""
