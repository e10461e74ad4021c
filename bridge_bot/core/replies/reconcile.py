"""What is to be written next, so that the messages of a reply show its draft.

The rules: messages are written in order, each complete before the next one begins. What has not
changed is not sent. The newest state wins: states between may be skipped, but the last one is
always shown. Once it is, messages that the reply does not need are deleted.

All state of that is here, and nothing here waits or sends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bridge_bot.core.errors import LinkRefused, PlatformError, TextRefused
from bridge_bot.core.model import OutgoingMessage
from bridge_bot.core.ports import Priority
from bridge_bot.core.replies.compose import Composition, compose
from bridge_bot.core.replies.draft import Draft, Phase
from bridge_bot.discord_markdown import without_cursor

Shown = Sequence[OutgoingMessage | None]
"""What each message of a reply shows; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Write:
    """Post or edit the message of that number, counted from 0."""

    number: int


@dataclass(frozen=True, slots=True)
class DeleteLast:
    """Delete the last message."""


Step = Write | DeleteLast


def reconcile(
    wanted: Composition, shown: Shown, *, shows_hint: bool = False, refused: Mapping[int, int]
) -> Step | None:
    """The first step from what is shown to what is wanted; None: there is nothing to do now.

    `shows_hint`: the message shows a hint. `refused` has how long a page was, in characters, when
    Discord refused it last.
    """
    for number, message in enumerate(wanted.messages, wanted.start):
        current = shown[number] if number < len(shown) else None
        if current == message:
            continue
        if number >= wanted.final:
            # Other buttons alone are no reason for an edit before the last one.
            if current is not None and replace(current, buttons=message.buttons) == message:
                continue
            # A page that was refused is tried again when it is twice as long, or complete: what is
            # refused mostly goes on to be, and each refusal may alert the server's moderators.
            if len(message.text) < 2 * refused.get(number, 0):
                continue
            # What a message from before a crash shows beyond that is not taken back.
            if current is not None and not shows_hint and _runs_ahead(current, message):
                continue
        return Write(number)
    if wanted.phase is Phase.ENDED and len(shown) > wanted.end:
        return DeleteLast()
    return None


def _runs_ahead(current: OutgoingMessage, message: OutgoingMessage) -> bool:
    return without_cursor(current.text).startswith(without_cursor(message.text))


class Reconciler:
    """Compares a draft with the messages that show it. `shown` is kept up to date by its owner."""

    def __init__(self, draft: Draft, shown: Shown) -> None:
        self._draft = draft
        self._shown = shown
        self._rendered: OutgoingMessage | None = None  # what was rendered last
        self._rendered_phase = Phase.EMPTY  # the draft's, when something was rendered last
        self._hints: set[OutgoingMessage | None] = set()  # those that were rendered
        self._settled = 0  # so many messages, from the first, are shown as they will stay
        self._only_grows = False  # all is shown but for what comes on the last page
        self._refused: dict[int, int] = {}

    @property
    def shows_hint(self) -> bool:
        """Whether the message that there is shows a hint."""
        return bool(self._shown) and self._shown[0] in self._hints

    @property
    def shows_earlier_answer(self) -> bool:
        """Whether messages from before a crash are shown, and nothing of this draft."""
        return bool(self._shown) and self._rendered_phase is Phase.EMPTY

    def next_step(self) -> Step | None:
        """What to do next. If text was added to a page that grows, that page is to be written,
        although the text may show nothing yet: it is laid out once, by `render`.
        """
        if self._only_grows and self._draft.has_news and self._draft.phase is Phase.GROWING:
            return Write(len(self._shown) - 1)
        return self._compare()[1]

    def priority(self, number: int) -> Priority:
        """How urgent it is to write that message."""
        if number >= len(self._shown):
            return Priority.FIRST_TEXT
        phase = self._draft.phase
        if phase is Phase.ENDED or (self.shows_hint and phase is Phase.GROWING):
            return Priority.FINAL
        return Priority.INTERIM

    def render(self, number: int) -> OutgoingMessage | None:
        """What that message is to show now. None: there is nothing to write, since the text that
        was added shows nothing yet, such as half a link.
        """
        wanted, step = self._compare()
        if step != Write(number):
            return None
        is_last = number == wanted.final == wanted.end - 1 and wanted.end >= len(self._shown)
        self._only_grows = is_last and wanted.phase is Phase.GROWING
        self._rendered_phase = wanted.phase
        message = self._rendered = wanted.messages[number - wanted.start]
        if wanted.phase is Phase.HINT:
            self._hints |= {message, None}  # a message of which it is not known may show it, too
        return message

    def can_do_without(self, number: int, error: PlatformError) -> bool:
        """Whether the reply can go on without that message, which Discord refused: with all pages
        instead of a file, without a hint, with links as code, or once more of the page has come.
        """
        self._only_grows = False
        wanted = compose(self._draft, number)
        if not wanted.messages:
            return True
        message = wanted.messages[0]
        if message.file is not None:
            self._draft.lay_out_without_limit()
            self._settled = 0
            return True
        return isinstance(error, TextRefused) and self._has_other_text(wanted, error)

    def _has_other_text(self, refused: Composition, error: TextRefused) -> bool:
        number, message = refused.start, refused.messages[0]
        if refused.phase is Phase.HINT:
            self._draft.set_hint("")
            return True
        if isinstance(error, LinkRefused):
            self._draft.code_links.add(number)
            if compose(self._draft, number).messages[0] != message:
                return True
        if number < refused.final:
            # An earlier state of it may be what was refused: the answer ended meanwhile.
            return message != self._rendered
        self._refused[number] = len(message.text)
        return True

    def _compare(self) -> tuple[Composition, Step | None]:
        wanted = compose(self._draft, self._settled)
        step = reconcile(wanted, self._shown, shows_hint=self.shows_hint, refused=self._refused)
        unshown = step.number if isinstance(step, Write) else wanted.end
        self._settled = min(unshown, wanted.final)
        return wanted, step
