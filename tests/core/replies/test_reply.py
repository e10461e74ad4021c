"""A reply brings its messages after a growing answer, and always shows the last state."""

from __future__ import annotations

import asyncio
import itertools

import pytest

from bridge_bot.core.errors import PlatformBusy, PlatformError, TextRefused
from bridge_bot.core.model import ChannelDestination, File, ShownMessage
from bridge_bot.core.replies.reply import Reply
from bridge_bot.discord_markdown import CURSOR
from tests.core.replies.streamed_reply import DESTINATION, Posted, show, stream
from tests.harness.memory_platform import MemoryPlatform
from tests.harness.virtual_time import virtual_time


@virtual_time
async def test_the_first_text_is_posted_at_once_and_the_rest_follows_by_edits() -> None:
    platform = MemoryPlatform(latency_s=0.04, pace_s=1.0)
    await show(platform, *[f"word{number} " for number in range(50)])
    (shown,) = platform.messages.values()
    times = [at for at, _ in shown.states]
    assert times[0] == pytest.approx(0.1 + 0.04)
    assert shown.text == " ".join(f"word{number}" for number in range(50))
    assert len(shown.states) >= 5
    for (_, before), (_, after) in itertools.pairwise(shown.states):
        assert before.endswith(f" {CURSOR}")
        assert after.startswith(before.removesuffix(f" {CURSOR}"))
        assert after != before


@virtual_time
async def test_the_last_state_is_shown_right_after_the_end_however_long_the_pace() -> None:
    platform = MemoryPlatform(latency_s=0.04, pace_s=60.0)
    await show(platform, "one ", "two ", "three")
    (shown,) = platform.messages.values()
    assert shown.states[-1][1] == "one two three"
    assert shown.states[-1][0] == pytest.approx(0.3 + 0.04, abs=0.05)


@virtual_time
async def test_an_answer_that_is_complete_before_its_destination_is_known_is_sent_once() -> None:
    platform, posted = MemoryPlatform(), Posted()
    reply = Reply(platform, 42, posted)

    async def opening() -> ChannelDestination:
        await asyncio.sleep(1)
        return DESTINATION

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(tasks.create_task(opening())))
        tasks.create_task(stream(reply, "all ", "of ", "it"))
    (shown,) = platform.messages.values()
    assert shown.states == [(1.0, "all of it")]
    assert posted.pages == [(0, 1000)]


@virtual_time
async def test_it_tells_how_long_a_word_took_to_be_visible_and_how_many_edits_that_took() -> None:
    platform = MemoryPlatform(latency_s=0.04, pace_s=1.0)
    reply = Reply(platform, 42, Posted())
    assert reply.reader_delay_s is None
    writing = asyncio.create_task(reply.write(DESTINATION))
    reply.add("first ")
    await asyncio.sleep(0.5)
    reply.add("second")
    reply.end()
    await writing
    (shown,) = platform.messages.values()
    posted_s, edited_s = (at_s for at_s, _ in shown.states)
    assert reply.edits == 1
    response_s = 0.04  # a write is known to have taken effect once its response is there
    mean_s = (posted_s + edited_s - 0.5) / 2 + response_s
    assert reply.reader_delay_s == pytest.approx(mean_s)


@virtual_time
async def test_a_long_answer_goes_on_in_further_messages_without_loss() -> None:
    platform = MemoryPlatform(limit_chars=200, latency_s=0.04, pace_s=0.5)
    words = [f"word{number:03} " for number in range(150)]
    posted = await show(platform, *words, every_s=0.05)
    assert len(platform.messages) > 5
    assert " ".join(platform.texts()).split() == "".join(words).split()
    assert all(len(text) <= 200 for shown in platform.messages.values() for _, text in shown.states)
    assert [page for page, _ in posted.pages] == list(range(len(platform.messages)))
    first, second = list(platform.messages.values())[:2]
    assert (first.destination, second.destination) == (DESTINATION, ChannelDestination(7))


