"""Answers of the Chat API stand-in that quote documents: what one sees in the sandbox.

An answer depends on the conversation's questions and the language alone, so a question that is
asked again gets the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from urllib.parse import quote

from bridge_bot.sandbox.chat_api.languages import NATIVE_NAMES
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.docs_bot.search import DocsSearch, is_greeting, keywords
from bridge_bot.sandbox.docs_bot.sections import Section

SECTIONS_AT_ONCE = 3
# At most about two messages of Discord, of 2,000 characters each.
_LIMITS_CHARS = (1300, 700, 700)
_CONTENT_CHARS = 300
_TOUR = """\
Hello! I stand in for your chatbot: I look your question up in {documents} and quote what I find.

Things to try:
* **Ask something**, such as “{example}”. In a channel, mention the bot; a thread opens, and there \
no mention is needed any more.
* Say **more** for the next places that I found, or ask on: “and in threads?”
* Use **/ask** from anywhere, and **/language** in a thread: I can't translate, but I say which \
language I was asked for.
* Ask two questions at once, or as two members, and watch the answers grow side by side.

{known}"""
_NO_TRANSLATION = """\
-# You asked for **{name}** (`{language}`): I am a stand-in that quotes documents in their own \
language and can't translate.

"""


class DocsAnswers:
    """The answerer: `ChatApiStandIn(answer=DocsAnswers(search))`.

    The sections that an answer quotes are its `related_docs`, and `[1]` in it cites the first of
    them. Each is an object:

        {
            "title": "guide.md › Making tea",
            "file": "guide.md",
            "url": "http://127.0.0.1:40000/documents/guide.md#making-tea",
            "content": "Two spoons a pot."
        }

    There is a `url` if `documents_url` is set to where the `documents` can be read, and `content`
    is the beginning of the section.
    """

    def __init__(self, search: DocsSearch) -> None:
        self.documents_url = ""
        self._search = search
        every = search.sections
        explaining = [each for each in every if not each.is_list_of_changes] or every
        headings = [each.path[1] for each in explaining if each.path[1:]]
        topics = headings or [each.title for each in explaining] or ["…"]
        self._known = f"What I know about: {_first(topics, 12, '.')}"
        self._tour = _TOUR.format(
            documents=_first([each.document for each in every], 3),
            example=topics[0],
            known=self._known,
        )

    def __call__(self, questions: Sequence[str], language: str) -> Script:
        """The response to the last of the questions."""
        text, quoted = self._answer(questions)
        if language != "auto":
            name = NATIVE_NAMES.get(language, language)
            text = _NO_TRANSLATION.format(name=name, language=language) + text
        return Script(
            text=text,
            # One can read along and still watch it grow.
            first_delay_s=0.4,
            chars_per_s=230.0,
            chunk_chars=12,
            is_qa_mode=True,
            related_docs=[self._related_doc(each) for each in quoted],
        )

    @property
    def documents(self) -> dict[str, str]:
        """The documents by their names, as far as they have sections."""
        found: dict[str, str] = {}
        for section in self._search.sections:
            heading = f"{'#' * len(section.path)} {section.path[-1]}\n\n" if section.path else ""
            before = found.get(section.document, "")
            found[section.document] = f"{before}{heading}{section.text}\n\n"
        return found

    def _related_doc(self, section: Section) -> dict[str, str]:
        about = {"title": section.title, "file": section.document}
        if self.documents_url:
            anchor = "-".join(re.findall(r"\w+", section.path[-1].lower())) if section.path else ""
            about["url"] = f"{self.documents_url}/{quote(section.document)}#{quote(anchor)}"
        return about | {"content": section.text[:_CONTENT_CHARS]}

    def _answer(self, questions: Sequence[str]) -> tuple[str, Sequence[Section]]:
        """The text, and the sections that it quotes."""
        topics = [question for question in questions if keywords(question)]
        if not topics or is_greeting(questions[-1]):
            return self._tour, ()
        topic, words = topics[-1], keywords(topics[-1])
        # One word alone, such as in "and soap?", is understood from the question before.
        found = self._search.find(topic, topics[-2] if topics[1:] and len(words) == 1 else "")
        # What has no keywords, such as "more", asks for the next sections.
        since = takewhile(lambda question: not keywords(question), reversed(questions))
        begin = SECTIONS_AT_ONCE * sum(not is_greeting(question) for question in since)
        quoted = found[begin : begin + SECTIONS_AT_ONCE]
        if not quoted:
            nothing = "That is all" if begin else "I looked, but found nothing"
            return f"{nothing} about “{' '.join(topic.split()):.80}”. {self._known}", ()
        parts = [
            f"**{section.title}** [{number}]\n{section.quote(words, limit_chars)}"
            for number, (section, limit_chars) in enumerate(
                zip(quoted, _LIMITS_CHARS, strict=False), 1
            )
        ]
        if left := len(found) - begin - len(quoted):
            parts.append(f"-# {left} more found; say “more” to read on.")
        return "\n\n".join(parts), quoted


def _first(names: Sequence[str], count: int, end: str = "") -> str:
    """So many of the different names; `end` follows where that is all."""
    different = list(dict.fromkeys(names))
    return ", ".join(different[:count]) + (" …" if different[count:] else end)
