"""The bot's own words in and around a reply, as they are shown."""

from __future__ import annotations

from bridge_bot.core.errors import AnswerError, BridgeError
from bridge_bot.core.model import AnswerHeader
from bridge_bot.texts import text


def quiet(text_key: str) -> str:
    """A line of the bot's own that is not a part of an answer: Markdown's subtext in Discord."""
    return "-# " + text(text_key)


def preface(header: AnswerHeader) -> str:
    """What stands above an answer and is none of it; empty for most."""
    lost = text("context-lost") if header.context_lost else ""
    return "\n".join(words for words in (lost, header.system_message.strip()) if words)


def notice(error: BridgeError) -> str:
    """What the reader is told of a failure, with the request's id where there is one."""
    words = text(error.text_key, **error.text_args())
    if isinstance(error, AnswerError) and error.request_id:
        words += " " + text("request-id", request_id=error.request_id)
    return text("ending-notice", notice=words)
