"""In which language the answers of a conversation come."""

from __future__ import annotations

from bridge_bot.core.errors import BridgeError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import ConversationKey
from bridge_bot.core.ports import ConversationStore
from bridge_bot.core.replies.notices import notice
from bridge_bot.texts import Texts


async def choose_language(
    conversation: ConversationKey,
    code: str,
    texts: Texts,
    *,
    store: ConversationStore,
    observe: Observe,
) -> str:
    """Set a conversation's language, and return the text that tells the member so, or why not.

    An unknown code changes nothing.
    """
    if code not in LANGUAGES:
        return texts.get("language-unknown", code=code[:20])
    try:
        await store.set_language(conversation, code)
    except BridgeError as error:
        observe(OperationFailed(Operation.CHOOSE_LANGUAGE, error))
        return notice(error, texts)
    if code == "auto":
        return texts.get("language-chosen-auto")
    return texts.get("language-chosen", language=LANGUAGES[code].label)
