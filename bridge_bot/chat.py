"""A chat with the chatbot in the terminal: what `bridge-bot chat` does, without Discord.

Answers go to standard output and everything else to standard error, so that it works in a pipe:
there, each line of standard input is a question. Every question runs in an event loop of its own.
Between questions none runs, so that Ctrl-C raises KeyboardInterrupt as in any program.
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
from dataclasses import dataclass, field
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
from bridge_bot.core.sources.related_docs import sources_in
from bridge_bot.core.sources.sources import Sources
from bridge_bot.discord_markdown import Citations, PrivateMarks, is_blank
from bridge_bot.settings import ChatSettings, RunSettings
from bridge_bot.texts import Texts

FAILED = 1
INTERRUPTED = 130

_TEXTS = Texts.of("en")  # a terminal tells no locale of Discord's

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def chat(settings: ChatSettings, *, language: str | None, conversation: str | None) -> int:
    """Talk until the input ends. Returns the exit code: 0 if every question was answered.

    `conversation` is the uid of a conversation to go on with.
    """
    with Path(os.devnull).open("r+") as devnull:
        # Python has no stream where a shell closed it, as in `<&-`.
        terminal = Terminal(sys.stdin or devnull, sys.stdout or devnull, sys.stderr or devnull)
        options = chat_api_options(settings)
        language = language or settings.chat_api.default_language
        session = Chat(options, terminal, language, conversation)
        try:
            return session.run()
        except OSError as error:
            terminal.give_up(error)
            return FAILED


def chat_api_options(settings: ChatSettings | RunSettings) -> ChatApiOptions:
    """The options of the Chat API's client that the settings give."""
    chat_api = settings.chat_api
    return ChatApiOptions(
        base_url=chat_api.base_url,
        key=chat_api.key.reveal(),
        bot_uid=chat_api.bot_uid,
        bots=chat_api.bots,
        auth_header=chat_api.auth_header,
        auth_scheme=chat_api.auth_scheme,
        proxies=settings.proxies.chosen("CHAT_API_PROXY", chat_api.proxy),
        stream=chat_api.stream,
        connect_timeout_s=chat_api.connect_timeout_s,
        first_byte_timeout_s=chat_api.first_byte_timeout_s,
        idle_timeout_s=chat_api.idle_timeout_s,
        answer_timeout_s=chat_api.answer_timeout_s,
        max_in_flight=chat_api.max_in_flight,
    )


class Terminal:
    """Reads questions from one stream, and writes answers to a second and notices to a third.

    It is `interactive` if a person types the questions.
    """

    def __init__(self, questions: TextIO, answers: TextIO, notices: TextIO) -> None:
        self._questions = questions
        self._answers = answers
        self._notices = notices
        self.interactive = questions.isatty()
        self._escapes_controls = answers.isatty()
        self._at_line_start = True
        for stream in (questions, answers, notices):
            if reconfigure := getattr(stream, "reconfigure", None):
                reconfigure(errors="replace")

    def ask(self) -> str | None:
        """The next question, without white space around it, None at the end of the input."""
        if self.interactive:
            self._notices.write("> ")
            self._notices.flush()
        line = self._questions.readline()
        return line.strip() if line else None

    def show(self, piece: str) -> None:
        """Show a piece of an answer at once."""
        self._answers.write(escape_controls(piece) if self._escapes_controls else piece)
        self._answers.flush()
        self._at_line_start = piece.endswith("\n") if piece else self._at_line_start

    def end_line(self) -> None:
        """Make sure that what follows begins on a new line."""
        if not self._at_line_start:
            self.show("\n")

    def notify(self, notice: str) -> None:
        """Write a line that is no part of an answer."""
        self.end_line()
        self._notices.write(escape_controls(notice) + "\n")
        self._notices.flush()

    def give_up(self, error: OSError) -> None:
        """Tell why nothing can be read or written any more; but nothing where the other end of a
        pipe has just been closed.
        """
        # What is still to be written can't be, and the interpreter would complain at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._answers.fileno())
        if not isinstance(error, BrokenPipeError):
            with contextlib.suppress(OSError):
                self.notify(
                    _TEXTS.get("chat-cut-off", reason=error.strerror or type(error).__name__)
                )


