"""What the elements of HTML do to each other and to the text in them: sets of tags, as the HTML standard has them."""

from __future__ import annotations


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


PASSED_OVER = _tags("html head body frameset frame colgroup col") | _tags(
    "area base basefont bgsound embed img image input keygen link meta param source track wbr"
)
"""Tags that show no text and say nothing of the text around them."""

BREAKS = _tags("br hr")

UNSEEN = _tags(
    "script style title template noscript noembed noframes iframe object applet xml svg math canvas audio video map "
    "select textarea button datalist rt rp del s strike"
)
"""Elements whose content is not part of the text: programs, controls, pictures, readings of characters, deletions."""

CONTROLS = _tags("select textarea")
"""Controls that in a cell show what was chosen or entered."""

HEADINGS = _tags("h1 h2 h3 h4 h5 h6")

TABLE = _tags("table")
SECTIONS = _tags("thead tbody tfoot")
ROW_CONTEXT = SECTIONS | TABLE | {"tr"}
"""Where no text can stand: what is there all the same is shown before the table."""
CELLS = _tags("td th")
TABLE_PARTS = SECTIONS | CELLS | {"tr", "caption"}

BLOCKS = (
    _tags(
        "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer "
        "form header hgroup legend li listing main menu nav ol p plaintext pre search section summary ul xmp"
    )
    | HEADINGS
    | TABLE_PARTS
    | TABLE
)
"""Elements that begin and end on lines of their own."""

CLOSING_PARAGRAPHS = (BLOCKS | {"hr"}) - TABLE_PARTS
"""Elements before whose start a paragraph ends, although it has no end tag."""

FORMATTING = _tags("a b big code em font i nobr s small strike strong tt u")
"""Elements that may end in the middle of others."""

SCOPES = CELLS | {"table", "caption", "object", "applet", "marquee", "template", "button"}
"""Elements out of which no end tag reaches."""

CHANGING = BLOCKS | UNSEEN | BREAKS | SCOPES | {"a", "sup", "sub", "option"}
"""Elements that change how the text in them is shown, or how it counts. All others are skipped."""

LISTS = _tags("ul ol menu dir")
LIST_ITEM_SCOPES = SCOPES | LISTS
DEFINITION_SCOPES = SCOPES | {"dl"}
PREFORMATTED = _tags("pre listing xmp plaintext")

APART = _tags("nav aside footer")
"""Elements that by their name are no part of the article they stand beside."""
