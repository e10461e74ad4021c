"""The line of sources below an answer."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from bridge_bot.core.model import Source
from bridge_bot.core.replies.notices import as_plain_text
from bridge_bot.core.sources.sources import Sources
from bridge_bot.discord_markdown import masked_link
from bridge_bot.texts import Texts

MOST_LINE_CHARS = 600
MOST_NAMED = 5
"""So many sources are named; of the others only their number is shown."""

_MOST_NAME_CHARS = 60
_BRACKETS = str.maketrans("[]", "()")  # behind a link even an escaped `](` would end it elsewhere


def sources_line(sources: Sources, cited: Mapping[Hashable, int], texts: Texts) -> str:
    """A line of Discord's subtext that names the sources, those first that the answer cites, with
    their numbers. Empty without sources.

    `-# Sources: [[1] Setup](<https://docs.example/setup>) · Guide.pdf · +3`
    """
    named, line = list[str](), ""
    every = sources.cited_first(cited)
    for number, source in every[:MOST_NAMED]:
        for item in (_linked(number, source), _plain(number, source)):
            longer = _line([*named, item], len(every) - len(named) - 1, texts)
            if len(longer) <= MOST_LINE_CHARS:
                named.append(item)
                line = longer
                break
        else:
            break
    return line


def _line(named: list[str], others: int, texts: Texts) -> str:
    shown = [*named, f"+{others}"] if others else named
    return f"-# {texts.get('sources', list=' · '.join(shown))}"


def _linked(number: int, source: Source) -> str:
    if not source.address:
        return _plain(number, source)
    label = f"[{number}] " if number else ""
    return masked_link(source.name, source.address, _MOST_NAME_CHARS, label=label)


def _plain(number: int, source: Source) -> str:
    label = f"[{number}] " if number else ""
    name = source.name.translate(_BRACKETS)
    return as_plain_text(label + name, _MOST_NAME_CHARS).replace("\n", " ")