@virtual_time
async def test_a_page_is_complete_before_the_next_one_begins() -> None:
    platform = MemoryPlatform(limit_chars=200, latency_s=0.04, pace_s=5.0)
    await show(platform, *["some words here, " * 3] * 20)
    shown = list(platform.messages.values())
    for before, after in itertools.pairwise(shown):
        assert before.states[-1][0] <= after.states[0][0]


@virtual_time
async def test_typing_is_shown_until_the_first_text_and_never_after() -> None:
    platform = MemoryPlatform()
    await show(platform, "late", "later", every_s=20.0)
    assert platform.typed_at_s == [0.0, 8.0, 16.0]


@virtual_time
async def test_a_notice_stands_apart_below_what_had_come() -> None:
    platform = MemoryPlatform()
    reply = Reply(platform, 42, Posted())
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        tasks.create_task(stream(reply, "half an", notice="It broke off."))
    assert platform.texts() == ["half an\n\nIt broke off."]


@virtual_time
async def test_a_notice_after_an_open_fence_is_not_code() -> None:
    platform = MemoryPlatform()
    reply = Reply(platform, 42, Posted())
    reply.add("```python\nx = 1")
    reply.end("It broke off.")
    await reply.write(DESTINATION)
    assert platform.texts() == ["```python\nx = 1\n```\n\nIt broke off."]


@virtual_time
async def test_a_hint_is_shown_until_the_first_text_takes_its_place_in_the_same_message() -> None:
    """However long the pace: the text is what someone waits for. And typing ends with the hint."""
    platform, posted = MemoryPlatform(latency_s=0.04, pace_s=60.0), Posted()
    reply = Reply(platform, 42, posted)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        await asyncio.sleep(10.0)
        reply.hint("-# In line.")
        await asyncio.sleep(10.0)
        reply.add("Because ")
        await asyncio.sleep(1.0)
        reply.add("so.")
        reply.end()
    (shown,) = platform.messages.values()
    times, texts = zip(*shown.states, strict=True)
    assert texts == ("-# In line.", f"Because {CURSOR}", "Because so.")
    assert times == pytest.approx((10.04, 20.04, 21.04))
    assert platform.typed_at_s == [0.0, 8.0]
    assert posted.pages == [(0, 1000)]


@virtual_time
async def test_a_later_hint_takes_the_place_of_an_earlier_one() -> None:
    platform = MemoryPlatform()
    reply = Reply(platform, 42, Posted())
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        for hint in ("-# In line.", "-# Trying.", "-# Trying."):
            reply.hint(hint)
            await asyncio.sleep(1.0)
        reply.end("It failed.")
    (shown,) = platform.messages.values()
    assert [text for _, text in shown.states] == ["-# In line.", "-# Trying.", "It failed."]


@virtual_time
async def test_a_hint_that_comes_with_or_after_the_text_is_not_shown() -> None:
    platform = MemoryPlatform()
    reply = Reply(platform, 42, Posted())
    async with asyncio.TaskGroup() as tasks:
        reply.hint("-# In line.")
        reply.add("text")
        tasks.create_task(reply.write(DESTINATION))
        await asyncio.sleep(1.0)
        reply.hint("-# Trying.")
        reply.end()
    (shown,) = platform.messages.values()
    assert [text for _, text in shown.states] == [f"text {CURSOR}", "text"]


@virtual_time
async def test_a_hint_is_gone_after_an_end_without_text() -> None:
    platform = MemoryPlatform()
    reply = Reply(platform, 42, Posted())
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        reply.hint("-# In line.")
        await asyncio.sleep(1.0)
        reply.end()
    assert (platform.texts(), reply.message_ids) == ([], ())


@virtual_time
@pytest.mark.parametrize(
    ("texts", "notice", "expected"),
    [
        (["```", "py\nx\n```"], "", "-# Afresh.\n```py\nx\n```"),
        ([], "It failed.", "-# Afresh.\nIt failed."),
    ],
)
async def test_a_preface_stands_on_a_line_of_its_own_above_what_comes(
    texts: list[str], notice: str, expected: str
) -> None:
    """It alone is not worth a message."""
    platform = MemoryPlatform()
    reply = Reply(platform, 42, Posted())
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        reply.preface("Afresh.")
        await asyncio.sleep(1.0)
        assert platform.texts() == []
        tasks.create_task(stream(reply, *texts, notice=notice))
    assert platform.texts() == [expected]


