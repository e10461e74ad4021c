"""The rules of Discord's Markdown whose matches contain no further Markdown: code, mentions, …"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.discord_markdown.harness.reader.links import SPACE, unmasked

Node = dict[str, Any]


@dataclass(frozen=True)
class Reading:
    """How a client reads where clients differ, or where it is not proven how they do."""

    dropped_breaks: bool = False
    """A text in an item loses the line breaks before a mark or punctuation on the next line."""
    loose_items: bool = True
    """A line of spaces in an item makes it be read paragraph by paragraph."""
    padding_kept: bool = True
    """The server leaves lines of spaces inside a message as they are; else they are empty."""
    contacts: bool = False
    """`<a@b.example>`, `<tel:…>` and masked `mailto:`, `tel:` and `sms:` are links."""


USUAL = Reading()
READINGS = (
    USUAL,
    Reading(dropped_breaks=True, contacts=True),
    Reading(loose_items=False),
    Reading(padding_kept=False),
)
"""A page has to be right by each of these."""


@dataclass(frozen=True)
class RuleContext:
    """What is open around a text."""

    reading: Reading
    depth: int = 0
    in_quote: bool = False
    lists: int = 0
    in_item: bool = False  # directly, with nothing between
    loose: bool = False  # in an item that is read paragraph by paragraph
    in_link: bool = False  # in the text of a masked link
    probing: bool = False  # looks for what a masked link's text must not hold


Match = tuple[int, list[Node]]
"""Where to go on, and the nodes of what matched."""
Rule = Callable[[str, int, str, RuleContext], Match | None]
"""A function of the text, a position, the text of the last match, and the context."""


def text_node(words: str) -> Node:
    return {"t": "text", "v": words}


_STOP = re.compile(
    rf"[^0-9A-Za-z{SPACE}\u00c0-\U0010ffff]|\n\n| {{2,}}\n|\w++:[^{SPACE}]|\d++\.", re.ASCII
)


def plain(text: str, at: int, context: RuleContext) -> Match:
    """At least one character, and on to where a rule may fit again."""
    stop = _STOP.search(text, at + 1)
    end = stop.start() if stop else len(text)
    words = text[at:end]
    if context.reading.dropped_breaks and context.in_item:
        words = re.sub(rf"\n+[{SPACE}]*\Z", "", words)
    return end, [text_node(words)]


_CODE_BLOCK = re.compile(r"```(?:([a-zA-Z0-9_+\-.]+?)\n)?\n*([^\n][\s\S]*?)\n*```")


def code_block(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    if not (found := _CODE_BLOCK.match(text, at)):
        return None
    return found.end(), [{"t": "codeblock", "lang": found[1] or "", "v": found[2]}]


_ESCAPE = re.compile(rf"\\([^0-9A-Za-z{SPACE}])")
_SHRUG = "¯\\_(ツ)_/¯"


def escape(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    if context.probing or not (found := _ESCAPE.match(text, at)):
        return None
    return found.end(), [text_node(found[1])]


def shrug(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    return (at + len(_SHRUG), [text_node(_SHRUG)]) if text.startswith(_SHRUG, at) else None


def address(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    """An address, bare or in angle brackets."""
    if not (found := unmasked(text, at, contacts=context.reading.contacts)):
        return None
    end, words, href = found
    return end, [text_node(words) if href is None else {"t": "link", "href": href}]


_CODE = re.compile(r"(`+)([\s\S]*?[^`])\1(?!`)")
_BREAK = re.compile(r" {2,}\n")


def code(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    if not (found := _CODE.match(text, at)):
        return None
    words = re.sub(r"\A (?= *`)", "", found[2])
    words = re.sub(r"(` *) \Z", r"\1", words)
    return found.end(), [{"t": "code", "v": words}]


def line_break(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    found = _BREAK.match(text, at)
    return (found.end(), [text_node("\n")]) if found else None


_MENTIONS = {
    "emoji": re.compile(r"<a?:\w+:(\d+)>", re.ASCII),
    "time": re.compile(r"<t:(-?\d{1,17})(?::[tTdDfFR])?>", re.ASCII),
    "user": re.compile(r"<@!?(\d+)>", re.ASCII),
    "role": re.compile(r"<@&(\d+)>", re.ASCII),
    "channel": re.compile(r"<#(\d+)>", re.ASCII),
    "command": re.compile(r"</[-\w]{1,32}(?: [-\w]{1,32}){0,2}:(\d+)>"),
    "guild": re.compile(r"<id:(customize|browse|guide|home|linked-roles)>"),
    "everyone": re.compile(r"@everyone"),
    "here": re.compile(r"@here"),
}


def mention(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    for kind, rule in _MENTIONS.items():
        if found := rule.match(text, at):
            who = {"id": found[1]} if rule.groups else {}
            return found.end(), [{"t": "mention", "kind": kind, **who}]
    return None
