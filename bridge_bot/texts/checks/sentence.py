"""What may be wrong with one sentence, beside the English one."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from fluent.syntax import ast

from bridge_bot.texts.checks.places import OPTION_NAME, is_number, place_of
from bridge_bot.texts.checks.samples import Contents, Sample, samples

Fill = Callable[[Sample], str]
"""Fills a sentence in; raises KeyError or ValueError if that fails."""

# What turns the direction of text or hides in it, but for isolates (U+2066 to U+2069) and for the
# joiners that Hindi needs.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\ufeff]"
)
# What gives a line its direction is fine where it can be seen, written as { "\u200F" }.
_DIRECTION_MARKS = frozenset("\u200e\u200f")
_OPENS, _CLOSES = "\u2066\u2067\u2068", "\u2069"
_PINGS = re.compile(r"@everyone|@here")
_MENTION = re.compile(r"<@")
# What Discord takes for an address, and the end of it that it takes for punctuation.
_LINKED = re.compile(r"https://a\.example/b[^\s<>]*")
_ADDRESSES = {"link": "https://a.example/b", "url": "https://a.example/b"}
_URL = re.compile(r"https://a\.example/b[.,:;\"')\]]?\Z")
_MARKS = ("`", "**", "||", "~~")
_SUBTEXT = re.compile(r"^(?:-#|#{1,3}|>) ", re.MULTILINE)
# Names that are the same in every language: of commands, settings, files.
_NAMES = re.compile(
    r"(?<![\w/.])/(?:ask|new|help|language|settings|privacy|forget|export|doctor|usage|handoff"
    r"|resume)\b|\b[A-Z]+(?:_[A-Z]+)+\b|bridge-bot (?:run|check|migrate|chat|export|forget|pause"
    r"|resume|usage)\b(?: --[a-z]+)?|\.env\b|docs/\w+\.md",
    re.ASCII,
)
_MAY_HAVE_MORE_LINES = re.compile(r"privacy-(sent|read|stored|kept|page|.*-opt.*)|help-intro")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in some language, and how it is filled in."""

    key: str
    entry: ast.Message
    source: str
    fill: Fill
    categories: frozenset[str]
    """The plural categories of its language (CLDR)."""


def problems_of(
    own: Sentence, english: Sentence, *, is_ours: bool, texts: Mapping[str, str]
) -> Iterator[str]:
    """What is wrong with a sentence. One of ours has to be more like the English one than one of
    the operator's. `texts` are what arguments of these names are filled in with.
    """
    contents, model = Contents.of(own.entry), Contents.of(english.entry)
    if own.entry.value is None:
        yield "it has no text"
        return
    yield from (f"it has {each}, which is not supported" for each in sorted(contents.unsupported))
    wrong = list(_wrong_arguments(own, contents, model))
    yield from wrong
    literals = [each for each in contents.literals if each not in _DIRECTION_MARKS]
    if found := _HIDDEN.search("".join((own.source, *literals))):
        yield f"it has a hidden character, U+{ord(found[0]):04X}"
    if wrong or contents.unsupported:
        return
    filled = list[tuple[Sample, str]]()
    for sample in samples(own.key, _both(contents, model), dict(texts)):
        try:
            filled.append((sample, own.fill(sample)))
        except (KeyError, ValueError) as error:
            yield f"it can't be filled in with {sample}: {error}"
            return
    yield from _wrong_texts(own.key, [text for _, text in filled], english.fill(filled[-1][0]))
    yield from _unlike(own, english, filled[-1][0], is_ours=is_ours)
    yield from _numbers_not_told(own, contents, filled)


def units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text.encode("utf-16-le")) // 2


def _both(contents: Contents, model: Contents) -> Contents:
    choices = {
        name: contents.choices.get(name, set()) | model.choices.get(name, set())
        for name in contents.choices | model.choices
    }
    return Contents(contents.variables, choices)


def _wrong_arguments(own: Sentence, contents: Contents, model: Contents) -> Iterator[str]:
    extra = sorted(contents.variables - model.variables)
    yield from (f"there is no ${name} here" for name in extra)
    yield from (f"it lacks ${name}" for name in sorted(model.variables - contents.variables))
    for name, chosen in contents.choices.items():
        known = model.choices.get(name, set()) | {"other"}
        if is_number(own.key, name):
            known = {each for each in chosen if each.isdecimal()} | own.categories
        yield from (f"${name} is never “{each}”" for each in sorted(chosen - known))
    for name, names in model.choices.items():
        needed = names - model.defaults.get(name, set())
        if is_number(own.key, name):
            needed &= {"0"}
        missing = needed - contents.choices.get(name, set())
        yield from (f"it lacks the text for ${name} “{each}”" for each in sorted(missing))


