"""The bot's own sentences in English, as most tests read them."""

from __future__ import annotations

from bridge_bot.texts import Texts

ENGLISH = Texts.of("en")
text = ENGLISH.get


def notice_text(key: str) -> str:
    """The English text of that key, as a notice below an answer."""
    return text("ending-notice", notice=text(key))
