"""What is found in documents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bridge_bot.sandbox.docs_bot.documentation import read_own
from bridge_bot.sandbox.docs_bot.search import DocsSearch, is_greeting, keywords
from bridge_bot.sandbox.docs_bot.sections import Section, sections
from tests.sandbox.docs_bot.guide import GUIDE

CHINESE = "# 手册\n\n## 账户\n\n您可以在设置页面重置您的密码。\n\n## 付款\n\n我们接受信用卡。\n"
JAPANESE = "# ガイド\n\n## お茶\n\n紅茶はポットで淹れます。\n\n## 掃除\n\n石鹸は使いません。\n"
RUSSIAN = "# Чай\n\n## Заварка\n\nДве ложки на чайник.\n"
FRENCH = "# Thé\n\n## Théière\n\nRincez la théière à l'eau.\n"
HINDI = "# चाय\n\n## बनाना\n\nहिंदी में चाय बनाना।\n"


def search(*sources: str) -> DocsSearch:
    return DocsSearch(
        section
        for number, source in enumerate(sources or (GUIDE,))
        for section in sections(f"doc{number}.md", source)
    )


@pytest.fixture(scope="module")
def own_documents() -> DocsSearch:
    """An index of the product's own documentation, which takes a tenth of a second to make."""
    return DocsSearch(read_own())


def titles(found: list[Section]) -> list[str]:
    return [section.path[-1] for section in found]


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("How do I make tea?", "Making tea"),
        ("STAINS!", "Stains"),
        ("can I clean it with soap", "Cleaning"),  # by its stem
        ("guarantees", "Guarantee"),
        ("how many years for the lid?", "Guarantee"),
        ("guarant", "Guarantee"),  # by its beginning
    ],
)
def test_the_best_section_comes_first(question: str, heading: str) -> None:
    assert titles(search().find(question))[0] == heading


@pytest.mark.parametrize(
    ("source", "question", "heading"),
    [
        (CHINESE, "如何重置密码？", "账户"),
        (CHINESE, "信用卡", "付款"),
        (CHINESE, "卡", "付款"),
        (JAPANESE, "紅茶の淹れ方は?", "お茶"),
        (RUSSIAN, "сколько ложки на ЧАЙНИК", "Заварка"),
        (FRENCH, "comment rincer la theiere", "Théière"),  # accents or none
        (HINDI, "हिंदी", "बनाना"),
    ],
)
def test_other_languages_are_searched_as_well(source: str, question: str, heading: str) -> None:
    """Those that put no spaces between words too."""
    assert titles(search(GUIDE, source).find(question))[0] == heading


def test_a_word_in_a_heading_weighs_more_than_one_in_the_text() -> None:
    found = search("# A\n\n## Other\n\nthe tea\n\n## Tea\n\nsome drink\n").find("tea")
    assert titles(found) == ["Tea", "Other"]


def test_what_answers_stands_before_what_only_names_everything() -> None:
    news = "# Changelog\n\n## 1.0\n\nThe kettle whistles. It has a lid."
    guide = "# Guide\n\n## Steam\n\nThe kettle whistles when the water boils."
    index = DocsSearch([*sections("CHANGELOG.md", news), *sections("guide.md", guide)])
    found = index.find("when does the kettle whistle?")
    assert [each.document for each in found] == ["guide.md", "CHANGELOG.md"]


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("how do I delete my data", "Privacy"),
        ("what do I have to pay?", "Who may spend"),
        ("how do I configure it", "Settings"),
        ("can it send DMs", "Elsewhere"),
    ],
)
def test_other_words_for_the_same_are_understood(question: str, heading: str) -> None:
    index = search(
        "## Privacy\n\nHow to erase what is kept.",
        "## Who may spend\n\nEach answer is billed.",
        "## Settings\n\nOne variable a line.",
        "## Elsewhere\n\nAlso in a direct message.",
        "## Nothing\n\nOf the kind.",
        "## Something\n\nElse entirely.",
    )
    assert titles(index.find(question))[0] == heading


def test_the_bold_words_of_a_paragraph_count_as_a_small_heading() -> None:
    long = " ".join(f"word{number}" for number in range(60))
    index = search(
        f"## Troubles\n\n**The kettle leaks.** {long}\n\n**Cold tea.** {long}",
        "## Shop\n\nWe sell any kettle that leaks nothing, lids and cups and spoons and pots.",
        "## Other\n\nNothing.",
        "## More\n\nNothing.",
    )
    assert titles(index.find("my kettle leaks"))[0] == "Troubles"


