"""In which language the answers of a conversation come."""

from __future__ import annotations

from bridge_bot.core.errors import BridgeError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import ConversationKey
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import ConversationStore
from bridge_bot.core.replies.notices import notice
from bridge_bot.texts import Texts


def refusal_of_language(code: str) -> Refusal | None:
    """Why answers can't come in a language, or None if they can."""
    return None if code in LANGUAGES else Refusal("language-unknown", {"code": code[:20]})


async def choose_language(
    conversation: ConversationKey,
    code: str,
    texts: Texts,
    *,
    store: ConversationStore,
    observe: Observe,
) -> str:
    """Set a conversation's language, and return the text that tells the member so, or that the
    store has failed. `code` is one of `LANGUAGES`.
    """
    try:
        await store.set_language(conversation, code)
    except BridgeError as error:
        observe(OperationFailed(Operation.CHOOSE_LANGUAGE, error))
        return notice(error, texts)
    if code == "auto":
        return texts.get("language-chosen-auto")
    return texts.get("language-chosen", language=LANGUAGES[code].label)
