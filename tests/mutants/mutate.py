"""The mutants of a source file: each changes one expression or statement, as a slip of the programmer would."""

from __future__ import annotations

import ast
import copy
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OPERATORS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
FUNCTIONS = {"min": "max", "max": "min", "any": "all", "all": "any"}
Code = ast.stmt | ast.expr
NOT_MUTATED = (ast.JoinedStr, ast.Raise, ast.Import, ast.ImportFrom)
"""Texts for people, and imports: what fails there fails at once."""


@dataclass(frozen=True)
class Mutant:
    file: str
    number: int
    """among the mutants of its file"""
    line: int
    before: str
    """the line, without its indent"""
    after: str
    """the line as the mutant has it"""

    def rank(self, seed: str) -> str:
        """A place in an order that depends on nothing but the seed and the mutant's own text."""
        return hashlib.sha256(f"{seed}\n{self.file}\n{self.before}\n{self.after}".encode()).hexdigest()

    def source(self, root: Path) -> str:
        tree = ast.parse((root / self.file).read_text(encoding="utf-8"))
        place, other = list(_changes(tree))[self.number]
        place.put(other)
        return ast.unparse(ast.fix_missing_locations(tree))


@dataclass(frozen=True)
class _Place:
    """Where a node stands in its tree."""

    parent: ast.AST
    field: str
    index: int | None
    node: Code

    def put(self, other: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, other)
        else:
            getattr(self.parent, self.field)[self.index] = other


def mutants_of(file: str, root: Path) -> list[Mutant]:
    """All of them, in the order of the file."""
    source = (root / file).read_text(encoding="utf-8")
    lines = source.splitlines()
    return [
        Mutant(file, number, place.node.lineno, lines[place.node.lineno - 1].strip(), _line(lines, place.node, other))
        for number, (place, other) in enumerate(_changes(ast.parse(source)))
    ]


def _line(lines: list[str], node: Code, other: ast.AST) -> str:
    """The line where a node begins, with another one in its place."""
    first, last = lines[node.lineno - 1].encode(), lines[(node.end_lineno or node.lineno) - 1].encode()
    changed = first[: node.col_offset] + ast.unparse(other).encode() + last[node.end_col_offset :]
    return " ".join(changed.decode().split())


def _changes(tree: ast.AST) -> Iterator[tuple[_Place, ast.AST]]:
    for place in _places(tree):
        for other in _others(place):
            yield place, other


def _places(parent: ast.AST) -> Iterator[_Place]:
    """Every place that may be mutated: not annotations, decorators, and what a class says outside its functions."""
    for field, value in ast.iter_fields(parent):
        if field in ("annotation", "returns", "decorator_list", "bases"):
            continue
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            outside = isinstance(parent, ast.ClassDef) and not isinstance(node, ast.FunctionDef | ast.ClassDef)
            if not isinstance(node, ast.AST) or isinstance(node, NOT_MUTATED) or outside:
                continue
            if isinstance(node, Code):
                yield _Place(parent, field, index, node)
            yield from _places(node)


def _others(place: _Place) -> Iterator[ast.AST]:
    """What may stand in a place instead."""
    node, parent = place.node, place.parent
    if place.field in ("test", "ifs") and not isinstance(node, ast.Constant) and ast.unparse(node) != "TYPE_CHECKING":
        yield from (ast.Constant(always) for always in (True, False) if not (always and isinstance(parent, ast.While)))
    match node:
        case ast.Compare(ops=[op]) if type(op) in OPERATORS:
            yield _with(node, ops=[OPERATORS[type(op)]()])
        case ast.BoolOp(op=op) | ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in OPERATORS:
            yield _with(node, op=OPERATORS[type(op)]())
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield from (ast.Constant(value + 1), ast.Constant(value - 1))
        case ast.Constant(value=str(value)) if isinstance(parent, ast.Compare):
            yield ast.Constant(f"no {value}")
        case ast.Call(func=ast.Name(id=name)) if name in FUNCTIONS:
            yield _with(node, func=ast.Name(FUNCTIONS[name]))
        case ast.Call(args=[first, second]) if not isinstance(second, ast.Starred) and not isinstance(
            first, ast.Starred
        ):
            yield _with(node, args=[second, first])
        case ast.Slice(lower=lower, upper=upper):
            yield from [_with(node, lower=None)] * (lower is not None) + [_with(node, upper=None)] * (upper is not None)
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield ast.If(ast.Constant(False), [node], [])  # a generator remains one
        case ast.Return(value=ast.expr()) if ast.unparse(node) != "return None":
            yield ast.Return(ast.Constant(None))
        case ast.Break() | ast.Continue():
            yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()
        case _:
            pass


def _with(node: ast.AST, **fields: object) -> ast.AST:
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other
