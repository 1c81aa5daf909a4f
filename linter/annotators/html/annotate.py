"""One page that holds the report as it reads and the findings beside their places: no script, no network."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.annotators.draft import Draft
from linter.annotators.html.marks import Mark, Note, marked_text, marks_of, notes_of, worst
from linter.annotators.html.markup import element, lines, text
from linter.annotators.html.notes import drawn_note
from linter.annotators.html.style import STYLE
from linter.annotators.html.tables import drawn_table
from linter.model.document import Document, Paragraph
from linter.model.span import Location
from linter.presentation.remarks import OpenRules, counts, undecided
from linter.presentation.remarks import notes as remarks_on
from linter.presentation.words import clean, say
from linter.text.regex import regex

_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"
_LANGUAGES = {"zh": "zh-CN"}
_DEEPEST_HEADING = 6
_HAN = regex(r"[\u4e00-\u9fff]")


def annotate(draft: Draft) -> bytes:
    """The page, in UTF-8."""
    language = draft.language
    notes = notes_of(draft.result.findings, language)
    name = clean(draft.document.name)
    title = say(language, "annotate.page-title", name=_file_name(name))
    head = [
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">',
        element("title", text(title)),
        element("style", STYLE),
    ]
    about = say(language, "annotate.about", date=f"{draft.date:%Y-%m-%d}", name=_file_name(name))
    body = [
        element("a", text(say(language, "annotate.skip-to-report")), class_="skip", href="#report"),
        element("header", "\n" + lines(_header(draft, title)) + "\n"),
        element("main", "\n" + lines([*_overview(draft, notes), _report(draft, notes)]) + "\n"),
        element("footer", text(about)),
    ]
    page = [element("head", "\n" + lines(head) + "\n"), element("body", "\n" + lines(body) + "\n")]
    whole = element("html", "\n" + lines(page) + "\n", lang=_LANGUAGES.get(language, language))
    return f"<!DOCTYPE html>\n{whole}\n".encode()


def _file_name(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2] or name


def _header(draft: Draft, title: str) -> list[str]:
    result, language = draft.result, draft.language
    head = result.head
    year = say(language, "report.year", year=str(head.year)) if head.year else ""
    about = " · ".join(filter(None, (clean(head.organisation or ""), year)))
    return [
        element("h1", text(title)),
        element("p", text(about), class_="about") if about else "",
        element("p", text(counts(result, language)), class_="counts"),
    ]


def _overview(draft: Draft, notes: Sequence[Note]) -> list[str]:
    """The list of the findings with links to them, what could not be decided, and what had to be assumed."""
    language = draft.language
    found = say(language, "annotate.findings")
    listed = element("ul", "\n" + lines(_listed(note, language) for note in notes) + "\n", class_="list")
    parts = [
        element("h2", text(found), id="findings"),
        element("nav", listed, aria_labelledby="findings")
        if notes
        else element("p", text(say(language, "annotate.no-findings"))),
    ]
    left = [_open_rules(rules, language) for rules in undecided(draft.result, language)]
    remarks = [element("span", text(note)) for note in remarks_on(draft.result, language)]
    for key, items in (("annotate.not-decided", left), ("annotate.notes", remarks)):
        if items:
            entries = lines(element("li", item) for item in items)
            parts += [element("h2", text(say(language, key))), element("ul", "\n" + entries + "\n", class_="list")]
    return parts


def _open_rules(rules: OpenRules, language: str) -> str:
    titles = text(say(language, "report.list", items=rules.titles))
    return element("span", titles + element("br") + element("span", text(rules.reason), class_="where"))


def _listed(note: Note, language: str) -> str:
    """An entry of the list: sign, title as a link to the note, and where it is."""
    sign = element("span", text(note.sign), class_=f"sign {note.remark.severity.value}", aria_hidden="true")
    word = say(language, "annotate.label", label=note.remark.word)
    link = element("a", text(word + note.remark.headline), href=f"#{note.id}", id=f"list-{note.number}")
    place = element("br") + element("span", text(note.remark.place), class_="where") if note.remark.place else ""
    return element("li", sign + element("span", link + place))


def _report(draft: Draft, notes: Sequence[Note]) -> str:
    """The report in segments: each begins with a block that notes belong to, has these beside it, and runs to the next
    such block.
    """
    language = draft.language
    marks = marks_of(notes)
    beside: dict[int, list[Note]] = {}
    for note in notes:
        beside.setdefault(note.places[0].block, []).append(note)
    blocks: list[str] = []
    tables = 0
    for number, block in enumerate(draft.document.blocks):
        tables += not isinstance(block, Paragraph)
        if isinstance(block, Paragraph):
            blocks.append(_paragraph(block, marks.get(Location(number), ()), language, number in draft.headings))
        else:
            name = say(language, "annotate.table", number=tables)
            blocks.append(drawn_table(number, block, marks, language, name))
    starts = [0, *sorted(beside), len(blocks)]
    segments = [
        _segment(blocks[start:end], beside.get(start, ()), language) for start, end in pairwise(starts) if start < end
    ]
    heading = element("h2", text(say(language, "annotate.report")), id="report", tabindex=-1)
    own = _language_of(draft.document)
    article = element(
        "article", "\n" + lines(segments) + "\n", aria_labelledby="report", lang=None if own == language else own
    )
    return heading + "\n" + article


def _segment(blocks: Sequence[str], notes: Sequence[Note], language: str) -> str:
    """Blocks of the report, with the notes on the first of them."""
    if not notes:
        return lines(blocks)
    drawn = "\n" + lines(drawn_note(note, language) for note in notes) + "\n"
    parts = [
        element("div", drawn, class_="notes", lang=language),
        element("div", blocks[0], class_="first"),
        element("div", "\n" + lines(blocks[1:]) + "\n", class_="rest"),
    ]
    return element("div", "\n" + lines(parts) + "\n", class_="segment")


def _language_of(document: Document) -> str:
    """What the text is to be read aloud as: Chinese where a title or paragraph has Chinese characters, else unknown."""
    texts = (block.text.value for block in document.blocks if isinstance(block, Paragraph))
    return "zh" if any(_HAN.search(value) for value in texts) else ""


def _paragraph(paragraph: Paragraph, marks: Sequence[Mark], language: str, heading: bool) -> str:
    """A paragraph with its automatic number. One that the file itself marks as a heading is one here."""
    whole = worst([mark for mark in marks if not mark.place.length])
    kind = " ".join(filter(None, ("heading" if heading or paragraph.level else "", f"marked {whole}" if whole else "")))
    tag = f"h{min(paragraph.level + 2, _DEEPEST_HEADING)}" if paragraph.level else "p"
    content = text(paragraph.label) + marked_text(paragraph.text.value, marks, language)
    return element(tag, content, class_=kind or None)
