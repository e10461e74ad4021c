"""How the stand-in answers from documents, over a whole conversation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge_bot.sandbox.chat_api.languages import NATIVE_NAMES
from bridge_bot.sandbox.docs_bot.answers import SECTIONS_AT_ONCE, DocsAnswers
from bridge_bot.sandbox.docs_bot.search import DocsSearch
from bridge_bot.sandbox.docs_bot.sections import sections

GUIDE = """\
# Teapot guide

## Making tea

Two spoons a pot.

## Cleaning

Never use soap.

## Guarantee

Two years for the lid.
"""
MANY = "\n".join(f"## Kettle {hour}\n\nThe kettle whistles {hour} times.\n" for hour in range(7))


def answers(*sources: str) -> DocsAnswers:
    return DocsAnswers(
        DocsSearch(
            section
            for number, source in enumerate(sources or (GUIDE,))
            for section in sections(f"doc{number}.md", source)
        )
    )


def test_an_answer_names_its_documents_and_streams_at_a_readable_pace() -> None:
    script = answers(GUIDE, MANY)(["how to make tea?"], "auto")
    assert script.text.startswith("**doc0.md › Making tea** [1]\nTwo spoons a pot.")
    assert script.is_qa_mode
    assert script.related_docs[0] == {
        "title": "doc0.md › Making tea",
        "file": "doc0.md",
        "content": "Two spoons a pot.",
    }
    assert 0.2 <= script.first_delay_s <= 0.6
    assert script.chars_per_s is not None
    assert 200 <= script.chars_per_s <= 250


def test_each_section_that_is_quoted_is_cited_and_can_be_read() -> None:
    ask = answers(MANY)
    ask.documents_url = "http://127.0.0.1:1/documents"
    script = ask(["when does the kettle whistle?"], "auto")
    for number, related in enumerate(script.related_docs, 1):
        assert isinstance(related, dict)
        assert f"**{related['title']}** [{number}]\n" in script.text
        assert related["url"].startswith("http://127.0.0.1:1/documents/doc0.md#kettle-")
    assert ask.documents["doc0.md"].startswith("# Kettle 0\n\nThe kettle whistles 0 times.")


def test_more_goes_on_with_the_last_question_until_all_is_said() -> None:
    ask = answers(GUIDE, MANY)
    conversation, seen = ["when does the kettle whistle?"], list[object]()
    while (script := ask(conversation, "auto")).related_docs:
        assert len(script.related_docs) <= SECTIONS_AT_ONCE
        seen += script.related_docs
        conversation.append("more, please")
    assert len(seen) == 7
    assert len({str(each) for each in seen}) == 7
    assert "That is all about “when does the kettle whistle?”" in script.text


def test_a_new_question_after_more_begins_anew() -> None:
    ask = answers(GUIDE, MANY)
    script = ask(["when does the kettle whistle?", "more", "how to make tea?"], "auto")
    assert script.related_docs == ask(["how to make tea?"], "auto").related_docs


def test_a_question_of_one_word_is_understood_from_the_one_before() -> None:
    source = "## Tea pots\n\nsoap harms\n\n## Coffee pots\n\nsoap is fine\n"
    ask = answers(source)
    for drink in ("tea", "coffee"):
        script = ask([f"which {drink} pots are there?", "and soap?"], "auto")
        assert script.text.startswith(f"**doc0.md › {drink.capitalize()} pots**")


def test_more_after_a_question_of_one_word_repeats_nothing() -> None:
    cups = "\n".join(f"## Cup {number}\n\nIt is empty.\n" for number in range(30))
    ask = answers(cups, f"{MANY}\n## Kettle 7\n\nThe kettle boils water for tea.\n")
    conversation, seen = ["how to make tea?", "and the kettle?"], list[object]()
    while (script := ask(conversation, "auto")).related_docs:
        seen += script.related_docs
        conversation.append("more")
    assert "doc1.md › Kettle 7" in str(seen[0])
    assert len({str(each) for each in seen}) == len(seen) == 8


def test_one_word_on_another_topic_is_not_answered_with_the_topic_before() -> None:
    source = (
        "## Tea pots\n\nsoap harms\n\n## Price\n\nThree a pot.\n\n## Shop\n\nOpen. Prices vary."
    )
    script = answers(source)(["which tea pots are there?", "the price?"], "auto")
    assert script.text.startswith("**doc0.md › Price**")


def test_what_is_known_is_told_without_lists_of_changes() -> None:
    news = sections("CHANGELOG.md", "# Changes\n\n## Unreleased\n\nTea.")
    known = [*sections("guide.md", "# Guide\n\n## Cups\n\nOne.\n\n## Pots\n\nTwo."), *news]
    script = DocsAnswers(DocsSearch(known))(["hello"], "auto")
    assert script.text.endswith("about: Cups, Pots.")


def test_nothing_found_is_said_kindly_with_what_is_known() -> None:
    script = answers()(["Wie wird das Wetter in Paris?"], "auto")
    assert "found nothing about “Wie wird das Wetter in Paris?”" in script.text
    assert "Making tea, Cleaning, Guarantee" in script.text
    assert script.related_docs == []


@pytest.mark.parametrize(
    "question", ["hi", "Hello!", "help", "what can you do?", "who are you", "?", "你好", "thanks"]
)
def test_a_greeting_gets_a_tour(question: str) -> None:
    for conversation in ([question], ["how to make tea?", question]):
        text = answers()(conversation, "auto").text
        if question != "?" or len(conversation) == 1:
            assert "Things to try" in text
            assert "/language" in text
            assert "Making tea" in text


@pytest.mark.parametrize("language", NATIVE_NAMES)
def test_the_language_that_was_asked_for_is_told_with_its_own_name(language: str) -> None:
    """Whatever is asked, and in one line; the stand-in can't translate."""
    for question in ("how to make tea?", "hi", "Wetter?"):
        first, *_ = answers()([question], language).text.split("\n")
        assert (NATIVE_NAMES[language] in first) is (language != "auto")
        assert ("can't translate" in first) is (language != "auto")


@settings(deadline=None)
@given(st.lists(st.text(), min_size=1, max_size=5))
def test_any_conversation_gets_an_answer_that_fits_a_few_messages(questions: list[str]) -> None:
    assert 0 < len(_ANY(questions, "de").text) < 4000


_ANY = answers(GUIDE, MANY)
