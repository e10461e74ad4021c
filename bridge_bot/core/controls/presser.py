"""Who pressed a control, and which controls they may press."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bridge_bot.core.model import Member


@dataclass(frozen=True, slots=True)
class Presser:
    """Who pressed a control, in which channel, and whether they may manage messages there."""

    member: Member
    channel_id: int
    may_manage_messages: bool = False

    def may_steer(self, asker_ids: Collection[int], channel_id: int) -> bool:
        """Whether they may stop the answer to a question of these members, or ask it again.

        `channel_id` is where the reply stands: a forged press may name a reply of another channel,
        where its member may not manage messages.
        """
        may_manage = self.may_manage_messages and self.channel_id == channel_id
        return may_manage or self.member.id in asker_ids
