"""Answers of the Chat API stand-in that quote documents: what one sees in the sandbox.

An answer depends on the conversation's questions and the language alone, so a question that is
asked again gets the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from bridge_bot.sandbox.chat_api.languages import NATIVE_NAMES
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.docs_bot.quotes import cut, quote
from bridge_bot.sandbox.docs_bot.search import DocsSearch
from bridge_bot.sandbox.docs_bot.sections import Section
from bridge_bot.sandbox.docs_bot.words import COURTESY, keywords, words_in

SECTIONS_AT_ONCE = 3
# At most about two messages of Discord, of 2,000 characters each.
_BEST_CHARS, _OTHER_CHARS = 1300, 700
_NAMED_HEADINGS = 12
_SHOWN_QUESTION_CHARS = 80
# One can read along and still watch it grow.
_FIRST_TEXT_AFTER_S, _CHARS_PER_S, _CHUNK_CHARS = 0.4, 230.0, 12

_TOUR = """\
Hello! I stand in for your chatbot: I look your question up in {documents} and quote what I find.

Things to try:
* **Ask something**, such as “{example}”. In a channel, mention the bot; a thread opens, and there \
no mention is needed any more.
* Say **more** for the next places that I found, or ask on: “and in threads?”
* Use **/ask** from anywhere, and **/language** in a thread: I can't translate, but I say which \
language I was asked for.
* Ask two questions at once, or as two members, and watch the answers grow side by side.

"""
_NO_TRANSLATION = """\
-# You asked for **{name}** (`{language}`): I am a stand-in that quotes documents in their own \
language and can't translate.

"""


class DocsAnswers:
    """The answerer: `ChatApiStandIn(answer=DocsAnswers(search))`."""

    def __init__(self, search: DocsSearch) -> None:
        self._search = search
        every = search.sections
        explaining = [each for each in every if not each.is_list_of_changes] or every
        headings = [each.path[1] for each in explaining if len(each.path) > 1]
        topics = list(dict.fromkeys(headings or (each.title for each in explaining)))
        end = " …" if topics[_NAMED_HEADINGS:] else "."
        self._known = f"What I know about: {', '.join(topics[:_NAMED_HEADINGS])}{end}"
        documents = list(dict.fromkeys(section.document for section in every))
        few = ", ".join(documents[:3])
        self._tour = (
            _TOUR.format(
                documents=few if len(documents) <= 3 else f"{len(documents)} documents ({few}, …)",
                example=topics[0] if topics else "…",
            )
            + self._known
        )

    def __call__(self, questions: Sequence[str], language: str) -> Script:
        """The response to the last of the questions."""
        text, quoted = self._answer(questions[-1], questions[:-1])
        if language != "auto":
            name = NATIVE_NAMES.get(language, language)
            text = _NO_TRANSLATION.format(name=name, language=language) + text
        return Script(
            text=text,
            first_delay_s=_FIRST_TEXT_AFTER_S,
            chars_per_s=_CHARS_PER_S,
            chunk_chars=_CHUNK_CHARS,
            is_qa_mode=True,
            related_docs=[{"title": each.title, "document": each.document} for each in quoted],
        )

    def _answer(self, question: str, earlier: Sequence[str]) -> tuple[str, Sequence[Section]]:
        """The text, and the sections that it quotes."""
        topic, answers_seen = _topic(earlier)
        words = keywords(question)
        if words:
            # One word alone, such as in "and soap?", is understood from the question before.
            found = self._search.find(question, topic if len(words) == 1 else "")
            return self._quotations(question, found, 0)
        if not topic or _is_courtesy(question):
            return self._tour, ()
        return self._quotations(topic, self._search.find(topic), answers_seen * SECTIONS_AT_ONCE)

    def _quotations(
        self, question: str, found: Sequence[Section], begin: int
    ) -> tuple[str, Sequence[Section]]:
        """Quotations of the next sections after the first `begin` of those found, and these."""
        quoted = found[begin : begin + SECTIONS_AT_ONCE]
        if not quoted:
            asked = cut(" ".join(question.split()), _SHOWN_QUESTION_CHARS)
            nothing = "That is all" if begin else "I looked, but found nothing"
            return f"{nothing} about “{asked}”. {self._known}", ()
        words = keywords(question)
        limits = (_BEST_CHARS, *[_OTHER_CHARS] * len(quoted))
        parts = [
            f"**{section.title}**\n{quote(section, words, limit_chars)}"
            for section, limit_chars in zip(quoted, limits, strict=False)
        ]
        if left := len(found) - begin - len(quoted):
            parts.append(f"-# {left} more found; say “more” to read on.")
        return "\n\n".join(parts), quoted


def _topic(earlier: Sequence[str]) -> tuple[str, int]:
    """The last question with keywords, and how many answers to it have been given since."""
    seen = 1
    for question in reversed(earlier):
        if keywords(question):
            return question, seen
        seen += not _is_courtesy(question)
    return "", 0


def _is_courtesy(question: str) -> bool:
    """Whether a question without any topic is about the one who answers, or a greeting."""
    return not COURTESY.isdisjoint(words_in(question))