@virtual_time
async def test_only_the_first_end_counts() -> None:
    platform = MemoryPlatform()
    reply = Reply(platform, 42, Posted())
    reply.add("complete")
    reply.end()
    reply.end("interrupted")
    await reply.write(DESTINATION)
    assert platform.texts() == ["complete"]


@virtual_time
async def test_the_first_text_does_not_wait_for_the_typing_that_is_under_way() -> None:
    platform = MemoryPlatform(typing_s=2.0)
    await show(platform, "soon", every_s=0.5)
    (shown,) = platform.messages.values()
    assert shown.states[0] == (0.5, "soon")


@virtual_time
async def test_an_answer_of_too_many_pages_goes_on_in_a_file_with_all_of_it() -> None:
    platform = MemoryPlatform(limit_chars=200)
    answer = "".join(f"word{number:03} " for number in range(200))
    reply = Reply(platform, 42, Posted(), max_pages=3, file_text="All of it is here.")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        tasks.create_task(stream(reply, *[answer[at : at + 40] for at in range(0, 1600, 40)]))
    texts = platform.texts()
    assert len(texts) == 4
    assert texts[3] == "All of it is here."
    assert answer.split()[:20] == " ".join(texts[:3]).split()[:20]
    assert not any(CURSOR in text for text in texts)
    files = [shown.file for shown in platform.messages.values()]
    assert files == [None, None, None, File("answer.md", answer.encode())]


@virtual_time
async def test_where_files_are_not_permitted_a_long_answer_goes_on_in_messages() -> None:
    platform = MemoryPlatform(limit_chars=200, takes_files=False)
    answer = "".join(f"word{number:03} " for number in range(200))
    reply = Reply(platform, 42, Posted(), max_pages=3, file_text="All of it is here.")
    reply.preface("Afresh.")
    reply.add(answer)
    reply.end()
    await reply.write(DESTINATION)
    assert f"-# Afresh. {answer}".split() == " ".join(platform.texts()).split()


@virtual_time
async def test_a_file_from_before_a_crash_is_replaced_and_not_doubled() -> None:
    platform = MemoryPlatform(limit_chars=200)
    answer = "".join(f"word{number:03} " for number in range(200))
    for _ in range(2):
        reply = Reply(platform, 42, Posted(), max_pages=2, file_text="All of it is here.")
        reply.attach_existing(
            [ShownMessage(at, shown.text) for at, shown in platform.messages.items()]
        )
        reply.add(answer)
        reply.end()
        await reply.write(DESTINATION)
    assert len(platform.texts()) == 3
    assert list(platform.messages.values())[2].file == File("answer.md", answer.encode())


@virtual_time
async def test_messages_from_before_a_crash_below_a_file_are_deleted_and_the_file_not_doubled() -> (
    None
):
    platform = MemoryPlatform(limit_chars=200)
    for number in range(4):
        await platform.post(DESTINATION, f"earlier {number}", nonce=f"42.{number}")
    reply = Reply(platform, 42, Posted(), max_pages=1, file_text="All of it is here.")
    reply.attach_existing([ShownMessage(at, each.text) for at, each in platform.messages.items()])
    reply.add("".join(f"word{number:03} " for number in range(50)))
    reply.end()
    await reply.write(DESTINATION)
    assert platform.texts()[1:] == ["All of it is here."]
    assert [each.file is not None for each in platform.messages.values()][:2] == [False, True]


@virtual_time
async def test_a_file_whose_post_was_repeated_is_not_sent_once_more() -> None:
    platform = MemoryPlatform(limit_chars=200)

    async def posted(_: int, __: int) -> None:
        platform.lost_responses = [PlatformBusy("no response")]  # to what is posted next

    reply = Reply(platform, 42, posted, max_pages=1, file_text="All of it is here.")
    reply.add("".join(f"word{number:03} " for number in range(50)))
    reply.end()
    await reply.write(DESTINATION)
    assert [len(each.states) for each in platform.messages.values()] == [1, 1]


