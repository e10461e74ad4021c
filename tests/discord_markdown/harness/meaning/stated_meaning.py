"""Whether pages say what was written by hand that they mean: see `means` in sources.json."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tests.discord_markdown.harness.reader.content import STYLES, Content, compact, seen
from tests.discord_markdown.harness.reader.rules import USUAL, Reading


def differences(pages: Sequence[str], means: dict[str, Any], reading: Reading = USUAL) -> list[str]:
    """What Discord shows otherwise than it is meant, in words; nothing if all is right."""
    content = seen(pages, reading)
    found = []
    for key, wanted in means.items():
        if check := _CHECKS.get(key):
            shown = check(content)
            if shown != wanted:
                found.append(f"{key}: {wanted!r} is meant, {shown!r} is seen")
    return found + _more_than_equal(content, means) + never_seen(content, means.get("never", []))


def never_seen(content: Content, texts: Sequence[str]) -> list[str]:
    """Which of the texts are seen, outside of code."""
    return [f"never: {text!r} is seen" for text in texts if text in content.prose]


def _more_than_equal(content: Content, means: dict[str, Any]) -> list[str]:
    found = []
    text = means.get("text", content.text)
    if content.text not in map(compact, [text] if isinstance(text, str) else text):
        found.append(f"text: {text!r} is meant, {content.words!r} is seen")
    at = 0
    for words in means.get("has", []):
        found_at = content.text.find(compact(words), at)
        if found_at < 0:
            found.append(f"has: {words!r} is not seen in its place")
        at = max(at, found_at + len(compact(words)))
    codes = [span.value for span in content.of("code", "codeblock")]
    found += [
        f"in_code: {words!r} is in no code"
        for words in means.get("in_code", [])
        if not any(words in code for code in codes)
    ]
    if "links" in means:
        may = means.get("links_may", [])
        links = [span.value for span in content.of("link")]
        if [link for link in links if link in means["links"] or link not in may] != means["links"]:
            found.append(f"links: {means['links']!r} are meant, {links!r} are seen")
    return found


_CHECKS: dict[str, Callable[[Content], list[Any]]] = {
    "code": lambda content: [span.value for span in content.of("code")],
    "blocks": lambda content: [span.value for span in content.of("codeblock")],
    "items": lambda content: [
        [span.depth, span.value] for span in sorted(content.of("item"), key=_place)
    ],
    "styles": lambda content: [[span.kind, span.value] for span in content.of(*STYLES)],
    "quotes": lambda content: [span.value for span in content.of("quote")],
}


def _place(span: Any) -> tuple[int, int]:
    return span.start, span.depth
