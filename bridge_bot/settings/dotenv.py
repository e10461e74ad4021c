"""The file `.env`: its variables, and what is wrong with it.

Whoever writes a line believes that it takes effect. So a line that can't be read, a setting that is
there twice, and one inside of a quote that was never closed are problems, not silently left out.
"""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dotenv.parser import Binding, parse_stream

from bridge_bot.core.errors import SettingsInvalid
from bridge_bot.settings.secret_files import exposed


@dataclass(frozen=True, slots=True)
class Dotenv:
    """What a `.env` file holds. `lines` has the line of each name, the last one if it stands there
    more than once.

    `problems` and `warnings` are sentences. They name lines, never their text: it may be a secret.
    """

    values: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_dotenv(path: Path, known: Collection[str]) -> Dotenv:
    """Read the file, which may be missing; `known` are the names of settings.

    A `$` in it is a `$`: keys may hold one. Raises `SettingsInvalid` if it can't be read at all.
    """
    try:
        warnings = list(exposed(path))
        # Editors on Windows begin UTF-8 files with a mark, which utf-8-sig drops.
        content = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Dotenv()
    except UnicodeDecodeError:
        raise SettingsInvalid([f"{path} is not UTF-8 text; save it as UTF-8."]) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SettingsInvalid([f"{path} cannot be read: {reason}."]) from error
    found = Dotenv(warnings=warnings)
    for each in parse_stream(io.StringIO(content)):
        line = _first_line(each)
        where = f"{path}, line {line}:"
        if each.error or (each.key and each.value is None):
            found.problems.append(f"{where} this is not NAME=value.")
        elif each.key and each.value is not None:
            if each.key in known and each.key in found.lines:
                before = found.lines[each.key]
                found.problems.append(f"{where} {each.key} stands in line {before} too; leave one.")
            if swallowed := next((name for name in _names_within(each) if name in known), None):
                found.problems.append(
                    f"{where} a quote begins that ends only behind {swallowed}; close it."
                )
            found.values[each.key] = each.value
            found.lines[each.key] = line
    return found


def _first_line(binding: Binding) -> int:
    """The line of a binding, whose text begins with the empty lines before it."""
    text = binding.original.string
    return binding.original.line + text[: len(text) - len(text.lstrip())].count("\n")


def _names_within(binding: Binding) -> Iterator[str]:
    """The names that seem to be set in the second and further lines of a value."""
    _, *further = binding.original.string.strip().splitlines()
    for line in further:
        if begun := re.match(r"\s*(?:export\s+)?([^=#\s]+)\s*=", line):
            yield begun[1]
