"""The name of a thread that is opened on a question: its first sentence, without filler. Pure.

>>> thread_name("Hi! Can you tell me how **webhooks** work? I have read the docs.")
'How webhooks work?'
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from markdown_it import MarkdownIt
from wcwidth import grapheme_boundary_before

THREAD_NAME_UNITS = 100
"""The longest name of a thread (Discord's documentation). It does not say what is counted; UTF-16
units are the most that it may be, and a name that is refused is worse than a short one.
"""

READABLE_CHARS = 60
"""The most that a name should have: Discord's list of threads cuts longer ones."""

NAMELESS = "…"

# Markdown of Discord's own, and what CommonMark knows and Discord does not.
_SPOILER = re.compile(r"\|\|(.+?)\|\|", re.DOTALL)
_SUBTEXT = re.compile(r"^(\s*)-# ", re.MULTILINE)
_MARKDOWN = (
    MarkdownIt("commonmark")
    .enable("strikethrough")
    .disable(["entity", "html_block", "html_inline", "reference"])
)

# A period ends no sentence after one letter or an abbreviation, nor within a number or a name.
_SENTENCE_END = re.compile(
    r"(?<=[?!…؟۔।])\s+|(?<=[。！？])\s*"
    r"|(?<=\.)(?<!\b[^\W\d_]\.)(?<!\b(?:vs|Dr|Mr|Ms|St|Nr|No)\.)(?<!\b(?:etc|Mrs|bzw)\.)\s+"
)

_GREETING = (
    r"hi|hello|hey|hiya|yo|greetings|good (?:morning|afternoon|evening|day)|dear all"
    r"|hallo|moin|servus|guten (?:morgen|tag|abend)|bonjour|bonsoir|salut|coucou|hola|buenas"
    r"|buen(?:os|as) (?:días|tardes|noches)|ciao|salve|buongiorno|buonasera|olá|oi|bom dia"
    r"|boa (?:tarde|noite)|hej|hoi|привет|здравствуйте|добрый день|merhaba|selam|xin chào"
    r"|こんにちは|こんばんは|안녕하세요|你好|您好|مرحبا|السلام عليكم|नमस्ते|สวัสดี(?:ครับ|ค่ะ)?"
)
_REQUEST = (
    r"(?:i have )?(?:a )?(?:quick |short )?question|just wondering|i was wondering(?: if)?"
    r"|(?:please )?(?:can|could|would|will) (?:you|u|someone|anyone|somebody|anybody)"
    r"(?: please)?(?: (?:tell|explain to|help) (?:me|us)| explain| help)?(?: please)?"
    r"|(?:does|do) (?:anyone|anybody|someone|you) know|i(?: would|'d|’d)? (?:want|like) to know"
    r"|(?:please )?tell me|please|pls|plz|(?:so|ok(?:ay)?|um+|well)(?=,)"
    r"|(?:kannst du|können sie|könnt ihr|kann (?:mir )?jemand)(?: mir| uns)?(?: bitte)?"
    r"(?: sagen| erklären| helfen)?|bitte"
    r"|(?:peux-tu|pouvez-vous|est-ce que (?:tu peux|vous pouvez))|s'il (?:te|vous) plaît"
    r"|¿?(?:puedes|podrías|me puedes) (?:decirme|explicarme)|por favor|per favore"
)
_FILLER = re.compile(
    rf"(?:{_GREETING})(?: (?:there|all|everyone|everybody|guys|team|folks|bot|zusammen))?"
    rf"(?=[\s,.!?:;、，。！…–—-]|$)|(?:{_REQUEST})(?=[\s,.!?:;…–—-]|$)",
    re.IGNORECASE,
)
_BETWEEN = " \t,.!:;、，。！…–—-"  # behind filler; a `?` may be all that is left of a question

# Shown as nothing, or as a blank, though Unicode calls them letters, symbols or marks.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_JOINERS = frozenset("\u200c\u200d")
_VIRAMA = 9  # the combining class of the mark that joins two letters of India's scripts


def thread_name(text: str) -> str:
    """A thread's name from a question: its first sentence or line that is more than filler, without
    Markdown and without what can't be seen, cut at a word.

    It has 1 to 100 UTF-16 units, and no more than 60 characters if it can be cut there. `NAMELESS`
    is that of a question of which there is nothing to be seen, or nothing but a quotation.
    """
    lines = [" ".join(_visible(line).split()) for line in _plain(text).splitlines()]
    sentences = [each for line in lines for each in _SENTENCE_END.split(line) if _says(each)]
    # What is filler throughout is a name all the same.
    named = next((rest for each in sentences if _says(rest := _without_filler(each))), None)
    name = named or next(iter(sentences), "")
    return _cut(name.rstrip(" .。,;:-–—")) or NAMELESS


def _without_filler(sentence: str) -> str:
    rest = sentence
    while filler := _FILLER.match(rest):
        rest = rest[filler.end() :].lstrip(_BETWEEN)
    return rest if rest == sentence else rest[:1].upper() + rest[1:]


def _says(text: str) -> bool:
    """Whether anything can be seen of a text, but for `?` and blanks."""
    return any(unicodedata.category(char)[0] in "LNPS" for char in text.strip("?¿ "))


def _cut(name: str) -> str:
    if len(name) <= READABLE_CHARS and _units(name) <= THREAD_NAME_UNITS:
        return name
    end = READABLE_CHARS - 1
    while _units(name[:end]) >= THREAD_NAME_UNITS:
        end -= 1
    at = name.rfind(" ", end // 2, end + 1)
    if at < 0:
        at = end if end >= len(name) else grapheme_boundary_before(name, end + 1) or end
    return name[:at].rstrip(" .,;:-–—") + "…"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _visible(text: str) -> str:
    """A text without what can't be seen, and without what changes the order of the rest."""
    return "".join(char for char, before, after in _triples(text) if _is_kept(char, before, after))


def _triples(text: str) -> Iterator[tuple[str, str, str]]:
    """Each character with those before and after it."""
    yield from zip(text, " " + text, text[1:] + " ", strict=False)


def _is_kept(char: str, before: str, after: str) -> bool:
    if char in _JOINERS:  # within an emoji, and in scripts whose letters join
        is_emoji = unicodedata.category(after) == "So"
        joins = (
            unicodedata.bidirectional(before) == "AL" or unicodedata.combining(before) == _VIRAMA
        )
        return after != " " and (is_emoji or joins)
    if "\ufe00" <= char <= "\ufe0f":  # how the character before it is shown
        return char == "\ufe0f" and before != " "
    return char.isspace() or not (
        char in _BLANK or unicodedata.category(char) in ("Cc", "Cf", "Cn", "Co", "Cs")
    )


def _plain(markdown: str) -> str:
    """A text without Markdown, and without quotations: those are somebody else's words."""
    pieces: list[str] = []
    quotations = 0  # that are open
    markdown = _SUBTEXT.sub(r"\1", _SPOILER.sub(r"\1", markdown))
    for block in _MARKDOWN.parse(markdown):
        quotations += block.nesting if block.type.startswith("blockquote") else 0
        if quotations:
            continue
        if block.type in ("fence", "code_block"):
            pieces.append(block.content)
        for inline in block.children or ():
            if inline.type in ("softbreak", "hardbreak"):
                pieces.append("\n")
            elif inline.type == "image" or inline.content:
                pieces.append(inline.content)
        pieces.append("\n")
    return "".join(pieces)
