"""What Discord may send by mistake: a payload in which one field is missing, null or misshapen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import partial
from typing import Any

Json = dict[str, Any]
Change = Callable[[Json], Json]
Path = tuple[str | int, ...]

SHAPES: tuple[Any, ...] = (
    *("nonsense", "", "9" * 5000, "9223372036854775807", "-3", "2020-99-99T00:00:00", "\ud800"),
    *(-1, 5, True, 1.5, 10**30, (1 << 63) - 1, float("inf")),
    *([], {}, [None], [[]], [{}], {"id": None}),
)
"""What may stand where something else should."""


def broken(payload: Json) -> Iterator[tuple[str, Change]]:
    """Each way to drop or to null one field of payloads like this one, which are left as they are.

    Goes into every object, and into the first item of every list, which is dropped and nulled too.
    """
    for path in _paths(payload):
        name = ".".join(map(str, path))
        yield f"{name} dropped", partial(_changed, path=path, dropped=True)
        yield f"{name} null", partial(_changed, path=path)


def misshapen(payload: Json) -> Iterator[tuple[str, Change]]:
    """Each way to put one of `SHAPES` into one field of payloads like this one."""
    for path in _paths(payload):
        for shape in SHAPES:
            name = ".".join(map(str, path))
            yield f"{name} {str(shape)[:30]!r}", partial(_changed, path=path, to=shape)


def _changed(payload: Json, path: Path, *, to: Any = None, dropped: bool = False) -> Json:
    *way, last = path
    copy = deepcopy(payload)
    inside: Any = copy
    for step in way:
        inside = inside[step]
    if dropped:
        del inside[last]
    else:
        inside[last] = deepcopy(to)
    return copy


def _paths(value: Any, above: Path = ()) -> Iterator[Path]:
    steps: list[str | int] = []
    if isinstance(value, dict):
        steps = list(value)
    elif isinstance(value, list) and value:
        steps = [0]
    for step in steps:
        yield (*above, step)
        yield from _paths(value[step], (*above, step))
