"""From the text of an expression to its tree. Python's own parser reads it; only what is listed here is let through."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from linter.expressions.tree import (
    TRUTHS,
    Arithmetic,
    Call,
    Comparison,
    Junction,
    Mistake,
    Name,
    Negative,
    Node,
    Not,
    Number,
    Property,
    name_of,
)
from linter.model.message import Message
from linter.text.regex import regex

LONGEST = 4000
"""Characters an expression may have."""

DEEPEST = 200
"""Levels an expression may have; `a + b + c` has three."""

_STRANGE = regex(r"[^\w\s+\-*/(),.<>=!]")
_DIGITS = regex(r"[0-9]+(?:\.[0-9]+)?")
_ARITHMETIC: Mapping[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_COMPARISONS: Mapping[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_OF_CELLS = ("given", "share", "min", "max")
PROPERTIES = ("given", "ascending", "descending", "merged")
_NAMES_TAKEN: Mapping[str, int] = {
    "sum": 1,
    "count": 1,
    "share": 1,
    "given": 1,
    "ascending": 1,
    "descending": 1,
    "merged": 2,
    "min": 0,
    "max": 0,
}
"""How many names a function takes; 0: one name of a set, or several numbers and sets."""

_TAKES = ("expression.takes-numbers", "expression.takes-one", "expression.takes-two")


def parse(text: str) -> Node | Mistake:
    """The tree of `text`, which is true or false as a whole, or the first mistake in it. Never raises."""
    if len(text) > LONGEST:
        return Mistake(Message("expression.too-long", {"limit": LONGEST}), LONGEST)
    if strange := _STRANGE.search(text):
        return Mistake(Message("expression.character", {"character": strange[0]}), strange.start())
    line = re.sub(r"\s", " ", text)
    margin = len(line) - len(line.lstrip())
    line = line.strip()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(line, mode="eval")
        node = _Reader(line, margin).truth(tree.body)
    except SyntaxError as error:
        return Mistake(Message("expression.syntax"), margin + _offset(error, line))
    except (RecursionError, MemoryError, ValueError):
        return Mistake(Message("expression.too-deep", {"limit": DEEPEST}), margin)
    except _Refused as refused:
        return refused.mistake
    return node


def _offset(error: SyntaxError, line: str) -> int:
    """Characters of `line` before the error; the parser says 0 where the line ends too early."""
    return min(error.offset - 1, len(line)) if error.offset and error.lineno == 1 else len(line)


class _Refused(Exception):
    """Carries the mistake up to `parse`."""

    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake


class _Reader:
    """Turns nodes of Python into nodes of ours."""

    def __init__(self, line: str, margin: int) -> None:
        self._line = line
        self._bytes = line.encode()
        self._margin = margin

    def truth(self, node: ast.expr) -> Node:
        read = self._read(node, 1)
        if not isinstance(read, TRUTHS):
            raise self._refusal(node, "expression.no-comparison")
        return read

    def _place(self, node: ast.expr) -> int:
        """Characters before `node`; Python counts bytes of UTF-8."""
        return self._margin + len(self._bytes[: node.col_offset].decode(errors="ignore"))

    def _refusal(self, node: ast.expr, key: str, **values: str | int) -> _Refused:
        return _Refused(Mistake(Message(key, values), self._place(node)))

    def _source(self, node: ast.expr) -> str:
        return self._bytes[node.col_offset : node.end_col_offset].decode(errors="ignore")

    def _read(self, node: ast.expr, depth: int) -> Node:
        if depth > DEEPEST:
            raise self._refusal(node, "expression.too-deep", limit=DEEPEST)
        match node:
            case ast.Constant():
                return self._number(node)
            case ast.Name() | ast.Attribute():
                return self._name(node)
            case ast.Call():
                return self._call(node, depth)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Negative(self._numeric(operand, depth))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self._true_or_false(operand, depth))
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _ARITHMETIC:
                sign = _ARITHMETIC[type(operator)]
                return Arithmetic(sign, self._numeric(left, depth), self._numeric(right, depth))
            case ast.BoolOp(op=joint, values=values):
                word = "and" if isinstance(joint, ast.And) else "or"
                return Junction(word, tuple(self._true_or_false(value, depth) for value in values))
            case ast.Compare():
                return self._comparison(node, depth)
        raise self._refusal(node, "expression.not-allowed", text=self._source(node))

    def _number(self, node: ast.Constant) -> Number:
        source = self._source(node)
        if not _DIGITS.fullmatch(source):
            raise self._refusal(node, "expression.not-allowed", text=source)
        return Number(Decimal(source))

    def _name(self, node: ast.Name | ast.Attribute) -> Name:
        parts: list[str] = []
        inner: ast.expr = node
        while isinstance(inner, ast.Attribute):
            parts.append(inner.attr)
            inner = inner.value
        if not isinstance(inner, ast.Name):
            raise self._refusal(node, "expression.not-allowed", text=self._source(node))
        parts.append(inner.id)
        name = name_of(tuple(reversed(parts)), self._place(node))
        if name is None:
            raise self._refusal(node, "expression.address", text=self._source(node))
        return name

    def _call(self, node: ast.Call, depth: int) -> Call | Property:
        function = node.func.id if isinstance(node.func, ast.Name) else ""
        if function not in _NAMES_TAKEN:
            raise self._refusal(
                node, "expression.function", text=self._source(node.func), known=", ".join(_NAMES_TAKEN)
            )
        use = "may" if function in _OF_CELLS else "must"
        arguments = tuple(self._argument(argument, depth, use) for argument in node.args)
        names = sum(isinstance(argument, Name) for argument in arguments)
        wanted = _NAMES_TAKEN[function]
        fitting = names == wanted if wanted else len(arguments) > 1 or names == 1
        if node.keywords or not fitting or (wanted and len(arguments) != wanted):
            raise self._refusal(node, _TAKES[wanted], function=function)
        return (Property if function in PROPERTIES else Call)(function, arguments)

    def _argument(self, node: ast.expr, depth: int, use: str) -> Node:
        """A number, or a name that may or must be that of a set."""
        read = self._numeric(node, depth)
        return read._replace(set=use) if isinstance(read, Name) else read

    def _comparison(self, node: ast.Compare, depth: int) -> Node:
        """A comparison; a chain is one of each neighbour with the next, of which all must hold."""
        operands = [self._read(operand, depth + 1) for operand in (node.left, *node.comparators)]
        links = [self._link(node, operator, *pair) for operator, pair in zip(node.ops, pairwise(operands), strict=True)]
        return links[0] if len(links) == 1 else Junction("and", tuple(links))

    def _link(self, node: ast.Compare, sign: ast.cmpop, left: Node, right: Node) -> Comparison:
        operator = _COMPARISONS.get(type(sign))
        if operator is None:
            raise self._refusal(node, "expression.not-allowed", text=self._source(node))
        truths = isinstance(left, TRUTHS), isinstance(right, TRUTHS)
        if truths[0] is not truths[1] or (truths[0] and operator not in {"==", "!="}):
            raise self._refusal(node, "expression.unlike")
        return Comparison(operator, left, right)

    def _numeric(self, node: ast.expr, depth: int) -> Node:
        read = self._read(node, depth + 1)
        if isinstance(read, TRUTHS):
            raise self._refusal(node, "expression.number-wanted", text=self._source(node))
        return read

    def _true_or_false(self, node: ast.expr, depth: int) -> Node:
        read = self._read(node, depth + 1)
        if not isinstance(read, TRUTHS):
            raise self._refusal(node, "expression.truth-wanted", text=self._source(node))
        return read
