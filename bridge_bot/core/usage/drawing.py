"""Usage as tables of text: a row for each day, channel, chatbot or server. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from wcwidth import wcswidth

from bridge_bot.core.usage.usage import (
    BEYOND_MS,
    BOUNDS_MS,
    SECONDS_A_DAY,
    Counted,
    Usage,
    UsageTable,
    in_all,
)
from bridge_bot.texts import Texts
from bridge_bot.texts.isolates import in_code

_COUNTS = (Counted.ASKED, Counted.DONE, Counted.FAILED, Counted.STOPPED)
_VOTES = (Counted.UP, Counted.DOWN)
_PERCENTS = (50, 95)

Name = Callable[[int | str], str]
"""What a row is called, by its key in the table."""


def by_day(table: UsageTable) -> dict[int | str, Usage]:
    """The rows with the newest day first."""
    return {key: table[key] for key in sorted(table, key=int, reverse=True)}


def with_total(table: UsageTable, name: str) -> dict[int | str, Usage]:
    """The rows of the days, below one of that name which is their sum."""
    return {name: in_all(table), **by_day(table)}


def by_use(table: UsageTable) -> dict[int | str, Usage]:
    """The rows with what is used most first."""

    def order(key: int | str) -> tuple[int, int, str]:
        usage = table[key]
        ended = sum(usage[each] for each in (Counted.DONE, Counted.FAILED, Counted.STOPPED))
        return -usage[Counted.ASKED], -ended, str(key)

    return {key: table[key] for key in sorted(table, key=order)}


def drawn(
    rows: Mapping[int | str, Usage], name: Name, heading: str, texts: Texts, most: int | None = None
) -> str:
    """A table of these rows: numbers, with the names behind them, so that letters of any width
    disturb nothing. After `most` rows a line says how many more there are.
    """
    columns = (*_COUNTS, *(f"within-{percent}" for percent in _PERCENTS), *_VOTES)
    lines = [[*(texts.get(f"usage-column-{each}") for each in columns), heading]]
    shown = list(rows)[:most]
    lines += [[*_cells(rows[key]), name(key)] for key in shown]
    lines = [[*map(in_code, cells)] for cells in lines]
    widths = [max(map(_columns, cells)) for cells in zip(*lines, strict=True)][:-1]
    drawn_lines = [_line(line, widths) for line in lines]
    if left := len(rows) - len(shown):
        drawn_lines.append(texts.get("usage-more", count=left))
    return "\n".join(drawn_lines)


def date_of(day: int | str) -> str:
    """A day, counted from the Unix epoch, such as `2026-11-27`."""
    return datetime.fromtimestamp(int(day) * SECONDS_A_DAY, UTC).date().isoformat()


def time_of(within_ms: int | None) -> str:
    """An upper estimate of a time: `≤1.5s`, `>128s`, or `–` where there is none."""
    if within_ms is None:
        return "–"
    if within_ms == BEYOND_MS:
        return f">{BOUNDS_MS[-1] / 1000:g}s"
    return f"≤{within_ms / 1000:g}s"


def numbers(usage: Usage) -> dict[str, int | float | None]:
    """The numbers of a row, for programs; the times in seconds, None where there is none."""
    counts: dict[str, int | float | None] = {each.value: usage[each] for each in _COUNTS}
    for percent in _PERCENTS:
        within_ms = usage.first_text_within_ms(percent)
        within_s = None if within_ms is None else within_ms / 1000
        counts[f"first_text_p{percent}_at_most_s"] = within_s
    return counts | {f"votes_{each.value}": usage[each] for each in _VOTES}


def _cells(usage: Usage) -> Iterable[str]:
    yield from (str(usage[each]) for each in _COUNTS)
    yield from (time_of(usage.first_text_within_ms(percent)) for percent in _PERCENTS)
    yield from (str(usage[each]) for each in _VOTES)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    numbers = (
        " " * (width - _columns(cell)) + cell
        for cell, width in zip(cells[:-1], widths, strict=True)
    )
    return " ".join((*numbers, cells[-1]))


def _columns(cell: str) -> int:
    """How wide a cell is: a Chinese, Japanese or Korean character takes two columns."""
    return max(wcswidth(cell), 0)
