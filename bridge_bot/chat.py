"""A chat with the chatbot in the terminal: what `bridge-bot chat` does, without Discord.

Answers go to standard output and everything else to standard error, so that it works in a pipe:
there, each line of standard input is a question. Every question has an event loop of its own;
between questions nothing runs, so that Ctrl-C means what it means in any program.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shlex
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO, assert_never

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.core.errors import AnswerError
from bridge_bot.core.model import (
    AnswerDelayed,
    AnswerEvent,
    AnswerHeader,
    AnswerRetried,
    AnswerText,
    ChatRequest,
)
from bridge_bot.discord_markdown import is_blank
from bridge_bot.settings import ChatApiSettings
from bridge_bot.texts import text

FAILED = 1
INTERRUPTED = 130

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def chat(settings: ChatApiSettings, *, language: str | None, conversation: str | None) -> int:
    """Talk until the input ends; returns the exit code: 0 if every question was answered."""
    with Path(os.devnull).open("r+") as nowhere:
        # Python has no stream where a shell closed it, as in `<&-`.
        terminal = Terminal(sys.stdin or nowhere, sys.stdout or nowhere, sys.stderr or nowhere)
        options = chat_api_options(settings)
        session = Chat(options, terminal, language or settings.default_language, conversation)
        try:
            return session.run()
        except OSError as error:
            terminal.give_up(error)
            return FAILED


def chat_api_options(settings: ChatApiSettings) -> ChatApiOptions:
    """What the client of the Chat API needs of the settings."""
    return ChatApiOptions(
        base_url=settings.base_url,
        key=settings.key.reveal(),
        bot_uid=settings.bot_uid,
        auth_header=settings.auth_header,
        auth_scheme=settings.auth_scheme,
        stream=settings.stream,
        connect_timeout_s=settings.connect_timeout_s,
        first_byte_timeout_s=settings.first_byte_timeout_s,
        idle_timeout_s=settings.idle_timeout_s,
        answer_timeout_s=settings.answer_timeout_s,
        max_in_flight=settings.max_in_flight,
    )


class Terminal:
    """Where a chat takes place: questions in, answers out, and words about them beside."""

    def __init__(self, questions: TextIO, answers: TextIO, aside: TextIO) -> None:
        self._questions = questions
        self._answers = answers
        self._aside = aside
        self.interactive = questions.isatty()
        self._raw = not answers.isatty()
        self._at_line_start = True
        for stream in (questions, answers, aside):
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(errors="replace")

    def ask(self) -> str | None:
        """The next question, without white space around it, None at the end of the input."""
        if self.interactive:
            self._aside.write("> ")
            self._aside.flush()
        line = self._questions.readline()
        return line.strip() if line else None

    def show(self, piece: str) -> None:
        """Show a piece of an answer at once."""
        self._answers.write(piece if self._raw else harmless(piece))
        self._answers.flush()
        self._at_line_start = piece.endswith("\n")

    def end_line(self) -> None:
        """What follows begins on a new line."""
        if not self._at_line_start:
            self.show("\n")

    def tell(self, words: str) -> None:
        """Say a line that is no part of an answer."""
        self.end_line()
        self._aside.write(harmless(words) + "\n")
        self._aside.flush()

    def give_up(self, error: OSError) -> None:
        """Say what is in the way of reading or writing, unless whoever read has just left."""
        # What is still to be written can't be, and the interpreter would complain at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._answers.fileno())
        if not isinstance(error, BrokenPipeError):
            with contextlib.suppress(OSError):
                self.tell(text("chat-cut-off", reason=error.strerror or type(error).__name__))


@contextlib.contextmanager
def _stopped_by_ctrl_c() -> Iterator[None]:
    """A Ctrl-C cancels this task, and once: asyncio itself raises at the next one, wherever."""
    asking, loop = asyncio.current_task(), asyncio.get_running_loop()

    def stop() -> None:
        if asking is not None and not asking.cancelling():
            asking.cancel()

    loop.add_signal_handler(signal.SIGINT, stop)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)


def harmless(piece: str) -> str:
    """The text with its control characters written out: a terminal would obey them."""
    return _CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", piece)


@dataclass
class Chat:
    """One conversation with the chatbot. `conversation_uid` is what it is continued by."""

    options: ChatApiOptions
    terminal: Terminal
    language: str
    conversation_uid: str | None = None
    failures: int = 0
    _interrupted: bool = False

    def run(self) -> int:
        """Ask every question of the terminal; returns the exit code."""
        try:
            for question in self._questions():
                self._answer(question)
        except KeyboardInterrupt:
            return INTERRUPTED
        finally:
            self._say_how_to_go_on()
        return FAILED if self.failures else 0

    def _questions(self) -> Iterator[str]:
        """The questions; a Ctrl-C in place of one counts only when it comes twice."""
        while True:
            try:
                question = self.terminal.ask()
            except KeyboardInterrupt:
                if self._interrupted or not self.terminal.interactive:
                    raise
                self._interrupted = True
                self.terminal.tell("\n" + text("chat-leave"))
                continue
            if question is None:
                return
            if question:
                self._interrupted = False
                yield question

    def _answer(self, question: str) -> None:
        try:
            asyncio.run(self._ask(question))
        except AnswerError as error:
            self.failures += 1
            self.terminal.tell(text(error.text_key, **error.text_args()))
            self.terminal.tell(f"  {error}")
        except (KeyboardInterrupt, asyncio.CancelledError):
            if not self.terminal.interactive:
                raise KeyboardInterrupt from None
            self._interrupted = True
            self.terminal.tell("\n" + text("chat-stopped"))

    async def _ask(self, question: str) -> None:
        request = ChatRequest(question, self.language, self.conversation_uid)
        blank = True
        with _stopped_by_ctrl_c():
            async with ChatApi(self.options) as source, source.ask(request) as events:
                async for event in events:
                    self._take(event)
                    if isinstance(event, AnswerText) and not is_blank(event.text):
                        blank = False
        self.terminal.end_line()
        if blank:
            self.terminal.tell(text("reply-empty"))

    def _take(self, event: AnswerEvent) -> None:
        match event:
            case AnswerText():
                self.terminal.show(event.text)
            case AnswerRetried():
                pass
            case AnswerDelayed():
                self.terminal.tell(text(event.text_key))
            case AnswerHeader():
                if event.context_lost:
                    self.terminal.tell(text("context-lost"))
                if event.context_lost or event.conversation_uid:
                    self.conversation_uid = event.conversation_uid
            case _:
                assert_never(event)

    def _say_how_to_go_on(self) -> None:
        if self.conversation_uid:
            uid = shlex.quote(self.conversation_uid)
            self.terminal.tell(text("chat-go-on", command=f"bridge-bot chat --conversation={uid}"))