def _wrong_texts(key: str, texts: list[str], english: str) -> Iterator[str]:
    place = place_of(key)
    most = max(map(units, texts))
    if most > place.most_units:
        yield f"it has up to {most} characters; {place.name} takes {place.most_units}"
    if not all(text.strip() for text in texts) and english.strip():
        yield "it is empty"
    lines = max(text.count("\n") for text in texts)
    if lines > english.count("\n") and not _MAY_HAVE_MORE_LINES.fullmatch(key):
        yield "it has a line break that the English one doesn't have"
    if place is OPTION_NAME and not all(map(_is_option_name, texts)):
        yield "the name of an option has small letters, numbers, - and _ only, and no blanks"
    for text in texts:
        if not _are_isolates_closed(text):
            yield "an isolate (U+2066 to U+2068) is not closed by U+2069"
            break


def _is_option_name(text: str) -> bool:
    """Whether Discord takes it: letters with their marks, as Hindi has them, and digits."""
    letters = (char.isalnum() or unicodedata.category(char)[0] == "M" for char in text)
    return text == text.lower() and all(
        is_letter or char in "-_" for is_letter, char in zip(letters, text, strict=True)
    )


def _are_isolates_closed(text: str) -> bool:
    open_ = 0
    for char in text:
        open_ += (char in _OPENS) - (char == _CLOSES)
        if open_ < 0:
            return False
    return open_ == 0


def _unlike(own: Sentence, english: Sentence, sample: Sample, *, is_ours: bool) -> Iterator[str]:
    plain = {name: each if isinstance(each, int) else "x" for name, each in sample.items()}
    text, model = own.fill(plain), english.fill(plain)
    if _could_ping(own, english, sample):
        yield "it could ping"
    if own.key == "ending-notice" and not text.startswith(model.split("x")[0].strip()):
        yield "it has to begin as the English one does: by that a notice is known again"
    if any(_URL.sub("", each) for each in _LINKED.findall(own.fill({**plain, **_ADDRESSES}))):
        yield "a link needs a blank, a line break or punctuation behind it"
    for mark in _MARKS:
        if text.count(mark) % 2 and not model.count(mark) % 2:
            yield f"a “{mark}” is not closed"
        elif is_ours and text.count(mark) != model.count(mark):
            yield f"it has other “{mark}” than the English one"
    if is_ours and _SUBTEXT.findall(text) != _SUBTEXT.findall(model):
        yield "its lines don't begin with the marks of the English one (-#, #, >)"
    if is_ours and text.count("\n") != model.count("\n"):
        yield "it has other line breaks than the English one"
    names, wanted = set(_NAMES.findall(text)), set(_NAMES.findall(model))
    if is_ours and names != wanted:
        yield f"names differ from the English ones: {', '.join(sorted(names ^ wanted))}"


def _could_ping(own: Sentence, english: Sentence, sample: Sample) -> bool:
    """Whether a sentence has what pings, be it with a word that is filled in behind an `@`."""
    for word in ("everyone", "here"):
        filled = {name: each if isinstance(each, int) else word for name, each in sample.items()}
        pings, usual = (len(_PINGS.findall(each.fill(filled))) for each in (own, english))
        if pings > usual:
            return True
    return _MENTION.search(own.source) is not None


def _numbers_not_told(
    own: Sentence, contents: Contents, filled: list[tuple[Sample, str]]
) -> Iterator[str]:
    """Different numbers that read alike, such as 1 and 21 where both are “one” (Russian). 0 is
    left out: it may read as 1 where both are one category (French), and is seldom told.
    """
    for name in contents.choices:
        if not is_number(own.key, name):
            continue
        said = defaultdict[tuple[str, frozenset[tuple[str, str | int]]], set[int]](set)
        for sample, text in filled:
            others = frozenset((key, each) for key, each in sample.items() if key != name)
            said[text, others].add(int(sample[name]))
        alike = next((each for each in said.values() if len(each - {0}) > 1), None)
        if alike:
            yield f"${name} reads the same for {' and '.join(map(str, sorted(alike)))}"
