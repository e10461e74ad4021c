"""What Discord shows of an answer otherwise than the answer means it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from urllib.parse import unquote

from tests.discord_markdown.harness.meaning.alignment import align
from tests.discord_markdown.harness.meaning.alternatives import Expected
from tests.discord_markdown.harness.meaning.expected import expected
from tests.discord_markdown.harness.reader.content import Content, Span, compact, seen
from tests.discord_markdown.harness.reader.rules import READINGS, USUAL, Reading

MOST_DRAWN = 190
"""Of a message with more drawn things clients leave out the rest or show all of it raw."""


def faults(source: str, pages: Sequence[str], readings: Sequence[Reading] = READINGS) -> list[str]:
    """Each fault as its kind, a colon and where it is; none if every reading is right."""
    means = expected(source)
    usual = seen(pages, USUAL)
    found: dict[str, None] = {}
    for reading in readings:
        shown = usual if reading == USUAL else seen(pages, reading)
        found.update(dict.fromkeys(_Judge(means, shown).faults()))
        if compact(shown.words) == compact(usual.words) and len(shown.words.split()) < len(
            usual.words.split()
        ):
            found["words run together: by a reading that drops line breaks"] = None
    return list(found)


class _Judge:
    def __init__(self, means: Expected, shown: Content) -> None:
        self._means, self._shown = means, shown
        self._content = means.content
        aligned = align(means, shown)
        self._seen_at = aligned.seen_at
        self._faults = aligned.faults
        self._reopened = aligned.reopened
        self._literal_at = [
            -1 if character in means.alternatives else at
            for character, at in zip(self._content.text, self._seen_at, strict=True)
        ]
        # The places in the text that are known on both sides, and may not be shown in any form.
        anyhow = self._content.has("free")
        self._pairs = [
            (ours, theirs)
            for ours, theirs in enumerate(self._literal_at)
            if theirs >= 0 and not anyhow[ours]
        ]

    def faults(self) -> list[str]:
        self._drawn()
        self._code()
        self._blocks()
        self._styles()
        self._quotes_and_headings()
        self._links()
        self._items()
        return self._faults

    def _fault(self, kind: str, text: str) -> None:
        self._faults.append(f"{kind}: {text[:60]!r}")

    def _compare(
        self, kind: str, wanted: Sequence[bool], has: Sequence[bool], lost: str, added: str
    ) -> None:
        """Whether what is meant so is seen so, and nothing else; one fault for each passage."""
        text = self._content.text

        def judged(pair: tuple[int, int]) -> tuple[bool, bool]:
            return wanted[pair[0]], has[pair[1]]

        for (should, does), pairs in groupby(self._pairs, judged):
            passage = "".join(text[ours] for ours, _ in pairs)
            if should and not does and lost:
                self._fault(f"{kind} {lost}", passage)
            elif does and not should and added:
                self._fault(f"{kind} {added}", passage)

    def _drawn(self) -> None:
        for number, count in enumerate(self._shown.drawn):
            if count > MOST_DRAWN:
                self._fault("too much drawn", f"{count} things on page {number}")

    def _code(self) -> None:
        wanted, has = (side.has("code", "codeblock") for side in (self._content, self._shown))
        self._compare("code", wanted, has, "lost", "")
        self._compare("prose", wanted, has, "", "as code")
        codes = "\0".join(compact(span.value) for span in self._shown.of("code", "codeblock"))
        for alternatives in self._means.alternatives.values():
            for code in alternatives.code:
                if compact(code) not in codes:
                    self._fault("code lost", code)

    def _blocks(self) -> None:
        shown = self._shown.of("codeblock")
        for block in self._content.of("codeblock"):
            places = [at for at in self._seen_at[block.start : block.end] if at >= 0]
            if not places:
                continue
            parts = [span for span in shown if span.start <= places[-1] and span.end > places[0]]
            there = "\n".join(span.value for span in parts)
            if parts and _lines(there) != _lines(block.value):
                self._fault("code changed", block.value)

    def _styles(self) -> None:
        heading, code = self._content.has("heading"), self._content.has("codeblock")
        for kind in ("strong", "em", "strike", "underline"):
            wanted, has = self._content.has(kind), self._shown.has(kind)
            may = [each or block for each, block in zip(heading, code, strict=True)]
            either = [each or other for each, other in zip(wanted, may, strict=True)]
            self._compare("style", either, has, "", f"not meant ({kind})")
            only = [each and not other for each, other in zip(wanted, may, strict=True)]
            self._compare("style", only, has, f"lost ({kind})", "")
        hidden = self._shown.of("spoiler")
        for span in hidden:
            self._fault("hidden that was not hidden", span.value)

    def _quotes_and_headings(self) -> None:
        wanted, has = self._content.has("quote"), self._shown.has("quote")
        self._compare("quote", wanted, has, "lost", "not meant")
        wanted, has = self._content.has("heading"), self._shown.has("heading")
        self._compare("heading", wanted, has, "", "not meant")
        self._compare("heading", wanted, self._shown.has("heading", "strong"), "lost", "")

    def _links(self) -> None:
        links = [_href(span.value) for span in self._shown.of("link")]
        waiting = list(links)
        for span in self._content.of("link"):
            if _href(span.value) in waiting:
                waiting.remove(_href(span.value))
            elif not (longer := [each for each in waiting if _only_longer(each, span.value)]):
                self._fault("link lost", span.value)
            else:
                waiting.remove(longer[0])
        may = {_href(each) for each in self._means.links_may}
        may |= {_href(span.value) for span in self._content.of("link")}
        for link in waiting:
            if link not in may:
                self._fault("link not meant", link)

    def _items(self) -> None:
        items = (item for item in self._shown.of("item") if item.start not in self._reopened)
        shown = dict.fromkeys(sorted(items, key=_place))
        begun = {0}  # pages on which an outermost item has come: before it, depth can't be shown
        for item in sorted(self._content.of("item"), key=_place):
            first = [at for at in self._seen_at[item.start : item.end] if at >= 0][:1]
            if not first:
                continue
            before = max(self._literal_at[: item.start], default=-1)
            here = [each for each in shown if before < each.start <= first[0]]
            same = next((each for each in here if each.value == item.value), None)
            match = same or (here[0] if here else None)
            if match is None:
                self._fault("list item lost", f"{item.value} {_words(self._content, item)}")
                continue
            del shown[match]
            begun |= {match.page} if item.depth == 1 else set()
            self._item(item, match, goes_on=match.page not in begun)
        known = {theirs for _, theirs in self._pairs}
        for span in shown:
            if span.start in known and not self._is_same_line(span):
                self._fault("list item not meant", f"{span.value} {_words(self._shown, span)}")

    def _item(self, item: Span, match: Span, *, goes_on: bool) -> None:
        words = f"{item.value} {_words(self._content, item)}"
        if match.value != item.value:
            self._fault("list numbers", f"{match.value} for {words}")
        elif match.depth != item.depth and not (goes_on and match.depth < item.depth):
            self._fault("list depth", f"{match.depth} for {item.depth}: {words}")

    def _is_same_line(self, span: Span) -> bool:
        """Whether a line of prose that begins so, such as "2. And", is shown as that item."""
        before = self._content.text[: self._seen_at.index(span.start)]
        marker = re.search(r"(?:\d+\.|[-*])\Z", before)
        return marker is not None and marker[0].replace("*", "-") == span.value


def _words(content: Content, span: Span) -> str:
    return content.text[span.start : span.end][:40]


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.depth


def _lines(code: str) -> list[str]:
    plain = code.replace("\t", "    ")
    kept = (
        "".join(each for each in line if each == " " or compact(each)) for line in plain.split("\n")
    )
    return [line.rstrip() for line in kept if line.strip()]


def _href(address: str) -> str:
    return unquote(address).rstrip("/")


def _only_longer(seen_address: str, address: str) -> bool:
    """Whether letters that are none of ASCII follow in the address: they may belong to it."""
    start = _href(address)
    rest = seen_address[len(start) :]
    return seen_address.startswith(start) and bool(rest) and rest[0].isalpha()
