"""What a draft knows of its pages; `test_compose.py` shows the messages that they become."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import File
from bridge_bot.core.replies.draft import FILE_NAME, Draft, Phase

LIMIT_CHARS = 200
LONG = "".join(f"word{number:03} " for number in range(100))  # 800 characters


@pytest.mark.parametrize(
    ("text", "ends", "pages", "closed"),
    [("", False, 0, 0), ("one", False, 1, 0), ("one", True, 1, 1), (LONG, True, 5, 5)],
)
def test_the_last_page_changes_until_the_answer_has_ended(
    text: str, ends: bool, pages: int, closed: int
) -> None:
    draft = Draft(LIMIT_CHARS)
    if text:
        draft.add(text)
    if ends:
        draft.end()
    assert (len(draft.pages), draft.closed_pages) == (pages, closed)


def test_there_is_news_until_the_pages_are_looked_at() -> None:
    draft, news = Draft(LIMIT_CHARS), list[bool]()
    news.append(draft.has_news)
    draft.add("one")
    news.append(draft.has_news)
    assert draft.pages[0].startswith("one")
    news.append(draft.has_news)
    assert news == [False, True, False]


def test_an_answer_of_too_many_pages_is_attached_once_it_has_ended() -> None:
    draft = Draft(LIMIT_CHARS, max_pages=2)
    draft.add(LONG)
    assert (len(draft.pages), draft.attachment) == (2, None)
    draft.end()
    assert draft.attachment == File(FILE_NAME, LONG.encode())


def test_without_the_limit_nothing_is_attached_and_all_pages_are_there() -> None:
    draft = Draft(LIMIT_CHARS, max_pages=2)
    draft.add(LONG)
    draft.end("It broke off.")
    draft.lay_out_without_limit()
    assert draft.attachment is None
    assert len(draft.pages) == 5
    assert draft.pages[4].endswith("It broke off.")


def test_a_hint_is_withdrawn_and_comes_too_late_after_text() -> None:
    draft, phases = Draft(LIMIT_CHARS), list[Phase]()
    for hint in ("-# In line.", ""):
        draft.set_hint(hint)
        phases.append(draft.phase)
    draft.add("one")
    phases.append(draft.phase)
    draft.set_hint("too late")
    assert phases == [Phase.HINT, Phase.EMPTY, Phase.GROWING]
    assert draft.hint == ""
