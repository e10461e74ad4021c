"""Hands conversations over to people, and back to the bot.

The rules are the policy's (`core.policy.handoff_rules`). No request to the Chat API comes of it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

from bridge_bot.core.errors import BridgeError, PlatformError, StoreError
from bridge_bot.core.events import HelpRoleUnreachable, Operation, OperationFailed
from bridge_bot.core.guild_settings.values import PlaceSettings
from bridge_bot.core.handoffs.quiet_times import QuietTimes
from bridge_bot.core.model import (
    UNTIL_RESUMED_S,
    ConversationKey,
    HelpCall,
    Member,
    OutgoingMessage,
    QuietTime,
)
from bridge_bot.core.policy.handoff_rules import (
    CALL_EVERY_S,
    CALLS_AN_HOUR,
    begins_quiet,
    is_helper,
    keeps_quiet,
    may_resume,
    quiets_after_helper,
    refusal_of_call,
)
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import Priority
from bridge_bot.core.replies.messages import retry_while_busy
from bridge_bot.core.turns.dependencies import Dependencies

POST_ATTEMPTS = 6
"""Attempts at posting a call. Few: whoever calls waits for what becomes of it."""

_LONGER_S = 60  # a quiet time is not made longer by less than this: not to write for each message

FindRoleIds = Callable[[], Awaitable[frozenset[int]]]


@dataclass(frozen=True, slots=True)
class WrittenMessage:
    """A member's message in a conversation, which is held in that channel or thread.

    One that `turns_to_bot` mentions the bot, or replies to a message of the bot's. Only one that
    `may_be_help` tells that its author helps there. `find_role_ids` finds the author's roles where
    they are not known, and may raise.
    """

    conversation: ConversationKey
    guild_id: int
    channel_id: int
    author: Member
    at_s: float
    turns_to_bot: bool = False
    may_be_help: bool = True
    find_role_ids: FindRoleIds | None = None


class Handoffs:
    """Calls people to conversations, and tells where the bot leaves it to them."""

    def __init__(self, dependencies: Dependencies, quiet_times: QuietTimes) -> None:
        self._store = dependencies.store.handoffs
        self._quiet_times = quiet_times
        self._platform = dependencies.platform
        self._observe = dependencies.observe
        self._texts_of = dependencies.texts_of
        self._unreachable: set[tuple[int, int, str]] = set()  # roles, as they were observed

    async def call(
        self, call: HelpCall, settings: PlaceSettings, problem: str = ""
    ) -> Refusal | None:
        """Ping the role of the place, and keep quiet in the conversation from then on. Returns why
        nobody was called. Raises `StoreError`.

        `problem` says what keeps the bot from pinging that role; it is observed once.
        """
        role_id = settings.help_role_id or 0
        if problem:
            self._observe_unreachable(call.guild_id, role_id, problem)
        if (refusal := refusal_of_call(settings, problem)) is not None:
            return refusal
        former = await self._quiet_times.of(call.conversation)
        try:
            again = await self._store.call(call, every_s=CALL_EVERY_S, an_hour=CALLS_AN_HOUR)
            if again is None:
                return await self._post(call, role_id, former)
        except StoreError:
            raise
        except BaseException:  # such as a cancellation at the end: perhaps nobody was called
            await self._take_back(call, former)
            raise
        until = {"until": str(again.at_s)}  # a text: a number would get commas
        return Refusal("handoff-called-lately" if again.is_same else "handoff-too-many", until)

    async def resume(
        self,
        channel_id: int,
        member: Member,
        settings: PlaceSettings,
        at_s: float,
        *,
        manages: bool,
    ) -> Refusal | None:
        """Answer again in the conversations of a channel or thread, as far as this member may let
        the bot; `manages` says that they may manage messages or threads there. Returns why nothing
        has changed. Raises `StoreError`.
        """
        quiet_times = await self._quiet_times.in_channel(channel_id, at_s)
        is_resumed = False
        for quiet in quiet_times:
            asker_id = await self._store.asker_of(quiet.conversation)
            if may_resume(member, asker_id, settings, may_manage=manages):
                self._quiet_times.note(await self._store.resume(quiet, int(at_s)))
                is_resumed = True
        if is_resumed:
            return None
        return Refusal("resume-not-yours" if quiet_times else "resume-not-quiet")

    async def leaves_to_people(self, message: WrittenMessage, settings: PlaceSettings) -> bool:
        """Whether the bot leaves a message to people. If its author is one of those who help, this
        keeps the bot quiet from now on. Raises `StoreError` where that decides, and what finding
        the author's roles raises.
        """
        try:
            quiet = await self._after(message, settings)
        except StoreError as error:
            if not message.turns_to_bot:
                raise
            self._observe(OperationFailed(Operation.KEEP_QUIET, error))
            return False
        return keeps_quiet(quiet, message.at_s, turns_to_bot=message.turns_to_bot)

    async def _after(self, message: WrittenMessage, settings: PlaceSettings) -> QuietTime | None:
        """The last quiet time of the conversation, once that message is written."""
        quiet = await self._quiet_times.of(message.conversation)
        until_s = int(message.at_s) + settings.quiet_after_helper_min * 60
        is_long = quiet is not None and quiet.includes(message.at_s)
        if quiet is not None and is_long and quiet.until_s > until_s - _LONGER_S:
            return quiet
        author, find_role_ids = message.author, message.find_role_ids
        may_help = find_role_ids is not None or is_helper(author, settings)
        if not (message.may_be_help and may_help and quiets_after_helper(settings)):
            return quiet  # without a look into the store, as for nearly every message
        asker_id = await self._store.asker_of(message.conversation)
        if find_role_ids is not None and asker_id not in (None, author.id):
            author = replace(author, role_ids=await find_role_ids())
        if not begins_quiet(author, asker_id, settings):
            return quiet
        quiet = QuietTime(message.conversation, message.channel_id, int(message.at_s), until_s)
        quiet = await self._store.keep_quiet(quiet, message.guild_id)
        self._quiet_times.note(quiet)
        return quiet

    async def _post(self, call: HelpCall, role_id: int, former: QuietTime | None) -> Refusal | None:
        """Post the call. If that fails it does not count, and the bot does not keep quiet for it:
        the former quiet time of the conversation holds on.
        """
        channel_id, since_s = call.destination.channel_id, int(call.at_s)
        self._quiet_times.note(QuietTime(call.conversation, channel_id, since_s, UNTIL_RESUMED_S))
        text = self._texts_of(call.locale).get("handoff-call", member=f"<@{call.member.id}>")
        write = partial(
            self._platform.write,
            call.destination,
            lambda: OutgoingMessage(text, ping_role=role_id),
            Priority.FIRST_TEXT,
            nonce=f"{call.id}.call",
        )
        try:
            await retry_while_busy(write, attempts=POST_ATTEMPTS)
        except PlatformError as error:
            self._observe(OperationFailed(Operation.CALL_PEOPLE, error))
            await self._take_back(call, former)
            return Refusal("handoff-failed")
        return None

    async def _take_back(self, call: HelpCall, former: QuietTime | None) -> None:
        since_s = int(call.at_s)
        none = QuietTime(call.conversation, call.destination.channel_id, since_s, since_s)
        quiet = former or none
        try:
            quiet = await self._store.take_back(call, quiet)
        except BridgeError as error:
            self._observe(OperationFailed(Operation.CALL_PEOPLE, error))
        self._quiet_times.note(quiet)

    def _observe_unreachable(self, guild_id: int, role_id: int, problem: str) -> None:
        found = (guild_id, role_id, problem)
        if found not in self._unreachable:
            self._unreachable.add(found)
            self._observe(HelpRoleUnreachable(guild_id, role_id, problem))