@virtual_time
async def test_the_first_text_takes_the_place_of_a_hint_at_once_whose_post_was_repeated() -> None:
    platform = MemoryPlatform(pace_s=10.0, lost_responses=[PlatformBusy("no response")])
    reply = Reply(platform, 42, Posted())
    reply.hint("-# In line.")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        await asyncio.sleep(2)
        reply.add("text")
        await asyncio.sleep(1)
        (shown,) = platform.messages.values()
        assert shown.states[1:] == [(2.0, f"text {CURSOR}")]
        reply.end()


@virtual_time
async def test_a_text_that_is_posted_in_place_of_a_refused_hint_is_not_written_twice() -> None:
    def refuses(text: str) -> PlatformError | None:
        return TextRefused("AutoMod") if text.startswith("-#") else None

    platform = MemoryPlatform(refuses=refuses)
    reply = Reply(platform, 42, Posted())
    reply.hint("-# In line.")
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        await asyncio.sleep(1)
        reply.add("text")
        await asyncio.sleep(1)
        (shown,) = platform.messages.values()
        assert shown.states == [(1.0, f"text {CURSOR}")]
        reply.end()


@virtual_time
async def test_a_cursor_from_before_a_crash_is_gone_with_the_answer() -> None:
    platform = MemoryPlatform()
    await platform.post(DESTINATION, f"one two {CURSOR}", nonce="42.0")
    reply = Reply(platform, 42, Posted())
    reply.attach_existing([ShownMessage(1000, f"one two {CURSOR}")])
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        tasks.create_task(stream(reply, "one ", "two ", "three"))
    texts = [text for _, text in platform.messages[1000].states]
    assert texts == [f"one two {CURSOR}", "one two three"]


@virtual_time
async def test_a_reply_that_is_broken_off_has_no_cursor() -> None:
    platform = MemoryPlatform()
    reply = Reply(platform, 42, Posted())
    writing = asyncio.create_task(reply.write(DESTINATION))
    reply.add("one two")
    await asyncio.sleep(1.0)
    writing.cancel()
    await reply.break_off(DESTINATION, "")
    await reply.break_off(DESTINATION, "")
    (shown,) = platform.messages.values()
    assert [text for _, text in shown.states] == [f"one two {CURSOR}", "one two"]


@virtual_time
async def test_what_cannot_be_seen_yet_is_not_written() -> None:
    platform = MemoryPlatform(pace_s=1.0)
    reply = Reply(platform, 42, Posted())
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        reply.add("Look at ")
        for piece in ("![a ", "picture]", "(https://a.exam", "ple/b.png)"):
            await asyncio.sleep(3.0)
            reply.add(piece)
        await asyncio.sleep(3.0)
        reply.end()
    (shown,) = platform.messages.values()
    texts = [text for _, text in shown.states]
    assert len(texts) == len(set(texts))
    assert texts[-1] == "Look at [a picture](https://a.example/b.png)"
    assert platform.not_written > 0


@virtual_time
async def test_the_next_page_begins_right_after_the_one_before_was_completed() -> None:
    platform = MemoryPlatform(limit_chars=200, latency_s=0.04, pace_s=1.0)
    await show(platform, *[f"word{number:03} " for number in range(150)], every_s=0.1)
    shown = list(platform.messages.values())
    assert len(shown) > 5
    for before, after in itertools.pairwise(shown):
        assert after.states[0][0] == pytest.approx(before.states[-1][0] + 0.08, abs=0.02)


@virtual_time
async def test_a_failure_while_the_hints_message_is_stored_takes_the_hints_place() -> None:
    """The hint is shown already, and is no answer from before a crash that would be kept."""
    platform, noted = MemoryPlatform(), asyncio.Event()

    async def posted(number: int, message_id: int) -> None:
        await noted.wait()

    reply = Reply(platform, 42, posted)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(reply.write(DESTINATION))
        reply.hint("-# In line.")
        await asyncio.sleep(1.0)
        reply.fail("It failed.")
        noted.set()
    assert platform.texts() == ["It failed."]
