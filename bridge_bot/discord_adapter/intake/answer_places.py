"""Where answers go, as servers have set it.

A channel can be set so that answers go into private threads, which only who asked and moderators
see. Then no answer goes anywhere else: where there can be no such thread, nothing is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from bridge_bot.core.errors import PrivateThreadRefused
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.guild_settings.values import AnswerPlace, PlaceSettings, Served
from bridge_bot.core.model import Attachment, Question
from bridge_bot.discord_adapter.intake.addressing import is_post
from bridge_bot.discord_adapter.intake.commands.quotation import shown_question
from bridge_bot.discord_adapter.intake.permissions import (
    has_private_threads,
    may_moderate_threads,
    may_open_private_thread,
)
from bridge_bot.discord_adapter.rest.threads.private_threads import PrivateThreads, WantedThread
from bridge_bot.texts import TextsOf

_QUOTED_CHARS = 1500
"""Of the question: with what stands above it, it has to fit into one message."""

ThreadParent = discord.abc.GuildChannel | discord.Thread


@dataclass(frozen=True, slots=True)
class AnswerPlaces:
    """What servers have set for their channels, and the private threads that this may need.

    `sees_content`: the bot has the message content intent.
    """

    guild_settings: KnownGuildSettings
    private_threads: PrivateThreads
    texts_of: TextsOf
    sees_content: bool

    async def settings(self, guild_id: int | None, channel: discord.abc.Snowflake) -> PlaceSettings:
        """What is set for a channel, or for that of a thread. Raises `StoreError` while that is
        not known.
        """
        place_id = parent_id_of(channel) or channel.id
        return await self.guild_settings.place(guild_id, place_id)

    async def open_private_thread(
        self,
        question: Question,
        parent: ThreadParent,
        place: PlaceSettings,
        *,
        files: Sequence[Attachment] = (),
        link: str = "",
        heading: str = "",
        whole: str | None = None,
        may_exist: bool = False,
    ) -> Question:
        """Open the private thread of a question, and return it as if it had been asked there.

        `link` is the address of its message, if it has one; its `files` are named. A `heading`
        stands above its quotation; for `whole` see `shown_question`. Raises what
        `PrivateThreads.open` raises.
        """
        if not has_private_threads(parent):
            raise PrivateThreadRefused("none in that kind of channel", "refused-no-private-threads")
        if not may_open_private_thread(parent):
            why = "refused-private-thread-forbidden"
            raise PrivateThreadRefused("a permission is missing", why)
        shown = shown_question(
            *(question.text, files), heading=heading, most_chars=_QUOTED_CHARS, whole=whole
        )
        wanted = WantedThread(
            parent.id,
            opening=self._opening(question, link),
            quotation=shown.content,
            link=link,
            invitable=not may_moderate_threads(parent),
            archive_after_min=place.archive_after_min,
            file=shown.file,
        )
        return await self.private_threads.open(question, wanted, may_exist=may_exist)

    async def show_edited(
        self, question: Question, *, files: Sequence[Attachment], link: str
    ) -> None:
        """Show another text of a question in the private thread that was opened for its message.
        Raises `PlatformError`.
        """
        shown = shown_question(question.text, files, most_chars=_QUOTED_CHARS).content
        text = f"{self._opening(question, link)}\n{shown}"
        await self.private_threads.show_edited(question, text)

    def _opening(self, question: Question, link: str) -> str:
        texts = self.texts_of(question.locale)
        hint = "" if self.sees_content else f"\n{texts.get('mention-needed')}"
        return texts.get("private-thread", link=link or "none") + hint


def private_thread_parent(
    channel: object, bot_id: int, place: PlaceSettings
) -> ThreadParent | None:
    """The channel in which the private thread of an answer has to be opened; None if the answer
    does not go into a new private thread.

    A question in a public thread gets its private thread in the channel of that thread. But one in
    the bot's own thread, or in a private one, is answered there: who reads there reads the
    conversation already. A forum has no private threads; one whose posts are served is answered in
    its posts.
    """
    if place.answer_place is not AnswerPlace.PRIVATE_THREAD:
        return None
    if isinstance(channel, discord.Thread):
        if channel.is_private() or channel.owner_id == bot_id:
            return None
        if is_post(channel) and place.served is Served.POSTS:
            return None
        return channel.parent or channel
    return channel if isinstance(channel, discord.abc.GuildChannel) else None


def parent_id_of(channel: object) -> int | None:
    """The channel or forum of a thread; None for what is none."""
    return channel.parent_id if isinstance(channel, discord.Thread) else None
