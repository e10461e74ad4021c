"""What stands in our catalogues, as Fluent reads it."""

from __future__ import annotations

from functools import cache

from fluent.runtime import FluentResource
from fluent.syntax import ast

from bridge_bot.texts import FOLDER


@cache
def written(language: str) -> dict[str, dict[str, str]]:
    """By file and key, what each sentence says, in all of its variants, without arguments."""
    return {
        path.name: {
            entry.id.name: " ".join(_texts(entry.value)) if entry.value else ""
            for entry in FluentResource(path.read_text("utf-8")).body
            if isinstance(entry, ast.Message)
        }
        for path in (FOLDER / language).glob("*.ftl")
    }


def _texts(pattern: ast.Pattern) -> list[str]:
    found = []
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            found.append(element.value)
        elif isinstance(element.expression, ast.SelectExpression):
            for variant in element.expression.variants:
                found += _texts(variant.value)
    return found
