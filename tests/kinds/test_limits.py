"""Every limit in the reading of running text, by a pair of texts: a rule reports one of them, and not the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest
from library import TEMPLATE, bound

from linter.kinds import KINDS
from linter.model.finding import Problem


class Pair(NamedTuple):
    """The limit in words; a rule; a text that it reports, and one that it does not."""

    limit: str
    kind: str
    options: Mapping[str, Any]
    reported: str
    silent: str


LISTS = {"compare": "counts", "units": [["books"], ["maps"]], "introduced-by": ["of which"], "rest": ["others "]}
CLOSED = {**LISTS, "total-behind": ["in all "]}
SHARES = {"compare": "percentages", "units": [["books"], ["maps"]], "introduced-by": ["of which"], "share": ["or "]}
BARE = {
    "compare": "bare-percentages",
    "units": [["books"]],
    "introduced-by": ["of which"],
    "share": ["make "],
    "rest": ["others "],
}
ITEMS = {"of": "items", "units": ["个方面"], "forms": ["一是"]}
TITLES = {"of": "titles", "units": ["件"], "introduced-by": ["："], "things": ["制度"], "total-behind": ["共"]}
NUMBERS = {"forms": ["1."], "paragraphs": True}
CLAIM = {"claims": [{"pattern": "借出小说{figure}", "equals": ["loans.novels.all"]}], "units": ["册"]}

PAIRS = (
    # A passage that comes again.
    Pair(
        "twelve characters that come again at once",
        "repeated-text",
        {"min": 40, "min-at-once": 12},
        "目录一由各科室按季度更新。目录一由各科室按季度更新。",
        "目录由各科室按季度更新。目录由各科室按季度更新。",
    ),
    Pair(
        "a word that does not come a third time after 再",
        "repeated-words",
        {"between": "、", "min": 2, "then": ["再"]},
        "核对、核对、再审核。",
        "核对、核对、再核对。",
    ),
    # A list and its total.
    Pair(
        "three parts may fall short",
        "breakdown",
        LISTS,
        "90books，of which 40books，40books，5books",
        "90books，of which 40books，45books",
    ),
    Pair(
        "two parts by a twentieth",
        "breakdown",
        LISTS,
        "80books，of which 40books，36books",
        "80books，of which 40books，35books",
    ),
    Pair(
        "or by one, but not of fewer than ten",
        "breakdown",
        LISTS,
        "10books，of which 4books，5books",
        "9books，of which 4books，4books",
    ),
    Pair(
        "three parts of fewer than ten by one",
        "breakdown",
        LISTS,
        "9books，of which 3books，3books，2books",
        "9books，of which 3books，3books，1books",
    ),
    Pair(
        "of more than three",
        "breakdown",
        LISTS,
        "4books，of which 1books，1books，1books",
        "3books，of which 1books，1books，0books",
    ),
    Pair(
        "two parts may exceed a small total by one",
        "breakdown",
        LISTS,
        "8books，of which 5books，4books",
        "8books，of which 5books，5books",
    ),
    Pair(
        "two parts before their total may fall short",
        "breakdown",
        CLOSED,
        "30books，30books，in all 100books",
        "30books，29books，in all 100books",
    ),
    Pair(
        "one part may be all",
        "breakdown",
        LISTS,
        "30books，of which 31books",
        "30books，of which 30books",
    ),
    Pair(
        "something else may be what it is a part of",
        "breakdown",
        LISTS,
        "30books，20books，of which 31books",
        "40books，20books，of which 31books",
    ),
    Pair(
        "a list short by a twentieth is meant to be whole",
        "breakdown",
        LISTS,
        "100books，of which 40books and 3maps，30books，25books",
        "100books，of which 40books and 3maps，30books，24books",
    ),
    Pair(
        "one with all others, by four tenths",
        "breakdown",
        LISTS,
        "100books，of which 30books and 3maps，20books，others 10books",
        "100books，of which 30books and 3maps，20books，others 9books",
    ),
    Pair(
        "a list with nothing else in it, by a fifth",
        "breakdown",
        LISTS,
        "100books，of which 40books，30books，10books",
        "100books，of which 40books，30books，9books",
    ),
    Pair(
        "which then has three parts",
        "breakdown",
        LISTS,
        "100books，of which 40books，30books，15books",
        "100books，of which 40books，45books",
    ),
    Pair(
        "a list exceeds its total by three tenths",
        "breakdown",
        LISTS,
        "100books，of which 50books，45books，35books",
        "100books，of which 50books，45books，36books",
    ),
    Pair(
        "two parts, by a tenth",
        "breakdown",
        LISTS,
        "100books，of which 60books，50books",
        "100books，of which 60books，51books",
    ),
    Pair(
        "what rounding may have changed is no difference",
        "breakdown",
        LISTS,
        "9.10books，of which 3.04books，4.04books，2.05books",
        "9.10books，of which 3.04books，4.04books，2.04books",
    ),
    Pair(
        "the sixth count before the list may be its total",
        "breakdown",
        LISTS,
        "30books，2books，2books，2books，2books，2books，29books，of which 10books，11books，9books",
        "30books，2books，2books，2books，2books，29books，of which 10books，11books，9books",
    ),
    Pair(
        "the total stands in the sentence before, the introduction within twelve characters",
        "breakdown",
        LISTS,
        "90books。xxxxof which 30books，40books，23books",
        "90books。xxxxxof which 30books，40books，23books",
    ),
    Pair(
        "that sentence is read from five hundred characters on",
        "breakdown",
        LISTS,
        f"90books，{'x' * 491}。of which 30books，40books，23books",
        f"90books，{'x' * 492}。of which 30books，40books，23books",
    ),
    Pair(
        "words that close a list have ten characters",
        "breakdown",
        {**LISTS, "total-behind": ["together ", "for total "]},
        "30books，30books，20books，together 89books",
        "30books，30books，20books，for total 89books",
    ),
    Pair(
        "a list in brackets that follow no count has its total within",
        "breakdown",
        CLOSED,
        "birds（30books，30books，20books，in all 89books）",
        "birds（30books，30books，20books，in all 80books）",
    ),
    Pair(
        "words that select stand right before the introduction",
        "breakdown",
        {**LISTS, "selecting": ["mainly"]},
        "90books，mainly in spring，of which 40books，40books，9books",
        "90books，in spring mainly，of which 40books，40books，9books",
    ),
    Pair(
        "rounding changes half of the last place of the total",
        "breakdown",
        LISTS,
        "9.1books，of which 3books，4books，2books",
        "9.1books，of which 3books，4books，2.1books",
    ),
    # Percentages.
    Pair(
        "three percentages are a whole",
        "breakdown",
        BARE,
        "a make 33%，b make 33%，c make 36%",
        "b make 66%，c make 36%",
    ),
    Pair(
        "half a point is no difference",
        "breakdown",
        BARE,
        "a make 33.00%，b make 33.00%，c make 34.51%",
        "a make 33.00%，b make 33.00%，c make 34.50%",
    ),
    Pair(
        "nor half of what each is rounded to",
        "breakdown",
        BARE,
        "a make 20%，b make 20%，c make 20%，d make 20%，e make 23%",
        "a make 20%，b make 20%，c make 20%，d make 20%，e make 22%",
    ),
    Pair(
        "just that half is one where all others are told",
        "breakdown",
        BARE,
        "a make 33%，b make 33%，c make 22%，others make 10%",
        "a make 33%，b make 33%，c make 22%，d make 10%",
    ),
    Pair(
        "a list has two parts",
        "breakdown",
        SHARES,
        "9books，of which 5books，or 80%，4books，or 44.4%",
        "9books，of which 9books，or 80%，2maps",
    ),
    Pair(
        "two points short is meant to be whole",
        "breakdown",
        BARE,
        "a make 33%，b make 33%，c make 32%",
        "a make 33%，b make 33%，c make 31%",
    ),
    Pair(
        "with all others, twenty points",
        "breakdown",
        BARE,
        "a make 33%，b make 33%，others make 14%",
        "a make 33%，b make 33%，others make 13%",
    ),
    Pair(
        "over by twenty points",
        "breakdown",
        BARE,
        "a make 40%，b make 40%，c make 40%",
        "a make 40%，b make 40%，c make 41%",
    ),
    Pair(
        "a percentage is wrong by its last place",
        "breakdown",
        SHARES,
        "200books，of which 100books，or 51%，100books，or 50%",
        "200books，of which 101books，or 51%，99books，or 49%",
    ),
    Pair(
        "percentages that are all wrong and far from a hundred are of another whole",
        "breakdown",
        SHARES,
        "9books，of which 3books，or 40%，3books，or 40%，3books，or 40%",
        "9books，of which 3books，or 40%，3books，or 40%，3books，or 41%",
    ),
    # The number of items, and of titles.
    Pair(
        "two items and more are announced",
        "stated-count",
        ITEMS,
        "两个方面：一是甲，二是乙，三是丙。",
        "一个方面：一是甲，二是乙。",
    ),
    Pair("up to twenty", "stated-count", ITEMS, "二十个方面：一是甲，二是乙。", "二十一个方面：一是甲，二是乙。"),
    Pair(
        "the number stands within fifteen characters",
        "stated-count",
        ITEMS,
        f"三个方面{'推' * 14}：一是甲，二是乙。",
        f"三个方面{'推' * 15}：一是甲，二是乙。",
    ),
    Pair(
        "a number with its unit and what follows has thirty characters",
        "stated-count",
        {**ITEMS, "units": ["x" * 14]},
        f"12{'x' * 14}{'推' * 13}：一是甲，二是乙。",
        f"12{'x' * 14}{'推' * 14}：一是甲，二是乙。",
    ),
    Pair(
        "a number before titles forty",
        "stated-count",
        {**TITLES, "units": ["x" * 38, "x" * 39]},
        f"3{'x' * 38}：《甲》《乙》",
        f"3{'x' * 39}：《甲》《乙》",
    ),
    Pair(
        "an item that is numbered otherwise stands within a thousand",
        "stated-count",
        ITEMS,
        f"三个方面：一是甲，二是{'乙' * 997}；第三，丙。",
        f"三个方面：一是甲，二是{'乙' * 996}；第三，丙。",
    ),
    Pair(
        "a number after three titles counts them if it is near",
        "stated-count",
        TITLES,
        "《甲》《乙》《丙》共5件",
        "《甲》《乙》《丙》共6件",
    ),
    Pair("after two it says of what it is", "stated-count", TITLES, "《甲》《乙》3件制度", "《甲》《乙》共3件"),
    Pair("after one it is a number of copies", "stated-count", TITLES, "《甲》《乙》3件制度", "《甲》3件制度"),
    Pair(
        "a list of titles goes on within two hundred characters",
        "stated-count",
        TITLES,
        f"3件：《甲》《乙》，{'丙' * 198}，《丁》",
        f"3件：《甲》《乙》，{'丙' * 197}，《丁》",
    ),
    Pair(
        "a count has fifteen digits",
        "breakdown",
        LISTS,
        "900000000000000books，of which 400000000000000books，400000000000000books，5books",
        "9000000000000000books，of which 4000000000000000books，4000000000000000books，5books",
    ),
    # Enumerations.
    Pair("two numbers are missing", "enumeration", {"forms": ["一是"]}, "一是甲，四是乙。", "一是甲，五是乙。"),
    Pair("the largest number is forty", "enumeration", NUMBERS, "38.甲\n40.乙", "39.甲\n41.乙"),
    Pair("a number has two digits", "enumeration", NUMBERS, "01.甲\n03.乙", "01.甲\n003.乙"),
    Pair(
        "four enumerations within each other",
        "enumeration",
        {"forms": ["一是"]},
        "一是甲，二是乙，三是丙：一是子：一是丑：一是寅：一是卯。四是丁。",
        "一是甲，二是乙，三是丙：一是子：一是丑：一是寅。四是丁。",
    ),
    Pair(
        "a Chinese number has three",
        "enumeration",
        {"forms": ["一是"]},
        "三十七是甲，三十九是乙。",
        "三十七是甲，〇〇三九是乙。",
    ),
    # What excuses a figure stands near it.
    Pair(
        "an excuse stands within four hundred characters",
        "claim",
        {**CLAIM, "unless": {"sentence": "另一馆"}},
        f"另一馆{'甲' * 398}借出小说13册",
        f"另一馆{'甲' * 397}借出小说13册",
    ),
)


def reports(pair: Pair, text: str) -> bool:
    report = bound({"prose": {"summary": text.split("\n")}})
    kind = KINDS[pair.kind]
    outcomes = kind.verdict(kind.parse(pair.options, TEMPLATE), report).outcomes
    return any(isinstance(outcome, Problem) for outcome in outcomes)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.limit)
def test_one_text_is_reported_and_the_other_is_not(pair: Pair) -> None:
    assert reports(pair, pair.reported)
    assert not reports(pair, pair.silent)
