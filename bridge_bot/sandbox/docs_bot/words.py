"""Which words of a question say what it is about, and which words mean about the same."""

from __future__ import annotations

import re
import unicodedata

_MAX_WORDS = 40
# \w lacks the marks that Arabic, Indic and Thai words have inside.
_WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e30-\u0e4e]+")
# Thai, Lao, Burmese, Khmer; kana, Hangul (whose words end in particles); Han.
_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\uac00-\ud7af"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_UNSPACED_CHARACTER = re.compile(f"({_UNSPACED})(?=({_UNSPACED}?))")

_GREETINGS = """
hi hello hey hallo hola bonjour salut ciao moin servus help hilfe tour start test olá привет привіт
你好 您好 こんにちは 안녕하세요 مرحبا नमस्ते you thanks thank
"""
_COMMON_WORDS = """
a about am an and any are as at be been but by can could d did do does doing don for from get got
had has have having he how i if in into is it its just like ll m may me might must my no not of on
one or our out over please re s shall she should so some t than that the their them then there
these they this those to under until up us ve was we were what when where whether which while who
whom whose why will with would yes yet your able ask asked explain give happen happened happening
happens know let list look many mean much need possible say show tell thing things use used uses
using want wonder work works again also another anything continue else further go keep more next
now ok okay other others rest something mehr weiter noch más mas plus encore suite ancora altro
mais ещё дальше 更多 继续 もっと 더
"""
_SYNONYM_GROUPS = """
answer respond / author license / broken error fail problem trouble wrong / config settings variable
connect invite join / contribut develop / cost expensive money paid pay price spend bill
credential password secret token / data gdpr personal privacy / delet eras forget remov
direct dm private / fast latency quick slow speed / group guild server / health metrics monitor
instal pip setup / keep retain save store / change chose switch / language speak translat
launch run start / limit maximum / member people user / allow permission right
quit shutdown stop / migrat updat upgrad
"""
COURTESY = frozenset(_GREETINGS.split())
"""Words of a greeting, or of a question about the one who answers."""
_STOP_WORDS = COURTESY.union(_COMMON_WORDS.split())
_SYNONYMS = [tuple(group.split()) for group in re.split("[/\n]", _SYNONYM_GROUPS) if group]
"""Beginnings of words that mean about the same to somebody who asks about software."""


def words_in(text: str) -> list[str]:
    """Every word of a text once, in order, in lower case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return list(dict.fromkeys(_WORD.findall(folded)))[:_MAX_WORDS]


def keywords(text: str) -> list[str]:
    """The words that tell what a text is about; see `character_pairs` for those without spaces."""
    kept = " ".join(word for word in words_in(text) if word not in _STOP_WORDS)
    return list(dict.fromkeys(character_pairs(kept).split()))[:_MAX_WORDS]


def synonyms(word: str) -> list[str]:
    """The beginnings of words that mean about the same as a word."""
    groups = [group for group in _SYNONYMS if word.startswith(group)]
    return [stem for group in groups for stem in group if not word.startswith(stem)]


def character_pairs(text: str) -> str:
    """The text with scripts without spaces cut into pairs: "重置密码" gives "重置 置密 密码 码".

    Done to documents and questions alike, it lets whole words be found (重置 and 密码), and single
    characters as the beginning of a pair.
    """
    return _UNSPACED_CHARACTER.sub(r" \1\2 ", text)
