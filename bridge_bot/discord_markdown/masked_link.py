"""A masked link whose text comes from outside, such as the title of a document.

Discord shows a masked link as it is written if its text holds an address, an emoji, a mention or a
bracket without a partner, and knows no escapes in it.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from bridge_bot.discord_markdown.render.links import EMOJIS, INVISIBLE, SHOWN_ADDRESS, encoded
from bridge_bot.discord_markdown.shown_address import names_another_host

_HOST_OF_INVITE = re.compile(r"(discord\.gg|discord(?:app)?\.com/invite)/", re.IGNORECASE)
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_EMOJI_NAME = re.compile(r":(\w{2,}):")
_EVERYBODY = re.compile("@(?=everyone|here)")
_STYLE = re.compile(r"\*.+\*|_.+_|~~.+~~|\|\|.+\|\||`")
_BLOCK = re.compile(r"[-*#>]|\d+\.\s")
_LOOK_ALIKE = str.maketrans({"[": "(", "]": ")", "<": "‹", ">": "›", "\\": "/"})


def masked_link(text: str, address: str, most_chars: int, *, label: str = "") -> str:
    """Return a masked link without a preview, with a text of at most so many characters.

    `label` stands before the text as it is, such as `[1] `. Where nothing of the text can be shown,
    it is the address's host; and behind a text that names another host stands this one too.
    """
    host = _safe(urlsplit(address).netloc)[:most_chars]
    shown = _safe(text)[:most_chars].strip() or host
    if names_another_host(shown, address):
        shown = f"{shown[: max(most_chars - len(host) - 3, 0)]} ({host})".strip()
    if _STYLE.search(shown) or (not label and _BLOCK.match(shown)):
        shown = f"`{shown.replace('`', chr(39))}`"
    return f"[{label}{shown}](<{encoded(address)}>)"


def _safe(text: str) -> str:
    text = EMOJIS.sub(" ", INVISIBLE.sub("", text))
    if SHOWN_ADDRESS.search(unicodedata.normalize("NFKC", text)):
        text = unicodedata.normalize("NFKC", text)
        while SHOWN_ADDRESS.search(text):
            text = _HOST_OF_INVITE.sub(r"\1 ", _SCHEME.sub("", text))
    text = _EVERYBODY.sub("＠", text.translate(_LOOK_ALIKE))
    return " ".join(_EMOJI_NAME.sub("꞉\\1꞉", text).split())
