"""The messages that a draft takes, in each of its phases."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

import pytest

from bridge_bot.core.model import File, OutgoingMessage, Source
from bridge_bot.core.replies.compose import compose
from bridge_bot.core.replies.draft import Draft, Phase
from bridge_bot.core.sources.sources import Sources
from bridge_bot.discord_markdown import CURSOR

LIMIT_CHARS = 200
LONG = "".join(f"word{number:03} " for number in range(100))


def hinted(draft: Draft) -> None:
    draft.set_hint("-# In line.")


def hint_withdrawn(draft: Draft) -> None:
    draft.set_hint("-# In line.")
    draft.set_hint("")


def beginning_of_a_link(draft: Draft) -> None:
    draft.set_hint("-# In line.")
    draft.add("![")


def growing(draft: Draft) -> None:
    draft.set_hint("-# In line.")
    draft.set_preface("Afresh.")
    draft.set_preface("Anew.")
    draft.add("one")
    draft.set_preface("too late")
    draft.set_hint("too late")


def ended(draft: Draft) -> None:
    draft.add("one")
    draft.end("It broke off.")
    draft.end("again")


def ended_without_text(draft: Draft) -> None:
    draft.set_hint("-# In line.")
    draft.end()


def blank(draft: Draft) -> None:
    draft.end(if_blank="Nothing came.")


def kept(draft: Draft) -> None:
    draft.set_preface("Afresh.")
    draft.keep_texts(["one", f"two {CURSOR}"])
    draft.end("It broke off.")


@pytest.mark.parametrize(
    ("fill", "phase", "texts", "final"),
    [
        (lambda _: None, Phase.EMPTY, [], 0),
        (hinted, Phase.HINT, ["-# In line."], 0),
        (hint_withdrawn, Phase.EMPTY, [], 0),
        (beginning_of_a_link, Phase.HINT, ["-# In line."], 0),
        (growing, Phase.GROWING, [f"-# Anew.\none {CURSOR}"], 0),
        (ended, Phase.ENDED, ["one\n\nIt broke off."], 1),
        (ended_without_text, Phase.ENDED, [], 0),
        (blank, Phase.ENDED, ["Nothing came."], 1),
        (kept, Phase.ENDED, ["one", "two\n\nIt broke off."], 2),
    ],
)
def test_each_phase_has_its_messages(
    fill: Callable[[Draft], None], phase: Phase, texts: list[str], final: int
) -> None:
    draft = Draft(LIMIT_CHARS)
    fill(draft)
    composed = compose(draft)
    assert composed == (phase, [OutgoingMessage(text) for text in texts], 0, final)
    assert composed.end == len(texts)


def test_pages_that_are_closed_are_final_and_can_be_left_out() -> None:
    draft = Draft(LIMIT_CHARS)
    draft.add(LONG)
    whole = compose(draft)
    assert whole.final == whole.end - 1 > 2
    rest = compose(draft, 2)
    assert (rest.messages, rest.start, rest.final) == (whole.messages[2:], 2, whole.final)
    assert rest.end == whole.end


def test_an_answer_of_too_many_pages_ends_with_a_file_or_has_all_pages_without_one() -> None:
    draft = Draft(LIMIT_CHARS, max_pages=2, file_text="All of it is here.")
    draft.set_preface("Afresh.")
    draft.add(LONG)
    assert compose(draft).end == 2
    draft.end()
    composed = compose(draft)
    assert composed.messages[2:] == [
        OutgoingMessage("All of it is here.", File("answer.md", LONG.encode()))
    ]
    assert composed.final == composed.end == 3
    nothing_left = compose(draft, 3)
    assert (nothing_left.messages, nothing_left.end) == ([], 3)
    draft.lay_out_without_limit()
    texts = [message.text for message in compose(draft).messages]
    assert " ".join(texts).split() == f"-# Afresh. {LONG}".split()


def test_links_of_a_page_are_shown_as_code_where_they_were_refused() -> None:
    draft = Draft(LIMIT_CHARS)
    draft.add("See https://a.example now.")
    draft.end()
    draft.code_links.add(0)
    assert compose(draft).messages == [OutgoingMessage("See `https://a.example` now.")]


SOURCES = Sources((Source("A", "https://a.example"), Source("B", file="b.md")))


def line(cited: Mapping[Hashable, int]) -> str:
    return f"-# Sources: {sorted(cited.values())}"


def texts_of(draft: Draft) -> list[str]:
    return [message.text for message in compose(draft).messages]


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("one", ["one\n-# Sources: []"]),
        ("so [2]", ["so [1]\n-# Sources: [1]"]),
        ("[1][2] [1]", ["[[1]](<https://a.example>)[2] [1]\n-# Sources: [1, 2]"]),
        ("```\ncode", ["```\ncode\n```\n-# Sources: []"]),
        ("- item\n", ["- item\n-# Sources: []"]),
        ("x" * (LIMIT_CHARS - 5), ["x" * (LIMIT_CHARS - 5), "-# Sources: []"]),
        ("  ", []),
    ],
)
def test_below_a_complete_answer_stands_the_line_of_sources(text: str, texts: list[str]) -> None:
    draft = Draft(LIMIT_CHARS)
    draft.set_sources(SOURCES)
    draft.add(text)
    draft.end(sources_line=line)
    composed = compose(draft)
    assert [message.text for message in composed.messages] == texts
    assert composed.final == composed.end == len(texts)


def test_the_line_of_sources_is_a_message_more_than_pages_that_are_permitted() -> None:
    draft = Draft(LIMIT_CHARS, max_pages=1)
    draft.add("x" * 145)
    draft.end(sources_line=lambda _: "-# " + "s" * 60)
    assert texts_of(draft) == ["x" * 145, "-# " + "s" * 60]


def test_the_line_of_sources_stands_above_a_notice() -> None:
    draft = Draft(LIMIT_CHARS)
    draft.add("one")
    draft.end("-# Mention me.", sources_line=line)
    assert texts_of(draft) == ["one\n-# Sources: []\n-# Mention me."]


def test_a_literal_mark_above_pairs_with_none_in_the_line_of_sources() -> None:
    draft = Draft(LIMIT_CHARS)
    draft.add("2 *3")
    draft.end(sources_line=lambda _: "-# [a](<https://a.example/*x>)")
    assert texts_of(draft) == ["2 \\*3\n-# [a](<https://a.example/*x>)"]


def test_without_an_end_that_is_complete_there_is_no_line_of_sources() -> None:
    draft = Draft(LIMIT_CHARS)
    draft.set_sources(SOURCES)
    draft.add("so [1]")
    assert "Sources" not in texts_of(draft)[0]
    draft.end("It broke off.")
    assert texts_of(draft) == ["so [[1]](<https://a.example>)\n\nIt broke off."]


def test_the_sources_that_came_last_before_the_text_count() -> None:
    draft = Draft(LIMIT_CHARS)
    draft.set_sources(SOURCES)
    draft.set_sources(Sources((Source("C"),)))
    draft.add("so [1] [2]")
    draft.set_sources(SOURCES)
    draft.end()
    assert texts_of(draft) == ["so [1] [2]"]


def test_a_file_has_where_its_citations_lead_and_its_message_the_line_of_sources() -> None:
    draft = Draft(LIMIT_CHARS, max_pages=1, file_text="All of it is here.")
    draft.set_sources(SOURCES)
    text = f"So [2]【1†A】. {LONG}"
    draft.add(text)
    draft.end(sources_line=line)
    page, file = compose(draft).messages
    assert page.text.startswith("So [1][[2]](<https://a.example>).")
    assert file.text == "All of it is here.\n-# Sources: [1, 2]"
    assert file.file is not None
    assert file.file.content.decode() == (
        f'So [2][1]. {LONG}\n\n[1]: <https://a.example> "A"\n[2]: B'
    )
    draft.lay_out_without_limit()
    texts = texts_of(draft)
    assert texts[0].startswith("So [1][[2]](<https://a.example>).")
    assert texts[-1].endswith("\n-# Sources: [1, 2]")


def test_has_news_does_not_lay_the_text_out() -> None:
    draft = Draft(LIMIT_CHARS)
    told = [draft.has_news]
    draft.add("one")
    told += [draft.has_news, draft.has_news]
    compose(draft)
    told.append(draft.has_news)
    assert told == [False, True, True, False]
