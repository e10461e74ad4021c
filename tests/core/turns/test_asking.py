"""What is sent to the Chat API, and what is shown and stored of its answer."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bridge_bot.core.errors import (
    AnswerTooLong,
    ApiRejected,
    ApiUnreachable,
    PlaceClosed,
    QuotationWithdrawn,
    StoreError,
    TurnStopped,
)
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerHeader,
    AnswerText,
    ChannelDestination,
    Control,
    ConversationKey,
    DelayReason,
    NumberedSource,
    Question,
    Source,
    Turn,
    TurnState,
)
from bridge_bot.core.turns import asking
from bridge_bot.store.answers.sources import SqlSources
from bridge_bot.store.conversations import SqlConversations
from tests.harness.english import text
from tests.harness.running_core import (
    ANN,
    HERE,
    RunningCore,
    Script,
    header,
    running_core,
    set_in_server,
)


async def test_the_uid_that_the_api_gave_goes_back_with_the_next_question(tmp_path: Path) -> None:
    async with running_core(tmp_path, [header("uid-1"), AnswerText("one")]) as core:
        await core.ask(id_=11)
        await core.ended(1)
        await core.ask(id_=12)
        await core.ended(2)
        assert [request.conversation_uid for request in core.source.requests] == [None, "uid-1"]


async def test_a_uid_that_changes_replaces_the_one_before(tmp_path: Path) -> None:
    async with running_core(
        tmp_path, [header("old"), AnswerText("1")], [header("new"), AnswerText("2")]
    ) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.ended(2)
        assert (await core.store.conversations.get(HERE)).conversation_uid == "new"


async def test_a_lost_context_is_told_in_a_line_above_the_answer_and_the_uid_replaced(
    tmp_path: Path,
) -> None:
    anew = AnswerHeader("new", context_lost=True)
    async with running_core(
        tmp_path, [header("old"), AnswerText("1")], [anew, AnswerText("# Two")]
    ) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.ended(2)
        assert core.platform.texts() == ["1", "-# " + text("context-lost") + "\n# Two"]
        assert (await core.store.conversations.get(HERE)).conversation_uid == "new"


async def test_a_lost_context_without_a_new_uid_leaves_none(tmp_path: Path) -> None:
    anew = AnswerHeader(None, context_lost=True)
    async with running_core(tmp_path, [header("old"), AnswerText("1")], [anew]) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.ended(2)
        assert (await core.store.conversations.get(HERE)).conversation_uid is None
        assert core.platform.texts()[1] == (
            "-# " + text("context-lost") + "\n" + text("reply-empty")
        )


async def test_the_old_uid_is_kept_when_the_new_request_fails_too(tmp_path: Path) -> None:
    async with running_core(
        tmp_path, [header("old"), AnswerText("1")], [ApiRejected("no")]
    ) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.ended(2)
        assert (await core.store.conversations.get(HERE)).conversation_uid == "old"


async def test_a_uid_that_could_not_be_stored_is_stored_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [StoreError("its server is away")]
    set_uid = SqlConversations.set_uid

    async def fail_once(
        self: SqlConversations, key: ConversationKey, uid: str | None, chat_bot: str, **of: int
    ) -> None:
        if failures:
            raise failures.pop()
        await set_uid(self, key, uid, chat_bot, **of)

    monkeypatch.setattr(SqlConversations, "set_uid", fail_once)
    async with running_core(tmp_path, [header("uid-1"), AnswerText("one")]) as core:
        await core.ask(id_=11)
        await core.ended(1)
        async with asyncio.timeout(20):
            while (await core.store.conversations.get(HERE)).conversation_uid != "uid-1":  # noqa: ASYNC110
                await asyncio.sleep(0.05)
    assert not failures


async def test_a_uid_that_could_not_be_stored_goes_with_the_next_question_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise StoreError("its server is away")

    monkeypatch.setattr(SqlConversations, "set_uid", fail)
    monkeypatch.setattr(SqlConversations, "replace_uid", fail)
    async with running_core(tmp_path, [header("uid-1"), AnswerText("one")]) as core:
        await core.ask(id_=11)
        await core.ended(1)
        await core.ask(id_=12)
        await core.ended(2)
        assert [request.conversation_uid for request in core.source.requests] == [None, "uid-1"]


@pytest.mark.parametrize(
    "error", [TurnStopped("by its asker"), PlaceClosed("archived")], ids=["stopped", "no notice"]
)
async def test_a_uid_that_is_still_being_stored_when_an_answer_is_stopped_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: TurnStopped | PlaceClosed
) -> None:
    begun, set_uid = asyncio.Event(), SqlConversations.set_uid

    async def hang_once(
        self: SqlConversations, key: ConversationKey, uid: str | None, chat_bot: str, **of: int
    ) -> None:
        if not begun.is_set():
            begun.set()
            await asyncio.Event().wait()
        await set_uid(self, key, uid, chat_bot, **of)

    monkeypatch.setattr(SqlConversations, "set_uid", hang_once)
    script: Script = [header("uid-1"), AnswerText("one"), asyncio.Event()]
    async with running_core(tmp_path, script) as core:
        await core.ask(id_=11)
        await core.until_shown()
        await begun.wait()
        running = core.turns.asked_by(11)
        assert running
        running.withdraw(error)
        await core.ended(1)
        await core.ask(id_=12)
        await core.ended(2)
        assert [request.conversation_uid for request in core.source.requests] == [None, "uid-1"]


async def test_a_uid_is_stored_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored, set_uid = list[str | None](), SqlConversations.set_uid

    async def count(
        self: SqlConversations, key: ConversationKey, uid: str | None, chat_bot: str, **of: int
    ) -> None:
        stored.append(uid)
        await set_uid(self, key, uid, chat_bot, **of)

    monkeypatch.setattr(SqlConversations, "set_uid", count)
    async with running_core(tmp_path, [header("uid-1"), AnswerText("one")]) as core:
        await core.ask()
        await core.ended()
    assert stored == ["uid-1"]


async def test_a_uid_that_is_stored_late_does_not_replace_that_of_a_later_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures, tried_again = [StoreError("its server is away")], asyncio.Event()
    set_uid, replace_uid = SqlConversations.set_uid, SqlConversations.replace_uid

    async def fail_once(
        self: SqlConversations, key: ConversationKey, uid: str | None, chat_bot: str, **of: int
    ) -> None:
        if failures:
            raise failures.pop()
        await set_uid(self, key, uid, chat_bot, **of)

    async def replace(
        self: SqlConversations,
        key: ConversationKey,
        former: str | None,
        uid: str,
        chat_bot: str,
        **of: int,
    ) -> None:
        await replace_uid(self, key, former, uid, chat_bot, **of)
        tried_again.set()

    monkeypatch.setattr(SqlConversations, "set_uid", fail_once)
    monkeypatch.setattr(SqlConversations, "replace_uid", replace)
    async with running_core(
        tmp_path, [header("uid-1"), AnswerText("one")], [header("uid-2"), AnswerText("two")]
    ) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.ended(2)
        async with asyncio.timeout(20):
            await tried_again.wait()
        assert (await core.store.conversations.get(HERE)).conversation_uid == "uid-2"


@pytest.mark.parametrize("reason", DelayReason)
async def test_a_hint_tells_of_a_delay_until_the_answer_takes_its_place(
    tmp_path: Path, reason: DelayReason
) -> None:
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerDelayed(reason), go_on, AnswerText("so")]) as core:
        await core.ask()
        await core.until_shown()
        assert core.platform.texts() == ["-# " + text(f"delayed-{reason}")]
        go_on.set()
        await core.ended()
        assert core.platform.texts() == ["so"]


async def test_a_delay_that_ends_in_an_error_is_replaced_by_it(tmp_path: Path) -> None:
    async with running_core(
        tmp_path, [AnswerDelayed(DelayReason.RETRYING), ApiUnreachable("no")]
    ) as core:
        await core.ask()
        await core.ended()
        (shown,) = core.platform.texts()
        assert shown == text("ending-notice", notice=text("error-api-unreachable"))


async def test_a_system_message_is_shown_apart_as_subtext(tmp_path: Path) -> None:
    first = AnswerHeader("uid-1", system_message="Maintenance at 8.\nBe quick.")
    async with running_core(tmp_path, [first, AnswerText("Because.")]) as core:
        await core.ask()
        await core.ended()
        assert core.platform.texts() == ["-# Maintenance at 8.\n-# Be quick.\nBecause."]


async def test_a_system_message_stands_below_the_line_of_a_lost_context(tmp_path: Path) -> None:
    first = AnswerHeader("uid-1", system_message="Maintenance.", context_lost=True)
    async with running_core(tmp_path, [first, AnswerText("Because.")]) as core:
        await core.ask()
        await core.ended()
        lost = f"-# {text('context-lost')}"
        assert core.platform.texts() == [f"{lost}\n-# Maintenance.\nBecause."]


async def test_of_two_headers_the_last_one_counts(tmp_path: Path) -> None:
    first, second = (AnswerHeader("uid-1", system_message=each) for each in ("One.", "Two."))
    async with running_core(tmp_path, [first, second, AnswerText("Because.")]) as core:
        await core.ask()
        await core.ended()
        assert core.platform.texts() == ["-# Two.\nBecause."]


async def test_a_system_message_is_shown_with_an_answer_that_is_empty(tmp_path: Path) -> None:
    first = AnswerHeader("uid-1", system_message="Maintenance.")
    async with running_core(tmp_path, [first]) as core:
        await core.ask()
        await core.ended()
        assert core.platform.texts() == [f"-# Maintenance.\n{text('reply-empty')}"]


async def test_an_answer_without_end_is_ended_with_a_notice(tmp_path: Path) -> None:
    piece = AnswerText("word " * 20_000)
    pieces = [piece] * (asking.MOST_CHARS // len(piece.text) + 1)
    async with running_core(tmp_path, [header(), *pieces, asyncio.Event()], max_pages=1) as core:
        await core.ask()
        (ended,) = await core.ended()
        assert isinstance(ended.error, AnswerTooLong)
        page, attached = core.platform.texts()
        assert page.endswith(text("ending-notice", notice=text("error-answer-too-long")))
        assert attached == text("answer-attached")


FIRST = Turn.of(Question(11, HERE, "why?", ANN, ChannelDestination(7)), owner="").id


def offers_sources(core: RunningCore) -> list[bool]:
    """Whether the button stands under each message."""
    return [
        Control.SOURCES in {each.control for each in message.buttons}
        for message in core.platform.messages.values()
    ]


DOCS = ({"title": "A", "url": "https://a.example"}, "B", {"url": "https://a.example"})


@pytest.mark.parametrize("show_sources", [True, False])
async def test_an_answer_cites_its_sources_and_names_them_below_and_offers_to_show_them(
    tmp_path: Path, show_sources: bool
) -> None:
    told = AnswerHeader("uid", related_docs=DOCS)
    async with running_core(
        tmp_path, [told, AnswerText("so [2][3"), AnswerText("] [1].")], show_sources=show_sources
    ) as core:
        await core.ask(id_=11)
        await core.ended(1)
        shown = "so [1][[2]](<https://a.example>) [2]."
        if show_sources:
            shown += "\n-# Sources: \\[1\\] B · [[2] A](<https://a.example>)"
        assert core.platform.texts() == [shown]
        assert offers_sources(core) == [show_sources]
        kept = [NumberedSource(1, Source("B")), NumberedSource(2, Source("A", "https://a.example"))]
        assert await core.store.sources.of_turn(FIRST) == (kept if show_sources else [])


async def test_a_row_that_is_no_longer_wanted_goes_with_the_end_of_the_answer(
    tmp_path: Path,
) -> None:
    go_on = asyncio.Event()
    script: Script = [AnswerHeader("uid", related_docs=DOCS), AnswerText("so "), go_on]
    async with running_core(tmp_path, [*script, AnswerText("[1].")]) as core:
        await core.ask()
        await core.until_shown()
        (message,) = core.platform.messages.values()
        assert [each.control for each in message.buttons] == [Control.STOP]
        await set_in_server(core, SettingName.SHOW_CONTROLS, value=False)
        go_on.set()
        await core.ended()
        assert message.buttons == ()
        assert core.database.rows("SELECT * FROM sources") == []


async def test_without_a_row_no_sources_are_kept(tmp_path: Path) -> None:
    told = AnswerHeader("uid", related_docs=DOCS)
    scripts: list[Script] = [[told, AnswerText("so [1].")] for _ in range(2)]
    async with running_core(tmp_path, *scripts) as core:
        await set_in_server(core, SettingName.SHOW_CONTROLS, value=False)
        await core.ask(id_=12)
        await core.ended()
        core.restart(show_controls=False)
        await core.ask(id_=13)
        await core.ended(2)
        assert offers_sources(core) == [False] * 2
        assert core.database.rows("SELECT * FROM sources") == []


async def test_sources_that_can_not_be_kept_cost_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise StoreError("its server is away")

    monkeypatch.setattr(SqlSources, "replace", fail)
    told = AnswerHeader("uid", related_docs=("B",))
    async with running_core(tmp_path, [told, AnswerText("so [1].")]) as core:
        await core.ask(id_=11)
        (ended,) = await core.ended()
        assert (ended.state, ended.error) == (TurnState.DONE, None)
        assert core.platform.texts() == ["so [1].\n-# Sources: \\[1\\] B"]
        (failed,) = [each for each in core.events if isinstance(each, OperationFailed)]
        assert failed.operation is Operation.SAVE_SOURCES


async def test_the_sources_of_the_last_header_count(tmp_path: Path) -> None:
    first = AnswerHeader("uid", related_docs=DOCS)
    last = AnswerHeader("uid", related_docs=("C",))
    async with running_core(tmp_path, [first, last, AnswerText("so [1].")]) as core:
        await core.ask(id_=11)
        await core.ended(1)
        assert core.platform.texts() == ["so [1].\n-# Sources: \\[1\\] C"]
        kept = await core.store.sources.of_turn(FIRST)
        assert kept == [NumberedSource(1, Source("C"))]


async def test_an_answer_that_breaks_off_or_shows_nothing_names_no_sources(tmp_path: Path) -> None:
    told = AnswerHeader("uid", related_docs=DOCS)
    async with running_core(
        tmp_path, [told, AnswerText("half [1] "), ApiRejected("no")], [told]
    ) as core:
        await core.ask(id_=11)
        await core.ask(id_=12)
        await core.ended(2)
        half, blank = core.platform.texts()
        assert half.startswith("half [[1]](<https://a.example>)\n\n")
        assert "Sources" not in half
        assert blank == text("reply-empty")
        assert offers_sources(core) == [False, False]
        assert core.database.rows("SELECT * FROM sources") == []


async def test_a_server_can_do_without_the_line_of_sources(tmp_path: Path) -> None:
    told = AnswerHeader("uid", related_docs=DOCS)
    async with running_core(tmp_path, [told, AnswerText("so [1].")]) as core:
        await set_in_server(core, SettingName.SHOW_SOURCES, value=False)
        await core.ask(id_=11)
        await core.ended(1)
        assert core.platform.texts() == ["so [[1]](<https://a.example>)."]
        assert offers_sources(core) == [False]
        assert core.database.rows("SELECT * FROM sources") == []


@pytest.mark.parametrize("own_text", ["why?", ""])
async def test_who_opts_out_while_a_question_waits_is_not_quoted_in_it(
    tmp_path: Path, own_text: str
) -> None:
    """Where nothing else is left of the question, nothing is asked, and its asker is told."""
    go_on = asyncio.Event()
    async with running_core(tmp_path, [AnswerText("one"), go_on]) as core:
        await core.ask(id_=11)
        waits = Question(
            *(12, HERE, f"> my words\n\n{own_text}".strip(), ANN, ChannelDestination(7)),
            quoted_ids=frozenset({9}),
            own_text=own_text,
        )
        await core.submit(waits)
        await core.dependencies.opt_outs.opt_out(9)
        go_on.set()
        ends = await core.ended(2)
        assert [each.question for each in core.source.requests][1:] == [own_text] * bool(own_text)
        assert isinstance(ends[1].error, QuotationWithdrawn) is not bool(own_text)
        if not own_text:
            assert text("quotation-left-out") in core.platform.texts()[-1]
