"""Which blocks of a page are the article: the navigation, the header and the footer around it are left out.

No names of classes are looked at, which are each site's own. What counts is the content: the numbered headings of the
article, its sentences and tables, and the title that the page's head repeats. The smallest element that holds them is
the article. When in doubt, more is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from linter.model.document import Paragraph, Table
from linter.readers.html.elements import APART
from linter.readers.html.nodes import Element, Placed
from linter.readers.shapes import LABEL, is_figure, is_section_heading, is_sentence

_NEARLY_ALL = 0.9  # of the text of sentences and tables
_LINKS = 0.8  # share of links in a line that does nothing but lead elsewhere
_MOSTLY_LINKS = 0.5
_SHORTEST_TITLE = 6

_Weighed = tuple[Placed, int]
"""A block and its weight."""


def article_of(page: Sequence[Placed], title: str) -> list[Placed]:
    """The blocks of `page` that are the article; `title` is what the head of the page says."""
    weighed = [(placed, _weight(placed)) for placed in page]
    weighed = _most(weighed, lambda placed: not _leads_elsewhere(placed))
    weighed = _most(weighed, lambda placed: not _is_apart(placed.owner))
    kept, weights = [placed for placed, _ in weighed], [weight for _, weight in weighed]
    if not any(weights):
        return kept  # nothing tells an article from what surrounds it
    headings = [index for index, placed in enumerate(kept) if _is_numbered_heading(placed)]
    marks = [*headings, *(index for index, weight in enumerate(weights) if weight)]
    article = _holding([kept[index].owner for index in headings] or [placed.owner for placed in kept])
    article = _extended(article, weighed)
    article = _with_title(article, kept[: min(marks)], "".join(title.split()))
    within = [index for index, placed in enumerate(kept) if article in _around(placed.owner)]
    return [kept[index] for index in within[: _end(kept, within, max(marks))]]


def _most(page: list[_Weighed], belongs: Callable[[Placed], bool]) -> list[_Weighed]:
    """The blocks that belong to the article; all where that would be less than half of the text, as with a link that
    is never closed.
    """
    found = [(placed, weight) for placed, weight in page if belongs(placed)]
    enough = sum(weight for _, weight in found) * 2 >= sum(weight for _, weight in page)
    return found if found and enough else page


def _leads_elsewhere(placed: Placed) -> bool:
    """Whether a line is a link, or several: a menu, a path, a list of other pages. Headings that are links are kept."""
    if not placed.linked or (isinstance(placed.block, Paragraph) and placed.block.level):
        return False
    return placed.linked >= _LINKS * placed.size


def _is_apart(owner: Element) -> bool:
    return any(element.tag in APART for element in _around(owner))


def _around(element: Element | None) -> Iterator[Element]:
    """The element and all that it stands in, innermost first."""
    while element is not None:
        yield element
        element = element.parent


def _is_numbered_heading(placed: Placed) -> bool:
    block = placed.block
    if isinstance(block, Table):
        return False
    text = block.text.value
    return len(text) <= LABEL and is_section_heading(block.label or text) and not is_sentence(text)


def _weight(placed: Placed) -> int:
    """Characters of sentences and of tables with figures: what an article has and what surrounds it has little of."""
    block = placed.block
    if isinstance(block, Table):
        figures = sum(is_figure(cell.text.value) for row in block.rows for cell in row.cells)
        return placed.size if figures > 1 else 0
    return placed.size if placed.size > LABEL and is_sentence(block.text.value) else 0


def _holding(owners: Sequence[Element]) -> Element:
    """The innermost element that all of these are or stand in."""
    common = list(_around(owners[0]))
    for owner in owners[1:]:
        around = set(map(id, _around(owner)))
        while id(common[0]) not in around:
            common.pop(0)
    return common[0]


def _extended(article: Element, page: Sequence[_Weighed]) -> Element:
    """`article`, or the innermost element around it that holds nearly all of the text."""
    held: dict[Element, int] = {}
    for placed, weight in page:
        if weight:
            for element in _around(placed.owner):
                held[element] = held.get(element, 0) + weight
    enough = _NEARLY_ALL * sum(weight for _, weight in page)
    return next((element for element in _around(article) if held.get(element, 0) >= enough), article)


def _with_title(article: Element, before: Sequence[Placed], title: str) -> Element:
    """`article`, or the element around it that holds the title too, which may stand apart from the text.

    `before` are the blocks before the first heading or sentence. The title is the last of them that the page's head
    repeats, or else the last that is marked as a heading, or else the last that may be one.
    """
    lines = [placed for placed in before if isinstance(placed.block, Paragraph)]
    tests = (
        lambda placed: len(_words(placed)) >= _SHORTEST_TITLE and _words(placed) in title,
        lambda placed: placed.block.level > 0,
        lambda placed: _SHORTEST_TITLE < placed.size <= 2 * LABEL,
    )
    for test in tests:
        found = next((placed for placed in reversed(lines) if test(placed)), None)
        if found is not None:
            return _holding([article, found.owner])
    return article


def _words(placed: Placed) -> str:
    assert isinstance(placed.block, Paragraph)
    return "".join(placed.block.text.value.split())


def _end(page: Sequence[Placed], within: Sequence[int], last: int) -> int:
    """How many of the blocks `within` are the article's: after the last heading, sentence or table, which is block
    `last` of the page, it ends at the first line full of links.
    """
    for place, index in enumerate(within):
        if index > last and page[index].linked >= _MOSTLY_LINKS * page[index].size:
            return place
    return len(within)
