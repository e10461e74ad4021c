"""Which words of a question say what it is about, and which words mean about the same."""

from __future__ import annotations

import re
import unicodedata

_MAX_WORDS = 40
# \w lacks the marks that Arabic, Indic and Thai words have inside.
_WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e30-\u0e4e]+")
# Thai, Lao, Burmese, Khmer; kana, Hangul (whose words end in particles); Han.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\uac00-\ud7af"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
_UNSPACED_CHARACTER = re.compile(f"([{_UNSPACED}])")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


COURTESY = _words(
    "hi hello hey hallo hola bonjour salut ciao moin servus help hilfe tour start test olá привет"
    " привіт 你好 您好 こんにちは 안녕하세요 مرحبا नमस्ते you thanks thank"
)
"""Words of a greeting, or of a question about the one who answers."""
_STOP_WORDS = COURTESY | _words(
    "a about am an and any are as at be been but by can could d did do does doing don for from get"
    " got had has have having he how i if in into is it its just like ll m may me might must my no"
    " not of on one or our out over please re s shall she should so some t than that the their"
    " them then there these they this those to under until up us ve was we were what when where"
    " whether which while who whom whose why will with would yes yet your able ask asked explain"
    " give happen happened happening happens know let list look many mean much need possible say"
    " show tell thing things use used uses using want wonder work works again also another"
    " anything continue else further go keep more next ok okay other others rest something mehr"
    " weiter noch más mas plus encore suite ancora altro mais ещё дальше 更多 继续 もっと 더"
)
_SYNONYM_GROUPS = """
answer respond response / attachment file image upload / author license made wrote
backup copy restore / broken error fail problem trouble troubleshooting wrong
characters length long page / change choose chosen switch
configuration configure settings variable / connect invite join / container docker image
contribute develop developing test / cost expensive money paid pay price spend / crash restart
credential key password secret token / data gdpr personal privacy
database db postgres postgresql sqlite / delete erase forget remove
deploy host production systemd / direct-message direct-messages dm dms private-message
fast latency quick slow speed / group guild server / health metrics monitor monitoring
install installation pip set-up setup / keep retain save store / language speak translate
launch run start / limit maximum / member people person user / allow permission restrict right
quit shutdown sigterm stop / migrate update upgrade / release version
"""
SYNONYMS = [_words(group) for line in _SYNONYM_GROUPS.splitlines() for group in line.split("/")]
"""Words that mean about the same to somebody who asks about software."""


def words_in(text: str) -> list[str]:
    """Every word of a text once, in order, in lower case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return list(dict.fromkeys(_WORD.findall(folded)))[:_MAX_WORDS]


def keywords(text: str) -> list[str]:
    """The words that tell what a text is about.

    Of scripts without spaces each pair of neighbours is a word: "重置密码" gives "重 置", "置 密"
    and "密 码", which are phrases where the document's `characters_apart` are indexed.
    """
    found: dict[str, None] = {}
    for word in words_in(text):
        if word not in _STOP_WORDS:
            for run in _UNSPACED_RUN.findall(word):
                pairs = (run[at : at + 2] for at in range(max(1, len(run) - 1)))
                found |= dict.fromkeys(" ".join(pair) for pair in pairs)
            found |= dict.fromkeys(_UNSPACED_RUN.sub(" ", word).split())
    return list(found)[:_MAX_WORDS]


def characters_apart(text: str) -> str:
    """The text with a space around each character of a script without spaces."""
    return _UNSPACED_CHARACTER.sub(r" \1 ", text)
