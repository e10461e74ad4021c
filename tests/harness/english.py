"""The bot's own sentences in English, as most tests read them."""

from __future__ import annotations

import re
from pathlib import Path

import bridge_bot
from bridge_bot.texts import Texts

KEYS = {
    key
    for source in (Path(bridge_bot.__file__).parent / "texts" / "en").glob("*.ftl")
    for key in re.findall(r"^([a-z][A-Za-z0-9-]*) =", source.read_text("utf-8"), re.MULTILINE)
}
"""The keys of all sentences."""

ENGLISH = Texts.of("en")
text = ENGLISH.get


def notice_text(key: str) -> str:
    """The English text of that key, as a notice below an answer."""
    return text("ending-notice", notice=text(key))
