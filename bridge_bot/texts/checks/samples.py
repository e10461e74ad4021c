"""A sentence filled in with all that makes a difference: each plural, each choice, long texts."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from fluent.syntax import ast

from bridge_bot.texts.checks.places import is_number, longest

_NUMBERS = (0, 1, 2, 3, 5, 11, 21, 22, 100, 1_000_000)  # of each plural category of any language
_USUAL_NUMBER = 5
_MOST_SAMPLES = 150

Sample = dict[str, str | int]


_UNSUPPORTED: dict[type[ast.BaseNode], str] = {
    ast.MessageReference: "a reference to another entry",
    ast.TermReference: "a term",
    ast.FunctionReference: "a function",
    ast.Attribute: "an attribute",
}
"""What Fluent knows and our sentences do without."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in an entry besides its text."""

    variables: set[str] = field(default_factory=set)
    """The names of its arguments."""
    choices: dict[str, set[str]] = field(default_factory=dict)
    """The names of the variants, by the argument that they are chosen by."""
    defaults: dict[str, set[str]] = field(default_factory=dict)
    """Those of them that are taken where no other fits."""
    literals: set[str] = field(default_factory=set)
    """The texts that are written as { "…" }."""
    unsupported: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, entry: ast.Message) -> Contents:
        """The contents of an entry."""
        contents = cls()
        for node in _nodes(entry):
            match node:
                case ast.VariableReference(id=ast.Identifier(name=name)):
                    contents.variables.add(name)
                case ast.SelectExpression(selector=ast.VariableReference() as variable):
                    contents._add_choice(variable.id.name, node.variants)
                case ast.StringLiteral():
                    contents.literals.add(node.parse()["value"])
                case ast.SelectExpression():
                    contents.unsupported.add("a choice by something else than an argument")
                case _ if type(node) in _UNSUPPORTED:
                    contents.unsupported.add(_UNSUPPORTED[type(node)])
        return contents

    def _add_choice(self, variable: str, variants: list[ast.Variant]) -> None:
        for variant in variants:
            key = variant.key
            name = key.name if isinstance(key, ast.Identifier) else key.value
            self.choices.setdefault(variable, set()).add(name)
            if variant.default:
                self.defaults.setdefault(variable, set()).add(name)


def _nodes(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    yield node
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                yield from _nodes(child)


def samples(key: str, contents: Contents, texts: dict[str, str]) -> Iterator[Sample]:
    """What to fill a sentence in with. `texts` are taken for arguments of these names."""
    values = {
        name: _values(key, name, contents.choices.get(name, set()), texts)
        for name in sorted(contents.variables)
    }
    if math.prod(len(each) for each in values.values()) <= _MOST_SAMPLES:
        for combination in product(*values.values()):
            yield dict(zip(values, combination, strict=True))
        return
    usual = {name: each[-1] for name, each in values.items()}
    for name, each in values.items():
        for value in each:
            yield usual | {name: value}


def _values(key: str, name: str, choices: set[str], texts: dict[str, str]) -> list[str | int]:
    if is_number(key, name):
        chosen = {int(each) for each in choices if each.isdecimal()}
        return [*sorted({*_NUMBERS, *chosen} - {_USUAL_NUMBER}), _USUAL_NUMBER]
    return [*sorted(choices), texts.get(name) or longest(name)]
