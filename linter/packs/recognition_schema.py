"""The part of the packs' JSON Schema that says how a report is recognised, and whose it is."""

from linter.packs.schema_parts import REMOVE, SNAKE_CASE, Schema, array, record, reference, text, texts

REGIONS = ("title", "lead", "text", "closing")


def recognition_properties() -> dict[str, Schema]:
    """The top-level keys."""
    return {
        "vocabulary": {
            "description": "Words and phrases that patterns use by name, as {name}, and lists of words as an item "
            "of their own: a list of words or phrases, or one pattern. Entries may use others.",
            "type": "object",
            "propertyNames": {"pattern": "^[a-z][a-z-]*$"},
            "additionalProperties": {"anyOf": [text("A pattern."), texts("Words.")]},
        },
        "titles": array("title", "How a report may be titled; a text with such a title is a report of this kind."),
        "marks": texts(
            "RE2 patterns. Found above the body, one makes a text a report of this kind, if the pack gives no "
            "titles; found anywhere, it is one sign of three."
        ),
        "facts": {
            "description": "What a report says of itself, by name, and the patterns that find it, tried in order.",
            "type": "object",
            "propertyNames": {"pattern": SNAKE_CASE},
            "additionalProperties": array("fact", "Patterns, tried in order."),
        },
        "agencies": array("agency", "Kinds of reporting bodies; the first pattern that fits the name decides."),
        "agency-names": reference("agency-names"),
        "agencies-below": reference("agencies-below"),
    }


def recognition_definitions() -> dict[str, Schema]:
    """What these keys refer to."""
    return {
        "fact": record(
            "Where a fact is found",
            {
                "region": {"enum": list(REGIONS), "description": "The part of the report that is searched."},
                "pattern": text("An RE2 pattern with a group `value`: (?P<value>…)."),
            },
            ("region", "pattern"),
        ),
        "title": record(
            "How a report may be titled",
            {
                "pattern": text("An RE2 pattern that is the whole of a title; its named groups are facts."),
                "alone": {
                    "type": "boolean",
                    "description": "Whether the title alone makes a text a report. Default: true.",
                },
            },
            ("pattern",),
        ),
    } | _agencies()


def _agencies() -> dict[str, Schema]:
    return {
        "agency": record(
            "A kind of reporting body",
            {
                "id": reference("id"),
                "title": reference("localised"),
                "pattern": text("An RE2 pattern, searched in the body's name."),
                "sure": {"type": "boolean", "description": "false: the name alone leaves it open."},
                "remove": REMOVE,
            },
            ("id",),
        ),
        "agency-names": record(
            "What in the names of reporting bodies does not tell them apart, where reports of two years are compared",
            {
                "endings": {
                    "description": "An ending of a name → what it comes to; the longest that fits is taken.",
                    "type": "object",
                    "propertyNames": {"minLength": 1},
                    "additionalProperties": {"type": "string"},
                },
                "area": text("An RE2 pattern of what may stand before a name, or be left out."),
            },
        ),
        "agencies-below": record(
            "What explains that a report is not the sum of those of the agencies below it, so that it is a remark",
            {
                "explained": text("An RE2 pattern of the words that explain."),
                "in": texts("Ids of the sections where they may stand. Default: all of the report."),
                "unless": text("An RE2 pattern that excuses a sentence."),
            },
            ("explained",),
        ),
    }
