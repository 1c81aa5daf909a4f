"""What the rules on words report of hand-labelled sentences: precision, recall, and the words pointed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

import pytest
from prose_cases import TOPICS, Case, Draft, cases, draft

from linter.language import render
from linter.model.document import Source
from linter.model.finding import Finding
from linter.model.pack import Family
from linter.model.result import error_of
from linter.model.span import TextSpan
from linter.run.engine import LintOptions, lint

PRECISION, RECALL = 0.98, 0.95
CASES = tuple(cases())


class Verdict(NamedTuple):
    """What was found of one case beyond what is found without its text."""

    case: Case
    draft: Draft
    findings: tuple[Finding, ...]


class Score(NamedTuple):
    """How a topic went: the ids of the cases rightly reported, wrongly reported and not reported."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        return len(self.right) / (len(self.right) + len(self.wrong) or 1) if self.right or self.wrong else 1.0

    @property
    def recall(self) -> float:
        return len(self.right) / (len(self.right) + len(self.missed)) if self.right or self.missed else 1.0


def _all(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        yield finding
        yield from _all(finding.related)


@pytest.fixture(scope="module")
def topics(family: Family) -> Mapping[str, frozenset[str]]:
    """The topics of each shipped rule that is mapped."""
    shipped = {rule.id for pack in family.packs for rule in pack.rules}
    mapped = {rule for rules in TOPICS.values() for rule in rules} & shipped
    return {rule: frozenset(topic for topic, rules in TOPICS.items() if rule in rules) for rule in mapped}


@pytest.fixture(scope="module")
def verdicts(family: Family, topics: Mapping[str, frozenset[str]]) -> tuple[Verdict, ...]:
    options = LintOptions(select=tuple(sorted(topics)) or ("none",))

    @cache
    def found(text: str) -> tuple[Finding, ...]:
        result = lint(Source("report.txt", text.encode(), "txt"), family, options)
        assert error_of(result) is None, f"{render(error_of(result), 'en')}\n{text[:400]}"
        return tuple(_all(result.findings))

    def verdict(case: Case) -> Verdict:
        written = draft(case, family)
        before = {(one.rule, one.fingerprint) for one in found(written.plain)}
        new = tuple(one for one in found(written.changed) if (one.rule, one.fingerprint) not in before)
        return Verdict(case, written, new)

    return tuple(verdict(case) for case in CASES)


def _scores(verdicts: Iterable[Verdict], topics: Mapping[str, frozenset[str]]) -> Mapping[str, Score]:
    """The score of each topic that has a rule. A finding is right where one of its rule's topics was expected."""
    judged = frozenset().union(*topics.values()) if topics else frozenset()
    marks: dict[str, dict[str, list[str]]] = {topic: {"right": [], "wrong": [], "missed": []} for topic in TOPICS}
    for case, _, findings in verdicts:
        reported = frozenset().union(*(topics[finding.rule] for finding in findings))
        for wanted in case.expect:
            said = sorted(wanted & reported) or sorted(wanted & judged) * (wanted <= judged)
            for topic in said[:1]:
                marks[topic]["right" if topic in reported else "missed"].append(case.id)
        alarms = {min(topics[one.rule]) for one in findings if not topics[one.rule] & (case.topics | case.may)}
        for topic in sorted(alarms):
            marks[topic]["wrong"].append(case.id)
    return {topic: Score(*map(tuple, marks[topic].values())) for topic in TOPICS if topic in judged}


def _by_rule(verdicts: Iterable[Verdict], topics: Mapping[str, frozenset[str]]) -> Mapping[str, Score]:
    """The score of each rule, without what it missed: another rule of its topic may be meant to report that."""
    right: dict[str, list[str]] = {rule: [] for rule in topics}
    wrong: dict[str, list[str]] = {rule: [] for rule in topics}
    for case, _, findings in verdicts:
        for rule in {finding.rule for finding in findings}:
            (right if topics[rule] & (case.topics | case.may) else wrong)[rule].append(case.id)
    return {rule: Score(tuple(right[rule]), tuple(wrong[rule]), ()) for rule in topics}


def _table(scores: Mapping[str, Score], rules: Mapping[str, Score], topics: Mapping[str, frozenset[str]]) -> str:
    lines = [f"{'topic / rule':44}{'cases':>6}{'right':>6}{'wrong':>6}{'missed':>7}{'precision':>10}{'recall':>8}"]
    for topic in TOPICS:
        count = sum(topic in case.topics for case in CASES)
        if topic not in scores:
            lines.append(f"{topic:44}{count:>6}{'no rule':>12}")
            continue
        score = scores[topic]
        tally = f"{len(score.right):>6}{len(score.wrong):>6}{len(score.missed):>7}"
        lines.append(f"{topic:44}{count:>6}{tally}{score.precision:>10.3f}{score.recall:>8.3f}")
        for rule in sorted(rule for rule in topics if topic in topics[rule]):
            one = rules[rule]
            lines.append(f"    {rule:46}{len(one.right):>6}{len(one.wrong):>6}{'':7}{one.precision:>10.3f}")
        lines += [f"    {what}: {', '.join(ids)}" for what, ids in score._asdict().items() if what != "right" and ids]
    return "\n".join(lines)


def test_the_cases_are_many_and_half_of_them_clean() -> None:
    assert len({case.id for case in CASES}) == len(CASES) >= 260
    assert len([case for case in CASES if not case.expect]) >= len(CASES) / 2


def test_every_topic_has_a_rule(topics: Mapping[str, frozenset[str]]) -> None:
    assert [topic for topic in TOPICS if not any(topic in told for told in topics.values())] == []
    assert [rule for rules in TOPICS.values() for rule in rules if rule not in topics] == []


def test_precision_and_recall(verdicts: tuple[Verdict, ...], topics: Mapping[str, frozenset[str]]) -> None:
    scores, rules = _scores(verdicts, topics), _by_rule(verdicts, topics)
    table = _table(scores, rules, topics)
    poor = [id for id, score in {**scores, **rules}.items() if score.precision < PRECISION or score.recall < RECALL]
    if poor:
        pytest.fail(f"{table}\nbelow {PRECISION} or {RECALL}: {', '.join(poor)}", pytrace=False)
    print(f"\n{table}")


def test_findings_point_at_the_words(verdicts: tuple[Verdict, ...], topics: Mapping[str, frozenset[str]]) -> None:
    astray = [f"{case.id}: {said}" for case, written, findings in verdicts for said in _astray(case, written, findings)]
    assert astray == []


def _astray(case: Case, written: Draft, findings: tuple[Finding, ...]) -> list[str]:
    """What the findings of a case point at, if none of them points at its quote."""
    pointed = []
    for finding in findings if case.quote else ():
        span = finding.span
        assert isinstance(span, TextSpan)
        words = written.changed[span.offset : span.offset + span.length]
        begin = written.changed.index(case.quote, written.start)
        if begin < span.offset + max(span.length, 1) and span.offset < begin + len(case.quote):
            return []
        pointed.append(words)
    return pointed
