"""The messages that a draft takes, in each of its phases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bridge_bot.core.model import File, OutgoingMessage
from bridge_bot.core.replies.compose import compose
from bridge_bot.core.replies.draft import Draft, Phase
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


def test_has_news_does_not_lay_the_text_out() -> None:
    draft = Draft(LIMIT_CHARS)
    told = [draft.has_news]
    draft.add("one")
    told += [draft.has_news, draft.has_news]
    compose(draft)
    told.append(draft.has_news)
    assert told == [False, True, True, False]
