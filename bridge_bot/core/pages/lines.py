"""The lines of a stretch of source, and where a parsed text stands in them."""

from __future__ import annotations

from markdown_it.token import Token


def lines_of(token: Token) -> tuple[int, int]:
    """A block's first line and the one after its last."""
    first, last = token.map or (0, 0)
    return first, last


class Lines:
    """`starts` has where each line begins, and one entry more: where the next would."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.texts = source.split("\n")
        self.starts = [0]
        for text in self.texts:
            self.starts.append(self.starts[-1] + len(text) + 1)

    def end(self, line: int) -> int:
        """Where a line ends, before its line break."""
        return self.starts[line] + len(self.texts[line])

    def span(self, token: Token) -> tuple[int, int]:
        """Where a block begins and ends, without the last line's break and trailing blanks."""
        first, last = lines_of(token)
        last = min(last, len(self.texts))
        while last - 1 > first and not self.texts[last - 1].strip():
            last -= 1
        return self.starts[first], self.end(max(first, last - 1))

    def blank_before(self, start: int) -> bool:
        """Whether the line above the one that begins there is empty."""
        return self.source[:start].endswith("\n\n")

    def content_spans(self, content: str, first_line: int) -> list[tuple[int, int, int]]:
        """Where each line of a block's content stands: its position in the content, that in
        the source, and its length. Markers and indentation before it are the containers'.
        """
        spans, position, after = [], 0, 0
        for number, text in enumerate(content.split("\n"), first_line):
            body = text.lstrip(" \t")
            line = self.texts[min(number, len(self.texts) - 1)]
            at = line.rfind(body, after if number == first_line else 0)
            start = self.starts[number] + max(0, at)
            spans.append((position + len(text) - len(body), start, len(body)))
            position += len(text) + 1
        return spans
