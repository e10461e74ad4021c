"""What Discord says of a component that is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bridge_bot.sandbox.discord.errors import DiscordError, Json


def complaints(check: Callable[[], object]) -> dict[str, str]:
    """The codes of what a check complains about, by their paths."""
    try:
        check()
    except DiscordError as error:
        found = error
    else:
        return {}
    assert found.code == 50035
    return dict(_complaints(found.errors or {}, ""))


def _complaints(tree: Json, path: str) -> Iterator[tuple[str, str]]:
    for name, inner in tree.items():
        if name == "_errors":
            yield path.removeprefix("."), inner[0]["code"]
        else:
            yield from _complaints(inner, f"{path}.{name}")
