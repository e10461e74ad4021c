"""Tells a server's channel for feedback of an answer that was voted down: once, by its link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from bridge_bot.core.background_tasks import BackgroundTasks
from bridge_bot.core.errors import PlatformError, StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, Origin, OutgoingMessage
from bridge_bot.core.ports import Platform, Priority, VoteStore
from bridge_bot.core.replies.messages import retry_while_busy

CheckChannel = Callable[[int], PlatformError | None]
"""What keeps the bot from writing in that channel of a server, as far as is known there; None:
nothing. A channel of another server is none.
"""

_BEGINNING = "👎 https://"


def is_feedback_post(text: str) -> bool:
    """Whether a message of the bot's tells of feedback. It stands in a channel, where it must not
    be taken for a part of an answer.
    """
    return text.startswith(_BEGINNING)


@dataclass(frozen=True, slots=True)
class FeedbackPost:
    """That the answer of a turn was voted down, for the channel `channel_id` of a server.

    `link` leads to the answer, whose question came from `origin`.
    """

    turn_id: int
    channel_id: int
    guild_id: int
    link: str
    origin: Origin

    @property
    def message(self) -> OutgoingMessage:
        """What is posted: nothing but the link."""
        return OutgoingMessage(_BEGINNING + self.link.removeprefix("https://"))


class Feedback:
    """Posts what channels for feedback are told, beside everything else.

    It is posted once for each answer, however often that is voted down, also after a restart; what
    is lost on the way is not posted again. What keeps the bot from posting in a channel is observed
    once, until a post has come through there.
    """

    def __init__(self, platform: Platform, votes: VoteStore, observe: Observe) -> None:
        self._platform = platform
        self._votes = votes
        self._observe = observe
        self._failing: set[int] = set()  # channels in which the last post failed
        self._tasks = BackgroundTasks()

    def tell(self, post: FeedbackPost, check: CheckChannel) -> None:
        """Post it as soon as nothing more urgent waits. Returns at once."""
        self._tasks.start(self._tell(post, check), name="telling of feedback")

    async def close(self, grace_s: float) -> None:
        """Give what is being posted so many seconds, then leave it out."""
        await self._tasks.close(grace_s)

    async def _tell(self, post: FeedbackPost, check: CheckChannel) -> None:
        try:
            if (problem := check(post.channel_id)) is not None:
                raise problem
            if not await self._votes.claim_feedback_post(post.turn_id, post.guild_id):
                return
            await retry_while_busy(partial(self._write, post))
        except (PlatformError, StoreError) as error:
            if post.channel_id not in self._failing:
                self._failing.add(post.channel_id)
                self._observe(OperationFailed(Operation.TELL_FEEDBACK, error, post.origin))
        else:
            self._failing.discard(post.channel_id)

    async def _write(self, post: FeedbackPost) -> None:
        await self._platform.write(
            ChannelDestination(post.channel_id, guild_id=post.guild_id),
            lambda: post.message,
            Priority.INTERIM,  # no answer waits for it
            nonce=f"{post.turn_id}.vote",
        )
