"""`bridge-bot chat` in a pipe: what it asks, writes and reports as an error, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from tests.harness.chat_process import WAIT_S, piped, reads, settings, start
from tests.harness.connect_proxy import connect_proxy
from tests.harness.english import text

pytestmark = pytest.mark.sqlite  # the terminal's chat has no database


async def test_each_line_of_a_pipe_is_a_question_of_one_conversation(tmp_path: Path) -> None:
    """Only answers are on standard output; the last line on standard error says how to go on."""
    async with ChatApiStandIn() as api:
        api.script(Script("It is blue."), Script("Because.\n"))
        process = await start(settings(api), tmp_path)
        async with asyncio.timeout(WAIT_S):
            answers, written = await process.communicate(b"What?\n\n  Why so? ")
    errors = written.decode()
    assert (answers.decode(), process.returncode) == ("It is blue.\nBecause.\n", 0)
    assert "Traceback" not in errors
    assert [request.body["q"] for request in api.requests] == ["What?", "Why so?"]
    uid = api.requests[0].conversation_uid
    assert api.requests[1].body["conversation_uid"] == uid
    assert errors.splitlines()[-1].endswith(f"bridge-bot chat --conversation={uid}")


async def test_a_conversation_goes_on_in_the_chosen_language(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        await piped(api, tmp_path, "One?\n", DEFAULT_LANGUAGE="fr")
        uid = api.requests[0].conversation_uid
        answers, _, _ = await piped(
            api, tmp_path, "Two?\n", "--language", "jp", "--conversation", uid
        )
    assert "turn 2" in answers
    assert [request.language for request in api.requests] == ["fr", "jp"]


async def test_an_answer_is_written_while_it_streams(tmp_path: Path) -> None:
    """The first words are there while the API is silent and the input still open."""
    async with ChatApiStandIn() as api:
        api.script(
            Script(
                chunks=[(0.0, "first words")], fault=ConnectionFault.STALL, fault_after_bytes=10_000
            )
        )
        process = await start(settings(api), tmp_path)
        assert process.stdin is not None
        process.stdin.write(b"Why?\n")
        assert await reads(process.stdout, "words") == "first words"
        process.send_signal(signal.SIGINT)
        assert await asyncio.wait_for(process.wait(), WAIT_S) == 130
        process.stdin.close()


async def test_a_question_that_fails_is_told_and_the_next_is_asked(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        api.script(Script(code=1234, msg="Not today."), Script("Fine."))
        answers, errors, code = await piped(api, tmp_path, "One?\nTwo?\n")
    assert (answers, code) == ("Fine.\n", 1)
    assert text("error-api-rejected") in errors
    assert "code 1234" in errors
    assert "Not today." in errors


async def test_what_came_before_a_failure_stays_and_ends_its_line(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        api.script(Script("half an answer", fault=ConnectionFault.CUT, fault_after_bytes=10_000))
        answers, errors, code = await piped(api, tmp_path, "One?\n")
    assert (answers, code) == ("half an answer\n", 1)
    assert text("error-api-broken-off") in errors


async def test_a_wrong_key_is_told_without_it(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        answers, errors, code = await piped(api, tmp_path, "One?\n", CHAT_API_KEY="wrong-swordfish")
    assert (answers, code) == ("", 1)
    assert "status 403" in errors
    assert "swordfish" not in errors


async def test_a_lost_conversation_is_told_beside_the_answer(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        answers, errors, code = await piped(api, tmp_path, "One?\n", "--conversation", "unknown")
    assert "turn 1" in answers
    assert text("context-lost") in errors
    assert "unknown" not in errors
    assert code == 0


@pytest.mark.parametrize("answer", ["", "\n\n", " \u00a0\t", "\u200b\ufeff\n"])
async def test_an_answer_that_shows_nothing_is_told_to_be_none(tmp_path: Path, answer: str) -> None:
    async with ChatApiStandIn() as api:
        api.script(Script(answer))
        answers, errors, code = await piped(api, tmp_path, "One?\n")
    assert (answers.strip("\n"), code) == (answer.strip("\n"), 0)
    assert text("reply-empty") in errors


async def test_missing_settings_are_named_and_none_of_discord(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        _, errors, code = await piped(api, tmp_path, "One?\n", CHAT_API_KEY="", CHAT_BOT_UID="")
    assert code == 2
    assert "CHAT_API_KEY" in errors
    assert "CHAT_BOT_UID" in errors
    assert "DISCORD" not in errors


async def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        _, errors, code = await piped(api, tmp_path, "One?\n", "--language", "tlh")
        assert (code, api.requests) == (2, [])
    assert "zh-Hans" in errors


async def test_a_reader_who_leaves_ends_it_quietly(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        readable, writable = os.pipe()
        os.close(readable)
        process = await start(settings(api), tmp_path, stdout=writable)
        os.close(writable)
        async with asyncio.timeout(WAIT_S):
            _, errors = await process.communicate(b"One?\n")
    assert process.returncode == 1
    (line,) = errors.decode().splitlines()
    assert "--conversation=" in line


@pytest.mark.parametrize(
    ("redirected", "answers", "told", "code"),
    [
        ("<&-", "", "", 0),
        (">&-", "", "--conversation=", 0),
        ("2>&-", "It is blue.\n", "", 0),
        (">/dev/full", "", "No space left on device", 1),
    ],
)
async def test_a_stream_that_is_closed_or_full_is_no_stack_trace(
    tmp_path: Path, redirected: str, answers: str, told: str, code: int
) -> None:
    async with ChatApiStandIn() as api:
        api.script(Script("It is blue."))
        process = await asyncio.create_subprocess_shell(
            f'"{sys.executable}" -X dev -m bridge_bot.cli chat {redirected}',
            cwd=tmp_path,
            env=settings(api),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        async with asyncio.timeout(WAIT_S):
            shown, errors = await process.communicate(b"What?\n")
    assert (shown.decode(), process.returncode) == (answers, code)
    assert told in errors.decode()
    assert "Traceback" not in errors.decode()


async def test_the_sources_of_an_answer_are_listed_below_it_with_its_marks(tmp_path: Path) -> None:
    """Not on standard output, where the answer has its marks as `[1]`."""
    docs = [{"title": "Guide", "url": "https://a.example"}, "FAQ", 7, {"url": "https://a.example"}]
    said = Script("So【4:0†FAQ】 it [1] is【4:1†x】.", chunk_chars=3, related_docs=docs)
    async with ChatApiStandIn() as api:
        api.script(said, Script("Fine.\n"))
        answers, errors, code = await piped(api, tmp_path, "One?\nTwo?\n")
    assert (answers, code) == ("So[2] it [1] is.\nFine.\n", 0)
    listed = f"{text('chat-sources')}\n  [1] [4] Guide https://a.example\n  [2] FAQ\n"
    assert errors.startswith(listed)
    assert errors.count(text("chat-sources")) == 1


async def test_it_asks_by_the_proxy_and_says_which_one_refuses_it(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api, connect_proxy("me:hunter-2") as proxy:
        by_proxy = {"http_proxy": proxy.url("me:hunter-2")}
        _, _, code = await piped(api, tmp_path, "One?\n", **by_proxy)
        assert (code, len(api.requests), proxy.connected.total()) == (0, 1, 1)
        by_proxy = {"CHAT_API_PROXY": proxy.url("me:hunter-3")}
        _, errors, code = await piped(api, tmp_path, "Two?\n", **by_proxy)
        assert (code, len(api.requests), proxy.refused) == (1, 1, 1)
        assert text("error-intermediary-refused", status=407, server="unknown") in errors
        assert f"the proxy 127.0.0.1:{proxy.port} of CHAT_API_PROXY does not accept" in errors
        assert "hunter" not in errors
