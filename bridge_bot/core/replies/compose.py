"""The messages that show a draft. Pure.

Composing lays out the text that was added, which takes time; so it is done once for a write, when
that may be sent, and not for each piece of an answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, assert_never

from bridge_bot.core.model import OutgoingMessage
from bridge_bot.core.replies.draft import Draft, Phase
from bridge_bot.core.replies.links import links_as_code


class Composition(NamedTuple):
    """The messages of a draft, from number `start` on, counted from 0.

    Those below number `final` will not change any more. `phase` is the draft's.
    """

    phase: Phase
    messages: list[OutgoingMessage]
    start: int
    final: int

    @property
    def end(self) -> int:
        """The number of the draft's messages."""
        return self.start + len(self.messages)


def compose(draft: Draft, start: int = 0) -> Composition:
    """The messages of the draft, from number `start` on: a hint, or a page of the answer each, and
    then a file with all of it, if it has too many pages. The last one has the buttons.
    """
    phase = draft.phase
    match phase:
        case Phase.EMPTY:
            return Composition(phase, [], start, 0)
        case Phase.HINT:
            hint = OutgoingMessage(draft.hint, buttons=draft.buttons)
            return Composition(phase, [hint][start:], start, 0)
        case Phase.GROWING | Phase.ENDED:
            messages = [_page(draft, page) for page in range(start, len(draft.pages))]
            final = draft.closed_pages
            if (file := draft.attachment) is not None:
                if start <= len(draft.pages):
                    messages.append(OutgoingMessage(draft.attachment_text, file))
                final += 1
            if messages:
                messages[-1] = replace(messages[-1], buttons=draft.buttons)
            return Composition(phase, messages, start, final)
        case _:
            assert_never(phase)


def _page(draft: Draft, page: int) -> OutgoingMessage:
    text = draft.pages[page]
    if page in draft.code_links:
        text = links_as_code(text, draft.limit_chars)
    return OutgoingMessage(text, keeps_files=draft.keeps_files)
