"""`bridge-bot chat` as a process: in a pipe, and on a terminal that it is made to believe in."""

from __future__ import annotations

import asyncio
import os
import pty
import signal
import sys
import termios
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn
from tests.harness.english import text

WAIT_S = 20.0
Process = asyncio.subprocess.Process


def settings(api: ChatApiStandIn) -> dict[str, str]:
    """The environment: no variable of Discord's, and none of this process's but the path."""
    return {
        "PATH": os.environ["PATH"],
        "CHAT_API_BASE_URL": api.base_url,
        "CHAT_API_KEY": api.key,
        "CHAT_BOT_UID": api.bot_uid,
    }


async def start(
    environment: dict[str, str],
    folder: Path,
    *arguments: str,
    stdin: int = asyncio.subprocess.PIPE,
    stdout: int = asyncio.subprocess.PIPE,
) -> Process:
    command = (sys.executable, "-X", "dev", "-m", "bridge_bot.cli", "chat", *arguments)
    return await asyncio.create_subprocess_exec(
        *command,
        cwd=folder,
        env=environment,
        stdin=stdin,
        stdout=stdout,
        stderr=asyncio.subprocess.PIPE,
    )


async def piped(
    api: ChatApiStandIn, folder: Path, questions: str, *arguments: str, **changed: str
) -> tuple[str, str, int]:
    """Answers, what was said beside, and the exit code."""
    process = await start({**settings(api), **changed}, folder, *arguments)
    async with asyncio.timeout(WAIT_S):
        answers, aside = await process.communicate(questions.encode())
    assert process.returncode is not None
    assert "Traceback" not in aside.decode()
    return answers.decode(), aside.decode(), process.returncode


async def reads(stream: asyncio.StreamReader | None, words: str) -> str:
    """Everything up to and with these words, once they are there."""
    assert stream is not None
    async with asyncio.timeout(WAIT_S):
        return (await stream.readuntil(words.encode())).decode()


async def interrupt(process: Process) -> None:
    """Press Ctrl-C once the program waits for a line. Python would see a signal that comes between
    the prompt and the read only when the read is over.
    """
    state = Path(f"/proc/{process.pid}/stat")
    async with asyncio.timeout(WAIT_S):
        while state.read_text().rpartition(")")[2].split()[0] != "S":  # noqa: ASYNC110 - it sleeps
            await asyncio.sleep(0.01)
    process.send_signal(signal.SIGINT)


async def test_each_line_of_a_pipe_is_a_question_of_one_conversation(tmp_path: Path) -> None:
    """Only answers are on standard output; the last word beside says how to go on."""
    async with ChatApiStandIn() as api:
        api.script(Script("It is blue."), Script("Because.\n"))
        answers, aside, code = await piped(api, tmp_path, "What?\n\n  Why so? ")
    assert (answers, code) == ("It is blue.\nBecause.\n", 0)
    assert [request.body["q"] for request in api.requests] == ["What?", "Why so?"]
    uid = api.requests[0].conversation_uid
    assert api.requests[1].body["conversation_uid"] == uid
    assert aside.splitlines()[-1].endswith(f"bridge-bot chat --conversation={uid}")


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
        answers, aside, code = await piped(api, tmp_path, "One?\nTwo?\n")
    assert (answers, code) == ("Fine.\n", 1)
    assert text("error-api-rejected") in aside
    assert "code 1234" in aside
    assert "Not today." in aside


