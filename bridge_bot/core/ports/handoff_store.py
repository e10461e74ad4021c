"""What the core needs of a store for calls for help, and for where the bot keeps quiet."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from bridge_bot.core.model import ConversationKey, HelpCall, QuietTime


class CallAgain(NamedTuple):
    """When people can be called again: to the same conversation, or on the same server. In seconds
    since the Unix epoch.
    """

    at_s: int
    is_same: bool


class LatestQuietTimes(NamedTuple):
    """The quiet times that were changed, as they are now, and up to when that was looked up: in
    seconds since the Unix epoch, by the clock of the store.
    """

    quiet_times: tuple[QuietTime, ...]
    until_s: int


class HandoffStore(Protocol):
    """The calls for help, and where the bot keeps quiet. Every method may raise `StoreError`."""

    async def call(self, call: HelpCall, *, every_s: int, an_hour: int) -> CallAgain | None:
        """Count a call, and keep quiet in its conversation until it is resumed.

        Nothing changes where the last call to that conversation was less than `every_s` seconds
        ago, or where its server had `an_hour` calls within the last hour: then it is returned from
        when on it can be called again. Of several processes that call at once, none exceeds that.
        """

    async def take_back(self, call: HelpCall, former: QuietTime) -> QuietTime:
        """Count a call no more, and do not keep quiet because of it: `former` is the quiet time of
        its conversation again, unless that has been resumed since. Returns the one that is now.
        """

    async def keep_quiet(self, quiet: QuietTime, guild_id: int) -> QuietTime:
        """Keep quiet in a conversation, no less long than was stored before. Returns from when on
        and until when that is now.
        """

    async def resume(self, quiet: QuietTime, at_s: int) -> QuietTime:
        """End the quiet time of a conversation. Returns it as it was then."""

    async def asker_of(self, conversation: ConversationKey) -> int | None:
        """The member who asked the first question of a conversation; None: there is none."""

    async def changed_since(self, since_s: int, *, ends_after_s: int) -> LatestQuietTimes:
        """The quiet times that were changed since then, by the clock of the store, without those
        that ended by `ends_after_s`.
        """

    async def forget_before(self, ended_s: int) -> None:
        """Remove the quiet times that ended by then."""
