"""The sentences of one language in one folder of Fluent files.

Parsing Fluent takes a third of a millisecond for each sentence, 0.2 s for all of a language, and
what Babel knows of a language takes a megabyte. So a file is read when the first of its sentences
is used, a sentence is parsed when it is used, and Babel is asked only for numbers and plurals.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from babel import Locale, localedata
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bridge_bot.texts.isolates import RIGHT_TO_LEFT, isolate_arguments, with_isolated

Args = Mapping[str, str | int]

# Where an entry begins, and where it ends: at the next one, or at a comment. In Fluent only these
# and what closes an entry stand at the beginning of a line.
_START = re.compile(r"^(?:([a-zA-Z][\w-]*) *=|[#a-zA-Z-])", re.MULTILINE)
# An entry of one line in which nothing is filled in: most are. The parser takes long for them, too.
_PLAIN = re.compile(r"[\w-]+ *= *([^\s{}](?:[^{}\n]*[^\s{}])?) *\n?\s*")


_OF_NUMBERS = {"plural_form", "number_symbols", "decimal_formats", "numbering_systems"}
_OF_NUMBERS |= {"default_numbering_system"}


class _Variable(NamedTuple):
    name: str


_Parts = list[str | _Variable]


class Catalogue:
    """The sentences of a language. `files` says in which of the folder's files each key is; without
    it all files are read to know that.
    """

    def __init__(self, language: str, folder: Path, files: Mapping[str, str] | None = None) -> None:
        self._language = language
        self._folder = folder
        self._is_right_to_left = language.partition("-")[0] in RIGHT_TO_LEFT
        self._sources: dict[str, dict[str, str]] = {}  # by file and key
        self._parsed: dict[str, str | _Parts | None] = {}  # None: only Fluent can fill it in
        self.files = self._every_file() if files is None else files

    def get(self, key: str, args: Args) -> str | None:
        """The sentence of that key, filled in; None if there is none. Raises KeyError for an
        argument that is missing.
        """
        if key not in self._parsed and not self._parse(key):
            return None
        parts = self._parsed[key]
        if isinstance(parts, str):
            return parts
        if self._is_right_to_left:
            args = with_isolated(args, self.number)
        if parts is not None:
            return "".join(self._said(each, args) for each in parts)
        if (pattern := self._bundle.get_message(key).value) is None:
            return None
        filled, faults = self._bundle.format_pattern(pattern, dict(args))
        if faults:
            raise KeyError(f"{key}: {faults[0]}")
        return str(filled)

    def number(self, value: int) -> str:
        """A number as the language writes it, such as `100,000`; in Arabic with the digits that
        Discord shows there, too: 0 to 9.
        """
        return format_decimal(value, locale=self._locale)

    @cached_property
    def _locale(self) -> Locale:
        return _locale_for_numbers(self._language)

    @cached_property
    def _bundle(self) -> FluentBundle:
        _locale_for_numbers(self._language)  # it makes one of its own of the same data
        # Its own isolating does not know addresses, mentions and code.
        return FluentBundle([self._language], use_isolating=False)

    def _said(self, part: str | _Variable, args: Args) -> str:
        if isinstance(part, str):
            return part
        value = args[part.name]
        return value if isinstance(value, str) else self.number(value)

    def _parse(self, key: str) -> bool:
        """Whether there is such a sentence, and it is read now."""
        source = self._source(self.files[key]).get(key) if key in self.files else None
        if source is None:
            return False
        if plain := _PLAIN.fullmatch(source):
            self._parsed[key] = plain[1]
            return True
        message = FluentResource(source).body[0]
        if not isinstance(message, ast.Message) or message.value is None:
            return False
        if self._is_right_to_left:
            isolate_arguments(key, message.value)
        parts = self._parsed[key] = _parts_of(message.value)
        if parts is None:
            self._bundle.add_resource(ast.Resource([message]))
        return True

    def _source(self, file: str) -> dict[str, str]:
        """The entries of a file, by their keys, as they are written."""
        if file not in self._sources:
            path = self._folder / file
            self._sources[file] = entries(path.read_text("utf-8-sig")) if path.is_file() else {}
        return self._sources[file]

    def _every_file(self) -> dict[str, str]:
        names = sorted(each.name for each in self._folder.glob("*.ftl"))
        return {key: name for name in names for key in self._source(name)}


@cache
def _locale_for_numbers(language: str) -> Locale:
    """What Babel knows of the numbers and plurals of a language. What it keeps besides, of all
    countries, currencies and times, is a megabyte for each language, and nobody asks for it.
    """
    locale = Locale.parse(language, sep="-")
    parts = str(locale).split("_")
    inherited = ["_".join(parts[:count]) for count in range(len(parts), 0, -1)]
    for name in (*inherited, "root"):
        data = localedata.load(name)  # what it keeps, not a copy
        for key in data.keys() - _OF_NUMBERS:
            del data[key]
    return locale


def entries(source: str) -> dict[str, str]:
    """The entries of a Fluent file, by their keys, as they are written."""
    starts = list(_START.finditer(source))
    ends = [*(each.start() for each in starts[1:]), len(source)]
    return {
        start[1]: source[start.start() : end]
        for start, end in zip(starts, ends, strict=False)
        if start[1]
    }


def _parts_of(pattern: ast.Pattern) -> _Parts | None:
    """A sentence as texts and arguments; None if there is more in it, such as a plural."""
    parts: _Parts = []
    for element in pattern.elements:
        match element:
            case ast.TextElement():
                parts.append(element.value)
            case ast.Placeable(expression=ast.StringLiteral() as literal):
                parts.append(literal.parse()["value"])
            case ast.Placeable(expression=ast.VariableReference() as variable):
                parts.append(_Variable(variable.id.name))
            case _:
                return None
    return parts
