"""What a Discord client shows of a message: a parser of its Markdown.

At each position of the text the first rule that matches wins, and what it encloses is parsed again
by the same rules. There is no tree of blocks first: emphasis may
begin in one paragraph and end in another, and code is safe only from marks that open after it.

A node is a dict: `{"t": "text", "v": …}`; strong, em, underline, strike, spoiler, quote, subtext
and heading (with its level) have nodes in `c`; code and codeblock (with its lang) have a text in
`v`; a list has items, each of them nodes; a link has an `href`, and `c` if it is masked; a mention
has a kind and, mostly, an id.

Not read: names of emoji (`:smile:`), which need Discord's list of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from tests.discord_markdown.harness.reader.links import SPACE, has_emoji, masked, without_odd_spaces
from tests.discord_markdown.harness.reader.normalize import normalize
from tests.discord_markdown.harness.reader.rules import (
    USUAL,
    Match,
    Node,
    Reading,
    Rule,
    RuleContext,
    address,
    code,
    code_block,
    escape,
    line_break,
    mention,
    plain,
    shrug,
    text_node,
)

MARKER = r"(?:[*-]|\d+\.)"
DEEPEST = 150  # more than a client draws
DEEPEST_LIST = 11
HIGHEST_NUMBER = 10**9


def read(message: str, reading: Reading = USUAL) -> list[Node]:
    """Return the nodes of a message, normalized: see `normalize`."""
    text = message.replace("\r\n", "\n").replace("\t", "    ")
    if not reading.padding_kept:
        text = re.sub(r"(?m)^ +$", "", text)
    return normalize(_walk(text.strip(), RuleContext(reading), ""), edges=True)


def _walk(text: str, context: RuleContext, before: str) -> list[Node]:
    """The nodes of a text; `before` is what was taken last before it."""
    if context.depth > DEEPEST:
        return [text_node(text)]
    nodes: list[Node] = []
    at = 0
    rules = _IN_LINK if context.in_link else _RULES
    while at < len(text):
        match = _paragraph(text, at, before, context) if context.loose else None
        for rule in rules.get(text[at], ()):
            # A paragraph comes after the blocks.
            if match and rule not in _BLOCKS:
                break
            if found := rule(text, at, before, context):
                match = found
                break
        end, found_nodes = match or plain(text, at, context)
        nodes += found_nodes
        before, at = text[at:end], end
    return nodes


def _at_line_start(before: str) -> bool:
    return not before or before.endswith("\n")


def _behind_indentation(before: str) -> bool:
    return not before or before.rstrip(" ").endswith("\n")


def _inside(context: RuleContext, **more: Any) -> RuleContext:
    return replace(context, in_item=False, loose=False, depth=context.depth + 1, **more)


def _styled(kind: str, inner: str, before: str, context: RuleContext, **more: Any) -> Node:
    return {"t": kind, **more, "c": _walk(inner, _inside(context), before)}


_HEADING = re.compile(
    rf" *(#{{1,3}})[{SPACE}]+((?!#)[^\n]+?)#*[{SPACE}]*(?:\n|\Z)"
)  # white space may be a line break: a lone # takes the next line
_SUBTEXT = re.compile(r"-# +((?!-#)[^\n]+?) *(?:\n|\Z)")
_QUOTE = re.compile(r" *>>> +([\s\S]*)|((?: *>(?!>>) +[^\n]*(?:\n|\Z))+)")
_PARAGRAPH = re.compile(r"((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n")


def _heading(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    if context.lists or not _at_line_start(before):
        return None
    if not (found := _HEADING.match(text, at)):
        return None
    words = found[2].strip()
    return found.end(), [_styled("heading", words, before, context, level=len(found[1]))]


def _subtext(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    if not _at_line_start(before) or not (found := _SUBTEXT.match(text, at)):
        return None
    return found.end(), [_styled("subtext", found[1].strip(), before, context)]


def _quote(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    if context.in_quote or not _behind_indentation(before):
        return None
    if not (found := _QUOTE.match(text, at)):
        return None
    inner = found[1] if found[1] is not None else re.sub(r"(?m)^ *> ?", "", found[2])
    inside = replace(context, in_quote=True)
    return found.end(), [_styled("quote", inner, before, inside)]


_LIST = re.compile(rf"( *)({MARKER}) [\s\S]+?(?:\n(?! )(?!\1{MARKER} )|\Z)", re.ASCII)
_PREFIX = re.compile(rf"( *){MARKER} +", re.ASCII)


def _list(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    if context.lists >= DEEPEST_LIST or not _behind_indentation(before):
        return None
    if not (found := _LIST.match(text, at)):
        return None
    prefix = _PREFIX.match(found[0])
    assert prefix
    indent = rf" {{{len(prefix[1])},{len(prefix[1]) + 1}}}"
    items = re.findall(
        rf"{indent}{MARKER} +[^\n]*(?:\n(?!{indent}{MARKER} )[^\n]*)*(?:\n|\Z)", found[0], re.ASCII
    )
    contents = [
        re.sub(rf"(?m)^ {{1,{len(prefix[0])}}}", "", _PREFIX.sub("", item, count=1))
        for item in items
    ]
    ordered = len(found[2]) > 1
    node: Node = {"t": "list", "ordered": ordered}
    if ordered:
        node["start"] = min(max(int(found[2][:-1]), 1), HIGHEST_NUMBER)
    node["items"] = _items(contents, before, context)
    return found.end(), [node]


def _items(contents: list[str], before: str, context: RuleContext) -> list[list[Node]]:
    items: list[list[Node]] = []
    loose = False
    for number, content in enumerate(contents, 1):
        # The last item is as loose as the one before it.
        loose = context.reading.loose_items and (
            "\n\n" in content or (loose and number == len(contents))
        )
        inner = re.sub(r" *\n\Z", "", content) + ("\n\n" if loose else "")
        inside = replace(context, lists=context.lists + 1, loose=loose, in_item=not loose)
        items.append(_walk(inner, inside, before))
    return items


def _paragraph(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    if not (found := _PARAGRAPH.match(text, at)):
        return None
    return found.end(), [*_walk(found[1], _inside(context), before), text_node("\n\n")]


def _masked(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    if not (found := masked(text, at, contacts=context.reading.contacts)):
        return None
    end, words, href = found
    probed = _walk(words, _inside(context, probing=True), "")
    if href is None or _forbidden(probed):
        return end, [text_node(text[at:end])]
    inner = _walk(without_odd_spaces(words), _inside(context, in_link=True), "")
    return end, [{"t": "link", "href": href, "c": inner}]


def _forbidden(nodes: list[Node]) -> bool:
    """Whether what a masked link's text holds keeps it from being one."""
    return any(
        node["t"] in {"link", "mention", "codeblock"}
        or (node["t"] == "text" and has_emoji(node["v"]))
        or _forbidden(node.get("c", []))
        or any(_forbidden(item) for item in node.get("items", []))
        for node in nodes
    )


