"""The words of a question: which of them say what it is about, and how they are looked up.

Scripts without spaces between words (and Korean, whose words end in particles) are looked up in
pairs of characters. SQLite's own trigrams can't do that: most words there have two characters.
"""

from __future__ import annotations

import re
import unicodedata

MAX_WORDS = 40
# \w lacks the marks that Arabic, Indic and Thai words have inside.
_WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0900-\u0dff\u0e30-\u0e4e]+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff\uac00-\ud7af"  # kana, Hangul
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"  # Han
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


GREETINGS = _set(
    "hi hello hey hallo hola bonjour salut ciao moin servus help hilfe tour start test olá"
    " привет привіт 你好 您好 こんにちは 안녕하세요 مرحبا नमस्ते"
)
_HOLDING_A_SENTENCE_TOGETHER = _set(
    "a about am an and any are as at be been but by can could d did do does doing don for from get"
    " got had has have having he how i if in into is it its just like ll m may me might must my no"
    " not of on one or our out over please re s shall she should so some t than that the their"
    " them then there these they this those to under until up us ve was we were what when where"
    " whether which while who whom whose why will with would yes yet you your"
)
_ASKING_FOR_SOMETHING = _set(
    "able ask asked explain give happen happened happening happens know let list look many mean"
    " much need possible say show tell thing things use used uses using want wonder work works"
)
_ASKING_FOR_MORE = _set(
    "again also another anything continue else further go keep more next ok okay other others rest"
    " something thank thanks mehr weiter noch más mas plus encore suite ancora altro mais ещё"
    " дальше 更多 继续 もっと 더"
)
ALIKE: tuple[tuple[str, ...], ...] = tuple(
    tuple(word.strip() for word in line.split(","))
    for line in (
        "answer, respond, response",
        "attachment, file, image, upload",
        "author, license, made, wrote",
        "backup, copy, restore",
        "broken, error, fail, problem, trouble, troubleshooting, wrong",
        "characters, length, long, page",
        "change, choose, chosen, switch",
        "configuration, configure, settings, variable",
        "connect, invite, join",
        "container, docker, image",
        "contribute, develop, developing, test",
        "cost, expensive, money, paid, pay, price, spend",
        "crash, restart",
        "credential, key, password, secret, token",
        "data, gdpr, personal, privacy",
        "database, db, postgres, postgresql, sqlite",
        "delete, erase, forget, remove",
        "deploy, host, production, systemd",
        "direct message, direct messages, dm, dms, private message",
        "fast, latency, quick, slow, speed",
        "group, guild, server",
        "health, metrics, monitor, monitoring",
        "install, installation, pip, set up, setup",
        "keep, retain, save, store",
        "language, speak, translate",
        "launch, run, start",
        "limit, maximum",
        "member, people, person, user",
        "allow, permission, restrict, right",
        "quit, shutdown, sigterm, stop",
        "migrate, update, upgrade",
        "release, version",
    )
)
"""Words that mean about the same to somebody who asks about software; phrases are only found."""
_EMPTY = GREETINGS | _HOLDING_A_SENTENCE_TOGETHER | _ASKING_FOR_SOMETHING | _ASKING_FOR_MORE


def said_in(text: str) -> list[str]:
    """Every word of a text once, in order, folded to one case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return list(dict.fromkeys(_WORD.findall(folded)))[:MAX_WORDS]


def about(text: str) -> list[str]:
    """The words of a text that tell what it is about, pairs of characters among them."""
    telling = " ".join(word for word in said_in(text) if word not in _EMPTY)
    return list(dict.fromkeys(_WORD.findall(paired(telling))))[:MAX_WORDS]


def paired(text: str) -> str:
    """The text with each run of a script without spaces as pairs that overlap: AB BC C."""
    return _UNSPACED.sub(lambda run: f" {_pairs(run[0])} ", text)


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script that `paired` takes apart."""
    return _UNSPACED.fullmatch(word) is not None


def _pairs(run: str) -> str:
    return " ".join(run[start : start + 2] for start in range(len(run)))
