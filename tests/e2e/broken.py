"""What Discord may send by mistake: a payload in which one field is missing, or null."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

Json = dict[str, Any]
Path = tuple[str | int, ...]


def broken(payload: Json) -> Iterator[tuple[str, Json]]:
    """Each way to drop or to null one field, and what the payload becomes by it.

    Goes into every object, and into the first item of every list, which is dropped and nulled too.
    """
    for path in _paths(payload):
        *way, last = path
        for how in ("dropped", "null"):
            copy = deepcopy(payload)
            inside: Any = copy
            for step in way:
                inside = inside[step]
            if how == "null":
                inside[last] = None
            else:
                del inside[last]
            yield f"{'.'.join(map(str, path))} {how}", copy


def _paths(value: Any, above: Path = ()) -> Iterator[Path]:
    steps: list[str | int] = []
    if isinstance(value, dict):
        steps = list(value)
    elif isinstance(value, list) and value:
        steps = [0]
    for step in steps:
        yield (*above, step)
        yield from _paths(value[step], (*above, step))