async def test_what_came_before_a_failure_stays_and_ends_its_line(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        api.script(Script("half an answer", fault=ConnectionFault.CUT, fault_after_bytes=10_000))
        answers, aside, code = await piped(api, tmp_path, "One?\n")
    assert (answers, code) == ("half an answer\n", 1)
    assert text("error-api-broken-off") in aside


async def test_a_wrong_key_is_told_without_it(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        answers, aside, code = await piped(api, tmp_path, "One?\n", CHAT_API_KEY="wrong-0815")
    assert (answers, code) == ("", 1)
    assert "status 403" in aside
    assert "0815" not in aside


async def test_a_lost_conversation_is_told_beside_the_answer(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        answers, aside, code = await piped(api, tmp_path, "One?\n", "--conversation", "unknown")
    assert "turn 1" in answers
    assert text("context-lost") in aside
    assert "unknown" not in aside
    assert code == 0


@pytest.mark.parametrize("answer", ["", "\n\n", " \u00a0\t", "\u200b\ufeff\n"])
async def test_an_answer_that_shows_nothing_is_told_to_be_none(tmp_path: Path, answer: str) -> None:
    async with ChatApiStandIn() as api:
        api.script(Script(answer))
        answers, aside, code = await piped(api, tmp_path, "One?\n")
    assert (answers.strip("\n"), code) == (answer.strip("\n"), 0)
    assert text("reply-empty") in aside


async def test_missing_settings_are_named_and_none_of_discord(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        _, aside, code = await piped(api, tmp_path, "One?\n", CHAT_API_KEY="", CHAT_BOT_UID="")
    assert code == 2
    assert "CHAT_API_KEY" in aside
    assert "CHAT_BOT_UID" in aside
    assert "DISCORD" not in aside


async def test_an_unknown_language_is_refused(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        _, aside, code = await piped(api, tmp_path, "One?\n", "--language", "tlh")
        assert (code, api.requests) == (2, [])
    assert "zh-Hans" in aside


async def test_a_reader_who_leaves_ends_it_quietly(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api:
        readable, writable = os.pipe()
        os.close(readable)
        process = await start(settings(api), tmp_path, stdout=writable)
        os.close(writable)
        async with asyncio.timeout(WAIT_S):
            _, aside = await process.communicate(b"One?\n")
    assert process.returncode == 1
    (line,) = aside.decode().splitlines()
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
            shown, aside = await process.communicate(b"What?\n")
    assert (shown.decode(), process.returncode) == (answers, code)
    assert told in aside.decode()
    assert "Traceback" not in aside.decode()


class Person:
    """Who sits at the terminal: reads its screen, and types."""

    def __init__(self, end: int) -> None:
        self.screen = asyncio.StreamReader()
        self._end = end

    def type(self, keys: str) -> None:
        os.write(self._end, keys.encode())


@asynccontextmanager
async def terminal() -> AsyncIterator[tuple[Person, int]]:
    """A terminal that shows what is written as it is: a person, and the end for a program."""
    ours, theirs = pty.openpty()
    mode = termios.tcgetattr(theirs)
    mode[1] &= ~termios.OPOST
    mode[3] &= ~termios.ECHO
    termios.tcsetattr(theirs, termios.TCSANOW, mode)
    person = Person(ours)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(person.screen), os.fdopen(ours, "r+b", 0)
    )
    try:
        yield person, theirs
    finally:
        transport.close()
        os.close(theirs)


DANGEROUS = "a\x1b[2Jb\x9bc\rd\x07\te\n"


@pytest.mark.parametrize("is_terminal", [True, False])
async def test_control_characters_do_not_reach_a_terminal(
    tmp_path: Path, is_terminal: bool
) -> None:
    """A pipe gets the answer as it is."""
    async with ChatApiStandIn() as api, terminal() as (person, theirs):
        api.script(Script(DANGEROUS))
        stdout = theirs if is_terminal else asyncio.subprocess.PIPE
        process = await start(settings(api), tmp_path, stdout=stdout)
        assert process.stdin is not None
        process.stdin.write(b"Why?\n")
        process.stdin.close()
        shown = await reads(person.screen if is_terminal else process.stdout, "e\n")
        assert await asyncio.wait_for(process.wait(), WAIT_S) == 0
    assert shown == (r"a\x1b[2Jb\x9bc\x0dd\x07" + "\te\n" if is_terminal else DANGEROUS)


async def test_ctrl_c_ends_the_answer_and_twice_the_program(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api, terminal() as (person, theirs):
        api.script(
            Script(
                chunks=[(0.0, "first words")], fault=ConnectionFault.STALL, fault_after_bytes=10_000
            ),
            Script("Fine."),
        )
        process = await start(settings(api), tmp_path, stdin=theirs)
        await reads(process.stderr, "> ")
        person.type("One?\n")
        await reads(process.stdout, "first words")
        process.send_signal(signal.SIGINT)
        await reads(process.stderr, text("chat-stopped") + "\n> ")
        await asyncio.wait_for(api.requests[0].over.wait(), WAIT_S)
        person.type("Two?\n")
        assert await reads(process.stdout, "Fine.\n") == "\nFine.\n"
        await reads(process.stderr, "> ")
        await interrupt(process)
        await reads(process.stderr, text("chat-leave") + "\n> ")
        await interrupt(process)
        assert "--conversation=" in await reads(process.stderr, "\n")
        assert await asyncio.wait_for(process.wait(), WAIT_S) == 130


async def test_ctrl_c_at_once_again_is_no_stack_trace(tmp_path: Path) -> None:
    """A key that is held or hit twice: the second comes while the answer is being ended."""
    async with ChatApiStandIn() as api, terminal() as (person, theirs):
        api.script(
            Script(chunks=[(0.0, "words")], fault=ConnectionFault.STALL, fault_after_bytes=10_000)
        )
        process = await start(settings(api), tmp_path, stdin=theirs)
        await reads(process.stderr, "> ")
        person.type("One?\n")
        await reads(process.stdout, "words")
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGINT)
        person.type("\x04")
        assert process.stderr is not None
        async with asyncio.timeout(WAIT_S):
            aside = (await process.stderr.read()).decode()
            assert await process.wait() in (0, 130)
    assert "KeyboardInterrupt" not in aside
    assert "Traceback" not in aside


async def test_ctrl_d_ends_the_program(tmp_path: Path) -> None:
    async with ChatApiStandIn() as api, terminal() as (person, theirs):
        process = await start(settings(api), tmp_path, stdin=theirs)
        await reads(process.stderr, "> ")
        person.type("\x04")
        assert await asyncio.wait_for(process.wait(), WAIT_S) == 0
        assert api.requests == []
