"""Who pressed a control, and which controls they may press."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bridge_bot.core.model import Member


@dataclass(frozen=True, slots=True)
class Presser:
    """Who pressed a control, in which channel, and whether they may manage messages and threads
    there. One who `owns_thread` has opened the thread or post that it is.
    """

    member: Member
    channel_id: int
    may_manage_messages: bool = False
    may_manage_threads: bool = False
    owns_thread: bool = False

    def may_steer(self, asker_ids: Collection[int], channel_id: int) -> bool:
        """Whether they may stop the answer to a question of these members, or ask it again.

        `channel_id` is where the reply stands: a forged press may name a reply of another channel,
        where its member may not manage messages, or which they may not even see any more.
        """
        may_there = self.may_manage_messages or self.member.id in asker_ids
        return may_there and self.channel_id == channel_id

    def may_resolve(self, asker_ids: Collection[int], channel_id: int) -> bool:
        """Whether they may mark the thread of that id as resolved, where these members asked."""
        may_there = self.may_manage_threads or self.owns_thread or self.member.id in asker_ids
        return may_there and self.channel_id == channel_id
