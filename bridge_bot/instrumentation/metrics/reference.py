"""The reference of the metrics, as a table in Markdown."""

from __future__ import annotations

from bridge_bot.instrumentation.metrics.definitions import METRICS, Metric

_MOST_SHOWN = 12
"""Of more values than these the table only says how many there are."""


def reference() -> str:
    """The table, a row for each metric; each value of a label is one series."""
    head = ["| metric | kind | labels | what it tells |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *map(_row, METRICS)]) + "\n"


def _row(metric: Metric) -> str:
    labels = "; ".join(_label(*each) for each in metric.labels.items()) or "–"
    return f"| `{metric.name}` | {metric.kind} | {labels} | {metric.help} |"


def _label(name: str, values: tuple[str, ...]) -> str:
    if not values:
        return f"`{name}`"
    if len(values) > _MOST_SHOWN:
        return f"`{name}`: {len(values)} values, such as `{values[0]}`"
    return f"`{name}`: {', '.join(f'`{value}`' for value in values)}"
