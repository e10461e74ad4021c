"""What is found in documents, and how much of it is quoted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bridge_bot.sandbox import CannotServe
from bridge_bot.sandbox.docs_answers import SECTIONS_AT_ONCE
from bridge_bot.sandbox.docs_quotes import cut, quote
from bridge_bot.sandbox.docs_search import DocsSearch
from bridge_bot.sandbox.docs_sections import Section, sections
from bridge_bot.sandbox.documentation import read_folder, read_own

GUIDE = """\
---
title: front matter is not shown
---
# Teapot guide

A teapot of few words.

## Making tea

Two spoons a pot. See [cups](cups.md) and [the shop](https://shop.example/tea).

```sh
# not a heading
make tea
```

## Cleaning

* Rinse it.
* Never use soap.

### Stains

Lemon juice removes stains from the pot.

Guarantee
---------

| part | years |
| --- | --- |
| lid | 2 |
| handle | |
"""
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


def titles(found: list[Section]) -> list[str]:
    return [section.path[-1] for section in found]


# ---- sections ----


def test_sections_go_from_heading_to_heading_and_a_fence_holds_none() -> None:
    found = list(sections("guide.md", GUIDE))
    assert [section.path for section in found] == [
        ("Teapot guide",),
        ("Teapot guide", "Making tea"),
        ("Teapot guide", "Cleaning"),
        ("Teapot guide", "Cleaning", "Stains"),
        ("Teapot guide", "Guarantee"),
    ]
    assert found[3].title == "guide.md › Cleaning › Stains"
    assert "# not a heading\nmake tea\n```" in found[1].text
    assert "front matter" not in "".join(section.text for section in found)


def test_links_that_lead_nowhere_in_a_chat_become_their_text() -> None:
    text = list(sections("guide.md", GUIDE))[1].text
    assert "See cups and [the shop](https://shop.example/tea)." in text
    kept = "`[a](b.md)`\n\n```\n[a](b.md)\n```"
    assert next(sections("x.md", kept)).text == kept


def test_a_table_becomes_a_list_because_chats_show_none() -> None:
    assert list(sections("guide.md", GUIDE))[-1].text == "*part · years*\n* lid · 2\n* handle · –"


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("#`~-*|> \n\t[]()a1.\r\u2028\x00"), max_size=200))
def test_any_text_is_taken_as_a_document(source: str) -> None:
    for section in sections("x.md", source):
        assert section.pieces
        assert quote(section, ["a"], 20)


# ---- search ----


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


def test_one_common_word_of_many_is_not_enough() -> None:
    assert search().find("which pot of gold lies behind rainbows tomorrow evening") == []


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


_ANY = search(GUIDE, CHINESE)


# ---- quotations ----


def test_a_long_section_is_quoted_around_what_was_asked_for() -> None:
    rows = "\n".join(f"* item {number:03} of the list" for number in range(100))
    section = next(sections("x.md", f"# A\n\nIntro.\n\n{rows}\n"))
    quoted = quote(section, ["077"], 300)
    assert "item 077 of" in quoted
    assert quoted.startswith("…\n\n* item")
    assert quoted.endswith("\n\n…")
    assert len(quoted) < 320


def test_a_cut_code_block_is_closed() -> None:
    code = "```python\n" + "print('tea')\n" * 100 + "```"
    assert cut(code, 200).count("```") == 2
    assert cut(code, 200).endswith("\n```")


@example(["```", "word " * 20], 200)
@example(["* item", "  ```", "  word " * 20], 60)
@example(["1. item", "", "   ```text", "   word", "   word " * 20], 60)
@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["```", "~~~~", "`x`", "word " * 9, "* item", "  ```"]), max_size=40),
    st.integers(20, 200),
)
def test_a_quotation_never_leaves_a_fence_open_nor_grows_much(lines: list[str], limit: int) -> None:
    for section in sections("x.md", "\n".join(lines)):
        quoted = quote(section, ["word"], limit)
        assert len(quoted) <= limit + 15
        # Whatever follows the quotation, such as the next section, is outside of any code.
        last = list(sections("x.md", f"{quoted}\n\n# After\n\nit\n"))[-1]
        assert last.path == ("After",)


# ---- documents ----


def test_a_folder_is_read_with_what_is_below_it_but_not_hidden_places(tmp_path: Path) -> None:
    for name in ("b.md", "below/a.MD", ".hidden/c.md", "d.txt", "empty.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("" if "empty" in name else f"# {name}\n\ntext\n")
    (tmp_path / "latin.md").write_bytes("# Thé\n\ntea\n".encode("latin-1"))
    assert {section.document for section in read_folder(tmp_path)} == {
        "b.md",
        "below/a.MD",
        "latin.md",
    }


@pytest.mark.parametrize("place", ["", "missing"])
def test_a_folder_without_documents_is_refused_in_a_sentence(tmp_path: Path, place: str) -> None:
    with pytest.raises(CannotServe, match="there is no"):
        read_folder(tmp_path / place)


def test_the_products_own_documentation_is_found() -> None:
    documents = {section.document for section in read_own()}
    assert {"README.md", "CHANGELOG.md", "docs/settings.md", "docs/sandbox.md"} <= documents


def test_an_installation_without_documentation_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CannotServe, match="--docs"):
        read_own(tmp_path / "bridge_bot")


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("how do I connect it to my server?", "README.md"),
        ("what is MEMBER_QUESTIONS_PER_MINUTE?", "docs/settings.md"),
        ("does the sandbox touch my real bot?", "docs/sandbox.md"),
    ],
)
def test_it_is_useful_about_the_product_itself(question: str, document: str) -> None:
    found = DocsSearch(read_own()).find(question)[:SECTIONS_AT_ONCE]
    assert document in {section.document for section in found}
