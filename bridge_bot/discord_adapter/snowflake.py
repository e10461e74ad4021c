"""Discord's ids, which its JSON has as strings of digits."""

from __future__ import annotations

from typing import Any


def id_in(data: Any, name: str) -> int | None:
    """The id under that name in a JSON object, or None if there is none that is a number.

    `data` may be anything that Discord sends: `id_in({"id": "7"}, "id")` is 7, and
    `id_in(None, "id")` is None.
    """
    try:
        return int(data[name])
    except (KeyError, OverflowError, TypeError, ValueError):
        return None
