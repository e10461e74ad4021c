"""A uid that could not be stored is known until it is, and never replaces a newer one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Event, Operation, OperationFailed
from bridge_bot.core.model import Conversation, ConversationKey
from bridge_bot.core.turns.late_uids import LateUids
from bridge_bot.core.turns.retry_queue import MOST_OPERATIONS, RetryQueue
from tests.harness.virtual_time import virtual_time

KEY = ConversationKey("7")


@dataclass
class OneConversation:
    """A store of one conversation, which does not work while it `is_away`."""

    uid: str | None = None
    chat_bot: str = ""
    is_away: bool = True
    events: list[Event] = field(default_factory=list)

    async def replace_uid(
        self,
        key: ConversationKey,
        former: str | None,
        conversation_uid: str,
        chat_bot: str = "",
        **_: int,
    ) -> None:
        if self.is_away:
            raise StoreError("its server is away")
        if self.uid == former:
            self.uid, self.chat_bot = conversation_uid, chat_bot

    @property
    def stored(self) -> Conversation:
        return Conversation(KEY, self.uid, chat_bot=self.chat_bot)


def late_uids(store: OneConversation, retry_queue: RetryQueue | None = None) -> LateUids:
    retry_queue = retry_queue or RetryQueue(store.events.append)
    return LateUids(store, retry_queue, store.events.append)  # type: ignore[arg-type]


@virtual_time
async def test_a_late_uid_is_known_at_once_and_stored_once_the_store_works() -> None:
    store = OneConversation()
    late = late_uids(store)
    late.put(store.stored, "uid-1", "docs", 11)
    assert late.applied_to(store.stored) == Conversation(KEY, "uid-1", chat_bot="docs")
    await asyncio.sleep(60)
    assert all(isinstance(event, OperationFailed) for event in store.events)
    store.is_away = False
    await asyncio.sleep(600)
    assert (
        store.stored == late.applied_to(store.stored) == Conversation(KEY, "uid-1", chat_bot="docs")
    )


@virtual_time
async def test_a_late_uid_replaces_none_that_a_later_question_has_got() -> None:
    store = OneConversation()
    late = late_uids(store)
    late.put(store.stored, "uid-1", "", 11)
    store.uid, store.is_away = "uid-2", False
    assert late.applied_to(store.stored).conversation_uid == "uid-2"
    await asyncio.sleep(600)
    assert store.uid == "uid-2"


@virtual_time
async def test_of_two_late_uids_the_last_one_is_stored() -> None:
    store = OneConversation()
    late = late_uids(store)
    for uid in ("uid-1", "uid-2"):
        late.put(store.stored, uid, "", 11)
    assert late.applied_to(store.stored).conversation_uid == "uid-2"
    store.is_away = False
    await asyncio.sleep(600)
    assert store.uid == "uid-2"


@virtual_time
async def test_another_conversation_is_as_it_is_stored() -> None:
    store = OneConversation()
    late = late_uids(store)
    late.put(store.stored, "uid-1", "", 11)
    other = Conversation(ConversationKey("8"))
    assert late.applied_to(other) == other


@virtual_time
async def test_a_conversation_that_has_begun_anew_has_no_late_uid_from_before() -> None:
    store = OneConversation()
    late = late_uids(store)
    late.put(store.stored, "uid-1", "", 11)
    anew = Conversation(KEY, begins_after=12)
    assert late.applied_to(anew) == anew


@virtual_time
async def test_a_late_uid_is_stored_when_the_bot_stops() -> None:
    store = OneConversation()
    retry_queue = RetryQueue(store.events.append)
    late_uids(store, retry_queue).put(store.stored, "uid-1", "", 11)
    await asyncio.sleep(60)
    store.is_away = False
    await retry_queue.close()
    assert store.uid == "uid-1"


@virtual_time
async def test_a_late_uid_that_was_dropped_keeps_no_later_one_from_being_stored() -> None:
    """As where too much is to be tried again already."""
    store, over = OneConversation(), asyncio.Event()

    async def work() -> bool:
        return over.is_set()

    retry_queue = RetryQueue(store.events.append)
    late = late_uids(store, retry_queue)
    for _ in range(MOST_OPERATIONS):
        retry_queue.put(Operation.SHOW_NOTICE, work)
    late.put(store.stored, "uid-1", "", 11)
    assert late.applied_to(store.stored) == store.stored
    over.set()
    await asyncio.sleep(600)
    late.put(store.stored, "uid-2", "", 12)
    store.is_away = False
    await asyncio.sleep(600)
    assert store.uid == "uid-2"
