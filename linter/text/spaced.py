"""Running text of a language that parts its words by spaces, in the marks in which all text is searched.

Every mark becomes the one that does the same in the searched language, one for one: `.` where it ends a sentence and
not in `3.5` or `Sept.`, `,` where it parts a clause and not in `1,208`, `"` as the quotation mark that opens or closes.
So whatever looks for sentences, clauses, lists or brackets serves every language. Spaces stay between words, and none
beside a mark.
"""

from __future__ import annotations

import re
from functools import cache

from linter.model.language import Language
from linter.text.languages import every
from linter.text.punctuation import BRACKETS, CLAUSE, COLON, COMMA, FULL_STOPS, ITEM, QUOTES, SENTENCE
from linter.text.regex import regex

ALONE = CLAUSE + ITEM + "".join((*BRACKETS, *QUOTES))
"""Marks that have no space on either side."""

_STOP = "."
_APOSTROPHE, _CURLED = "'", "’"
_QUOTE = '"'
_AFTER_STOP = regex(rf"[{_QUOTE}{_CURLED}{_APOSTROPHE}\]{BRACKETS[1]}{QUOTES[1]}]*(?:\s+|$)")
_WORD_BEFORE = regex(r"[\w.&]+\Z")
_COLON_WITHIN = regex(rf"(?<=[0-9]){COLON}(?=[0-9])|{COLON}(?=//)")
_WITHIN_NUMBER = regex(rf"(?<=[0-9]){COMMA}(?=[0-9])")  # no thousands, and no clause
_OPENS = regex(rf"(?:^|[\s\[{BRACKETS[0]}—-])\Z")
_LONGEST_WORD = 30

_SENTENCE_MARKS = {_STOP: FULL_STOPS[0], "!": FULL_STOPS[1], "?": FULL_STOPS[2], ";": SENTENCE[-1]}
IN_PATTERNS = {
    **_SENTENCE_MARKS,
    ",": COMMA,
    ":": COLON,
    "(": BRACKETS[0],
    ")": BRACKETS[1],
    _QUOTE: "".join(QUOTES),
    _CURLED: _APOSTROPHE,
}
"""What is typed in a pattern for a mark, and what of the searched text it stands for beside itself."""


def in_marks(text: str, language: Language) -> str:
    """`text`, in one width already, with its full stops, quotation marks and apostrophes as they are searched; as long
    as before.
    """
    if COMMA in text:
        text = _WITHIN_NUMBER.sub(",", text)
    if COLON in text:
        text = _COLON_WITHIN.sub(":", text)
    if _CURLED in text:
        text = re.sub(rf"(?<=\w){_CURLED}(?=\w)", _APOSTROPHE, text)
    if _QUOTE in text:
        text = re.sub(_QUOTE, lambda found: QUOTES[_OPENS.search(text, 0, found.start()) is None], text)
    if _STOP not in text:
        return text
    made = list(text)
    at = text.find(_STOP)
    while at >= 0:
        if _ends_sentence(text, at, language):
            made[at] = FULL_STOPS[0]
        at = text.find(_STOP, at + 1)
    return "".join(made)


def _ends_sentence(text: str, at: int, language: Language) -> bool:
    after = _AFTER_STOP.match(text, at + 1)
    if after is None or after.end() == len(text):
        return after is not None
    found = _WORD_BEFORE.search(text, max(at - _LONGEST_WORD, 0), at)
    word = found[0] if found else ""
    follows = text[after.end()]
    if follows.islower() or (word.title() if follows.isdigit() else word) in _abbreviations(language):
        return False
    is_number = at - len(word) == 0 and len(word) <= 3  # "1. Overview", which begins the paragraph
    return not is_number and not (len(word) == 1 and word.isalpha())


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    return frozenset((*language.abbreviations, *(word[0].upper() + word[1:] for word in language.abbreviations)))


FEWEST_WORDS = 5
"""Words of the shortest line that is taken for a sentence before the language of a document is known: a label with an
abbreviation at its end has fewer.
"""

_END = regex(r"(?P<word>[A-Za-z]*[a-z]{2})[\])\"”’]*[.!?][\])\"”’]*(?=\s+[A-Z\"“(]|\s*\Z)")
_OF_A_SENTENCE = regex(r"[a-z]{2}[\])\"”’]*(?:[.!?][\])\"”’]*(?:\s|\Z)|[,;]\s)")


def is_words_of_sentence(line: str) -> bool:
    """Whether a line has a mark as sentences have it: a comma or a full stop after a word."""
    return _OF_A_SENTENCE.search(line) is not None


def holds_sentence(text: str) -> bool:
    """Whether a sentence of a language that parts words ends in `text`, whatever language that is."""
    if "." not in text and "?" not in text and "!" not in text:
        return False  # said at length because every line and cell is asked
    if len(text.split(maxsplit=FEWEST_WORDS)) < FEWEST_WORDS:
        return False
    return any(match["word"].casefold() not in _ALL_ABBREVIATIONS for match in _END.finditer(text))


_ALL_ABBREVIATIONS = frozenset(word.casefold() for word in every(lambda language: language.abbreviations))


def parted(before: str, after: str) -> bool:
    """Whether a space between two characters of the searched text is kept."""
    return bool(before) and before not in ALONE and after not in ALONE


_TOKEN = regex(
    r"(?P<class>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])|(?P<keep>\\[QE]|\{[^}]*\}|\(\?(?:P?<\w+>|[a-zA-Z-]*:|[a-zA-Z-]+\)))"
    r"|(?P<space> |\\s[+*?]?)(?![+*?{])|\\(?P<mark>[.!?(),;:\"’])|(?P<plain>[,;:!\"’])|(?P<other>\\.|.)",
    re.DOTALL,
)


@cache
def pattern_in_marks(pattern: str) -> str:
    """A pattern (RE2) as an author types it, for text in the marks that are searched: a mark stands for both, and a
    space beside one for none. `{figure}` and other names in braces stay.
    """
    tokens = [(match.lastgroup or "", match) for match in _TOKEN.finditer(pattern)]
    made: list[str] = []
    for index, (kind, match) in enumerate(tokens):
        beside = {tokens[near][0] for near in (index - 1, index + 1) if 0 <= near < len(tokens)}
        if kind in ("mark", "plain"):
            made.append(f"[{re.escape(match[kind])}{IN_PATTERNS[match[kind]]}]")
        elif kind == "class":
            inner = "".join(IN_PATTERNS[mark] for mark in IN_PATTERNS if mark in _letters_of(match[0]))
            made.append(match[0][:-1] + inner + "]")
        elif kind == "space" and beside & {"mark", "plain"}:
            made.append(r"\s*" if match[0].startswith("\\") else " ?")
        else:
            made.append(match[0])
    return "".join(made)


def _letters_of(class_: str) -> str:
    """What a class of a pattern names, without its brackets and its names of classes."""
    return re.sub(r"\[:\^?\w+:\]|\\[a-zA-Z]", "", class_[1:-1])


def words_in_marks(words: str, language: Language) -> str:
    """Words of a pack as they stand in the searched text."""
    from linter.text.widths import in_one_width

    marked = in_marks(in_one_width(words.strip()) + " ", language).rstrip()
    return re.sub(rf"\s*([{re.escape(ALONE)}])\s*", r"\1", " ".join(marked.split()))