_EMPHASIS = {
    "em": re.compile(
        rf"_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)|\*(?![{SPACE}])"
        rf"((?:\*\*|\\[\s\S]|[{SPACE}]+(?:\\[\s\S]|[^{SPACE}*\\]|\*\*)|[^{SPACE}*\\])+?)"
        r" {0,2}\*(?!\*)",
        re.ASCII,
    ),
    "strong": re.compile(r"\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)"),
    "underline": re.compile(r"__((?:\\[\s\S]|[^\\])+?)__(?!_)"),
    "strike": re.compile(r"~~([\s\S]+?)~~(?!_)"),
}  # of those that fit the longest, and of equal ones the first


def _emphasis(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    found = {kind: match for kind, rule in _EMPHASIS.items() if (match := rule.match(text, at))}
    if not found:
        return None
    kind = max(found, key=lambda each: found[each].end())
    inner = next(group for group in found[kind].groups() if group is not None)
    return found[kind].end(), [_styled(kind, inner, before, context)]


_SPOILER = re.compile(r"\|\|([\s\S]+?)\|\|")


def _spoiler(text: str, at: int, before: str, context: RuleContext) -> Match | None:
    if not (found := _SPOILER.match(text, at)):
        return None
    return found.end(), [_styled("spoiler", found[1], before, context)]


def _by_first_character(*rules: tuple[Rule, str]) -> dict[str, tuple[Rule, ...]]:
    characters = sorted({character for _, firsts in rules for character in firsts})
    return {each: tuple(rule for rule, firsts in rules if each in firsts) for each in characters}


_BLOCKS = (_heading, _subtext, code_block, _quote, _list)
# In the order in which they are tried, each with what it may begin with.
_RULES = _by_first_character(
    (_heading, " #"),
    (_subtext, "-"),
    (code_block, "`"),
    (_quote, " >"),
    (_list, " *-0123456789"),
    (escape, "\\"),
    (shrug, "¯"),
    (address, "<h"),
    (_masked, "["),
    (_emphasis, "*_~"),
    (code, "`"),
    (line_break, " "),
    (_spoiler, "|"),
    (mention, "<@"),
)
_IN_LINK = _by_first_character((_emphasis, "*_~"), (code, "`"), (_spoiler, "|"), (mention, "<"))