def test_words_that_stand_together_are_better_than_apart() -> None:
    index = search(
        "## One\n\nA limit for cups, and another rate.",
        "## Two\n\nThe rate limit for cups, and another.",
        "## Three\n\nNothing.",
        "## Four\n\nNothing.",
        "## Five\n\nNothing.",
    )
    assert titles(index.find("what is the rate limit?")) == ["Two", "One"]


def test_one_common_word_of_many_is_not_enough() -> None:
    assert search().find("which pot of gold lies behind rainbows tomorrow evening") == []


@pytest.mark.parametrize(
    ("text", "words", "greets"),
    [
        ("How do I make TEA, and tea only?", ["make", "tea", "only"], False),
        ("CHAT_API_KEY?", ["chat_api_key"], False),
        ("hello, where is the teapot", ["teapot"], False),
        ("重置密码", ["重置", "置密", "密码", "码"], False),
        ("Ｔｅａ", ["tea"], False),
        ("Thank you!", [], True),
        ("more, please", [], False),
        ("?!", [], False),
        ("", [], False),
        (" ".join(f"w{number}" for number in range(99)), [f"w{n}" for n in range(40)], False),
    ],
)
def test_keywords_tell_what_a_question_is_about(text: str, words: list[str], greets: bool) -> None:
    assert keywords(text) == words
    assert is_greeting(text) is greets


def test_the_question_before_helps_to_rank_but_finds_nothing_alone() -> None:
    index = search("## Tea pots\n\nsoap harms\n\n## Coffee pots\n\nsoap is fine\n\n## Cups\n\ntea")
    assert titles(index.find("soap", "tea"))[0] == "Tea pots"
    assert titles(index.find("soap", "coffee"))[0] == "Coffee pots"
    assert index.find("", "tea") == []


@settings(deadline=None)
@given(question=st.text(), context=st.text())
def test_any_question_is_searched_without_an_error(question: str, context: str) -> None:
    _ANY.find(question, context)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ['"', "'", "*", "NEAR(", ")", "AND", "OR", "NOT", "body:", "^", "{a b}", "-", "tea"]
        ),
        max_size=8,
    )
)
def test_the_syntax_of_the_search_is_only_text_in_a_question(words: list[str]) -> None:
    found = _ANY.find(" ".join(words))
    assert not found or "tea" in words


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("how do I connect it to my server?", "README.md › Connect it to a Discord server"),
        ("how do I invite it?", "README.md › Connect it to a Discord server"),
        ("how do I get a token?", "README.md › Connect it to a Discord server"),
        ("what permissions does the bot need?", "README.md › Connect it to a Discord server"),
        ("what is bridge-bot?", "README.md › bridge-bot"),
        ("How do I install it?", "README.md › Run it in two commands"),
        ("how to run with docker", "README.md › Run it for good"),
        ("what does it cost?", "README.md › Who may spend"),
        ("is my text stored?", "docs/privacy.md › What is stored"),
        ("can I delete my data", "docs/privacy.md › Delete or export your data"),
        ("why does it answer as a reply?", "README.md › Troubleshooting"),
        ("my bot does not answer, what now?", "README.md › Troubleshooting"),
        ("how do I configure it", "docs/settings.md"),
        ("what does CHAT_API_CONNECT_TIMEOUT mean?", "docs/settings.md"),
        ("is there a health check?", "docs/operating.md › The health port"),
        ("what does MESSAGE_CONTENT do?", "docs/discord.md › Without the message content intent"),
        ("how do I change the language?", "docs/discord.md › The language of the answers"),
        ("what is a conversation", "docs/discord.md › How conversations work in Discord"),
        ("what is the sandbox", "docs/sandbox.md › The sandbox"),
        ("does the sandbox touch my real bot?", "docs/sandbox.md › What it leaves alone"),
    ],
)
def test_a_newcomers_questions_are_answered_by_the_sections_about_them(
    own_documents: DocsSearch, question: str, title: str
) -> None:
    """One of the first two: other documents may come to say it as well."""
    found = own_documents.find(question)[:2]
    assert any(section.title.startswith(title) for section in found), [s.title for s in found]


_ANY = search(GUIDE, CHINESE)
