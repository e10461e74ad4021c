"""A new conversation in the same place."""

from __future__ import annotations

from bridge_bot.core.errors import BridgeError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import ConversationKey
from bridge_bot.core.ports import ConversationStore
from bridge_bot.core.replies.notices import notice
from bridge_bot.texts import Texts


async def begin_anew(
    conversation: ConversationKey,
    after_id: int,
    texts: Texts,
    *,
    store: ConversationStore,
    observe: Observe,
) -> str:
    """Have the next question begin a new conversation, and return the text that tells the member
    so, or that the store has failed. `after_id` is the id of the command that they used.
    """
    try:
        await store.begin_anew(conversation, after_id)
    except BridgeError as error:
        observe(OperationFailed(Operation.BEGIN_ANEW, error))
        return notice(error, texts)
    return texts.get("new-begun")
