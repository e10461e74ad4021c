"""How a group of settings is read from variables, and which problems are told.

A group is a dataclass. Each of its fields is declared with `variable`, or is a group itself. What
must hold between its fields, a group checks in `__post_init__`, which raises a `ValueError` with a
whole sentence.
"""

from __future__ import annotations

import dataclasses
import difflib
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import unquote

from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.settings.readers import Reader, Secret
from bridge_bot.settings.secret_files import file_variable, secret_text

T = TypeVar("T")

_PASSWORD_CHARS = 6


@dataclass(frozen=True, slots=True)
class Variable(Generic[T]):
    """One variable: its name, how its text is read, and its default (None: it is required)."""

    name: str
    read: Reader[T]
    default: str | None
    may_be_in_file: bool = False


def variable(
    name: str, read: Reader[T], default: str | None = None, *, may_be_in_file: bool = False
) -> T:
    """Declare a field that comes from a variable. The default is a text, read like any other.

    If it `may_be_in_file`, `secret_files` says where else the text may stand.
    """
    source = Variable(name, read, default, may_be_in_file)
    declared: T = dataclasses.field(metadata={"variable": source})
    return declared


def variables(group: type[Any]) -> Iterator[Variable[Any]]:
    """Every variable that a group reads, in the order of declaration; behind one that may be in a
    file, the one that names the file.
    """
    for _, source in _sources(group):
        if isinstance(source, Variable):
            yield source
            if source.may_be_in_file:
                yield Variable(file_variable(source.name), str, "")
        else:
            yield from variables(source)


def load(group: type[T], environ: Mapping[str, str]) -> T:
    """Read a group of settings. `SettingsInvalid` names everything that is missing or wrong.

    White space around a value is dropped, and an empty value counts as not set. Variables that
    the group does not read are ignored.
    """
    problems: list[str] = []
    settings = _read(group, {name: text.strip() for name, text in environ.items()}, problems)
    if problems:
        raise SettingsInvalid(list(_with_hints(group, environ, problems)))
    return typing.cast("T", settings)


def secrets(settings: Any) -> Iterator[str]:
    """Every secret in a group of settings, for a log to leave out; of an address with a password,
    the password as well.
    """
    for field in dataclasses.fields(settings):
        value = getattr(settings, field.name)
        if isinstance(value, Secret):
            yield from value.hidden()
            yield from _passwords(value.reveal())
        elif dataclasses.is_dataclass(value):
            yield from secrets(value)


def _passwords(url: str) -> Iterator[str]:
    user_and_password = url.rpartition("@")[0].rpartition("://")[2]
    password = user_and_password.partition(":")[2]
    # A short one may be a part of any word, so it is left out only where it is a part of a URL.
    for form in {password, unquote(password)} - {""}:
        yield form if len(form) >= _PASSWORD_CHARS else f":{form}@"


def _sources(group: type[Any]) -> Iterator[tuple[str, Variable[Any] | type[Any]]]:
    types = typing.get_type_hints(group)
    for field in dataclasses.fields(group):
        yield field.name, field.metadata.get("variable") or types[field.name]


def _read(group: type[Any], environ: Mapping[str, str], problems: list[str]) -> object:
    problems_before = len(problems)
    values = {
        name: _value(source, environ, problems)
        if isinstance(source, Variable)
        else _read(source, environ, problems)
        for name, source in _sources(group)
    }
    if len(problems) == problems_before:
        try:
            return group(**values)
        except ValueError as problem:
            problems.append(str(problem))
    return None


def _value(source: Variable[T], environ: Mapping[str, str], problems: list[str]) -> T | None:
    text, origin = environ.get(source.name), source.name
    if source.may_be_in_file:
        try:
            text, origin = secret_text(source.name, environ)
        except ValueError as problem:
            problems.append(str(problem))
            return None
    text = text or source.default
    if text is None:
        problems.append(f"{source.name} is not set; it is required.")
        return None
    try:
        return source.read(text)
    except ValueError as problem:
        problems.append(f"{origin} {problem}.")
        return None


def _with_hints(group: type[Any], environ: Mapping[str, str], problems: list[str]) -> Iterator[str]:
    """The problems, with the set variable that may have been meant by one that is not."""
    unread = set(environ) - {known.name for known in variables(group)}
    for problem in problems:
        name, _, rest = problem.partition(" ")
        # With 0.8, CHAT_API_URL is found for CHAT_API_BASE_URL, and is not for CHAT_API_KEY.
        close = difflib.get_close_matches(name, unread, n=1, cutoff=0.8)
        missing = rest.startswith("is not set")
        yield f"{problem} {close[0]} is set: is it meant?" if missing and close else problem