@contextlib.contextmanager
def _stopped_by_ctrl_c() -> Iterator[None]:
    """Within this context a Ctrl-C cancels the current task, once. asyncio would raise
    KeyboardInterrupt at a second one, wherever the program is just then.
    """
    asking, loop = asyncio.current_task(), asyncio.get_running_loop()

    def stop() -> None:
        if asking is not None and not asking.cancelling():
            asking.cancel()

    loop.add_signal_handler(signal.SIGINT, stop)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)


def escape_controls(piece: str) -> str:
    r"""The text with its control characters as `\x1b` and the like: a terminal would obey them."""
    return _CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", piece)


@dataclass
class Chat:
    """One conversation with the chatbot.

    `conversation_uid` is what the API continues it by, None before the first answer. `failures` is
    how many questions were not answered.
    """

    options: ChatApiOptions
    terminal: Terminal
    language: str
    conversation_uid: str | None = None
    failures: int = 0
    _interrupted: bool = False
    _sources: Sources = field(default_factory=Sources)
    _marks: PrivateMarks = field(default_factory=lambda: _plain_marks(Sources()))

    def run(self) -> int:
        """Ask every question from the terminal. Returns the exit code."""
        try:
            for question in self._questions():
                self._answer(question)
        except KeyboardInterrupt:
            return INTERRUPTED
        finally:
            self._tell_how_to_continue()
        return FAILED if self.failures else 0

    def _questions(self) -> Iterator[str]:
        """The questions. A Ctrl-C in place of one ends them only when it comes twice."""
        while True:
            try:
                question = self.terminal.ask()
            except KeyboardInterrupt:
                if self._interrupted or not self.terminal.interactive:
                    raise
                self._interrupted = True
                self.terminal.notify("\n" + _TEXTS.get("chat-leave"))
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
            self.terminal.notify(_TEXTS.get(error.text_key, **error.text_args()))
            self.terminal.notify(f"  {error}")
        except (KeyboardInterrupt, asyncio.CancelledError):
            if not self.terminal.interactive:
                raise KeyboardInterrupt from None
            self._interrupted = True
            self.terminal.notify("\n" + _TEXTS.get("chat-stopped"))

    async def _ask(self, question: str) -> None:
        request = ChatRequest(question, self.language, self.conversation_uid)
        blank = True
        with _stopped_by_ctrl_c():
            async with ChatApi(self.options) as source, source.ask(request) as events:
                async for event in events:
                    self._take(event)
                    if isinstance(event, AnswerText) and not is_blank(event.text):
                        blank = False
        self.terminal.show(self._marks.feed("", ended=True))
        self.terminal.end_line()
        if blank:
            self.terminal.notify(_TEXTS.get("reply-empty"))
        self._list_sources()

    def _list_sources(self) -> None:
        """List the sources of the answer, each with the marks that cite it."""
        if self._sources.distinct:
            self.terminal.notify(_TEXTS.get("chat-sources"))
        for source in self._sources.distinct:
            marks = " ".join(f"[{place}]" for place in self._sources.places(source))
            parts = dict.fromkeys((marks, source.name, source.address))
            self.terminal.notify("  " + " ".join(filter(None, parts)))

    def _take(self, event: AnswerEvent) -> None:
        match event:
            case AnswerText():
                self.terminal.show(self._marks.feed(event.text))
            case AnswerRetried():
                pass
            case AnswerDelayed():
                self.terminal.notify(_TEXTS.get(event.text_key))
            case AnswerHeader():
                self._sources = sources_in(event.related_docs)
                self._marks = _plain_marks(self._sources)
                if event.context_lost:
                    self.terminal.notify(_TEXTS.get("context-lost"))
                if event.context_lost or event.conversation_uid:
                    self.conversation_uid = event.conversation_uid
            case _:
                assert_never(event)

    def _tell_how_to_continue(self) -> None:
        if self.conversation_uid:
            uid = shlex.quote(self.conversation_uid)
            self.terminal.notify(
                _TEXTS.get("chat-go-on", command=f"bridge-bot chat --conversation={uid}")
            )


def _plain_marks(sources: Sources) -> PrivateMarks:
    """What shows the chatbot's private mark of a source as `[1]`, and no others."""
    return PrivateMarks(Citations(sources.citable()).entry_named, mark="[{}]".format)
