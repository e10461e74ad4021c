"""Reads `CHAT_BOTS`: further chatbots by their names, such as `billing=uid-1,games=uid-2`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bridge_bot.settings.readers import path_segment

MOST = 24
"""A select of Discord has 25 options (its documentation), and one is the chatbot of
`CHAT_BOT_UID`."""

# Letters and digits of any script, and what is no Markdown between them. Members read the names.
_NAME = re.compile(r"[^\W_](?:[^\W_]|[ .-](?=[^\W_])){0,31}")


def chat_bots(text: str) -> Mapping[str, str]:
    """The uid of each chatbot by its name. Empty: there are none but that of `CHAT_BOT_UID`."""
    found: dict[str, str] = {}
    for entry in text.split(",") if text else ():
        name, separator, uid = (part.strip() for part in entry.partition("="))
        if not separator or not uid:
            raise ValueError("has something that is not name=uid; use name=uid,name=uid")
        if not _NAME.fullmatch(name):
            raise ValueError(
                "has a name that is not short and plain; use at most 32 letters and digits, with"
                " single spaces, dots or dashes between them"
            )
        if name.casefold() in map(str.casefold, found):
            raise ValueError("has a name twice; upper and lower case count as the same")
        found[name] = path_segment(uid)
    if len(found) > MOST:
        raise ValueError(f"has more than {MOST} chatbots, which is as many as can be chosen from")
    return MappingProxyType(found)
