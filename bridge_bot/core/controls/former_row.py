"""Takes the buttons off the reply before the newest one of a conversation, but for *Sources*."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.errors import PlatformError
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, Control, Question
from bridge_bot.core.ports import ReplyMessage
from bridge_bot.core.replies.control_row import Buttons, ControlRow
from bridge_bot.core.turns.dependencies import AnswerOptions, Dependencies


@dataclass(frozen=True, slots=True)
class FormerRow:
    """The buttons under the reply to the question before this one.

    They go last, once the newer answer is over, and stay where that could hold up another one: a
    press there is told that only the newest answer can be asked for again. Sources that are kept
    can still be shown.
    """

    question: Question
    dependencies: Dependencies
    options: AnswerOptions

    async def reduce(self) -> bool:
        """Remove those that are of no use any more. Returns True: it is tried once. Raises
        `StoreError`.
        """
        former = await self.dependencies.store.turns.former_reply(self.question)
        if former is None:
            return True
        channel = ChannelDestination(former.channel_id, guild_id=self.question.guild_id)
        buttons = await self._buttons(former)
        try:
            await self.dependencies.platform.set_buttons(channel, former.message_id, buttons)
        except PlatformError as error:
            failure = OperationFailed(Operation.REMOVE_BUTTONS, error, self.question.origin)
            self.dependencies.observe(failure)
        return True

    async def _buttons(self, former: ReplyMessage) -> Buttons:
        question, parts = self.question, self.dependencies
        place = await parts.guild_settings.place(question.guild_id, question.place_id)
        shows_sources = place.show_controls and place.show_sources and self.options.show_sources
        if not (shows_sources and await parts.store.sources.has(former.turn_id)):
            return ()
        texts = parts.texts_of(former.locale or question.locale)
        return ControlRow(former.turn_id, texts, frozenset({Control.SOURCES})).complete
