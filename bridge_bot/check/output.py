"""The findings as a table for people, or as JSON for programs. Pure."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence

from bridge_bot.doctor.finding import Finding, Level
from bridge_bot.texts import Texts

_ENGLISH = Texts.of("en")
_INDENT = " " * 4


def as_json(findings: Sequence[Finding], secrets: Iterable[str] = ()) -> str:
    """An object with the list of findings, without these secrets."""
    rows = [
        {
            "id": each.id,
            "level": each.level.value,
            "object": each.about,
            "message": each.message(_ENGLISH),
            "hint": each.hint(_ENGLISH),
        }
        for each in findings
    ]
    hidden = tuple(secrets)
    rows = [{name: _without(text, hidden) for name, text in row.items()} for row in rows]
    return json.dumps({"findings": rows}, indent=2)  # in ASCII, whatever the terminal takes


def as_table(findings: Sequence[Finding], width: int, secrets: Iterable[str] = ()) -> str:
    """A row for each finding, and below it what it says and how it is mended; without these
    secrets. No line is longer than `width`, but where a word is.
    """
    level_chars = max(map(len, Level))
    id_chars = max((len(each.id) for each in findings), default=0)
    lines = list[str]()
    for each in findings:
        row = f"{each.level.upper():<{level_chars}}  {each.id:<{id_chars}}  {each.about}"
        lines.append(row.rstrip())
        lines += _wrapped(each.message(_ENGLISH), width)
        if hint := each.hint(_ENGLISH):
            lines += _wrapped(f"→ {hint}", width)
    counts = Counter(each.level for each in findings)
    if not counts[Level.ERROR] and not counts[Level.WARNING]:
        lines.append(_ENGLISH.get("doctor-check-well"))
    names = {f"{level}s": counts[level] for level in Level}
    lines.append(_ENGLISH.get("doctor-check-counts", **names))
    return _without("\n".join(lines), tuple(secrets))


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(
        " ".join(text.split()),
        max(width, 40),
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _without(text: str, secrets: Sequence[str]) -> str:
    # The longest first, so that no rest of one is left where another is a part of it.
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, "•••")
    return "".join(char if char.isprintable() or char == "\n" else "�" for char in text)
