"""The Chat API stand-in: the documented API on this machine, answering as it is scripted.

It does what the documentation says of path, body, both modes and languages. How a request is
authenticated and which codes errors have is not documented: those of the stand-in are made up, and
nothing should rely on them.
"""

from __future__ import annotations

import asyncio
import json
import uuid
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Self

from aiohttp import web

from bridge_bot.sandbox.chat_api.conversations import Conversations, RecordedRequest
from bridge_bot.sandbox.chat_api.languages import NATIVE_NAMES
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.chat_api.transmission import Transmission

LANGUAGES = frozenset(NATIVE_NAMES)
_TYPES = {"q": str, "conversation_uid": str, "language": str, "stream": bool}

Answerer = Callable[[Sequence[str], str], Script]
"""Called with the questions of the conversation, of which the last is to be answered, and the code
of the language that was asked for; returns the response."""


def echo(questions: Sequence[str], language: str) -> Script:
    """An answer that shows what arrived: the question, the language, the turn."""
    lines = (
        f"This is turn {len(questions)} of our conversation, in language `{language}`.",
        f"You asked: {questions[-1]}",
        "I am a stand-in and know nothing, but I say it **one piece at a time**.",
    )
    return Script(text="\n\n".join(lines), chars_per_s=2000, chunk_chars=40)


class ChatApiStandIn:
    """Chatbots behind the Chat API, on a free port of 127.0.0.1; an async context manager.

    A request that passes the API's own checks gets the next script given to `script`, else
    `default` (a script, or a function of the request), else what `answer` returns. All requests
    are in `requests`, the refused ones too. The `documents`, which answers may refer to, can be
    read below `documents_url` by their names. `others` are further chatbots by their uids; one does
    not know the conversations of another.
    """

    def __init__(
        self,
        *,
        key: str = "sandbox-key",
        bot_uid: str = "sandbox-bot",
        answer: Answerer = echo,
        others: Mapping[str, Answerer] | None = None,
        unknown_conversation: Literal["refuse", "new"] = "refuse",
        documents: Mapping[str, str] | None = None,
        port: int = 0,
    ) -> None:
        self.key = key
        self.bot_uid = bot_uid
        self.answer = answer
        self.others = dict(others or {})
        self.default: Script | Callable[[RecordedRequest], Script] | None = None
        self.requests: list[RecordedRequest] = []
        self.conversations = Conversations(unknown_conversation)
        self.base_url = ""
        self._documents = documents or {}
        self._port = port
        self._bot_of: dict[str, str] = {}  # by conversation
        self._scripts: deque[Script] = deque()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=8 << 20)
        app.router.add_get("/documents/{name:.+}", self._document)
        app.router.add_post("/api/v1/backend/chatbot/{bot_uid}/chat", self._chat)
        # Cancelled handlers are how a client that left early is noticed; the short shutdown is
        # because a stalled answer would never end by itself.
        self._runner = web.AppRunner(
            app, handler_cancellation=True, shutdown_timeout=0.1, access_log=None
        )
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        port = self._runner.addresses[0][1]
        self.base_url = f"http://127.0.0.1:{port}"
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def script(self, *scripts: Script) -> None:
        """Queue what the next requests get, one script each."""
        self._scripts.extend(scripts)

    @property
    def documents_url(self) -> str:
        """The address of the documents, without a slash at its end."""
        return f"{self.base_url}/documents"

    async def _document(self, request: web.Request) -> web.Response:
        if (text := self._documents.get(request.match_info["name"])) is None:
            raise web.HTTPNotFound
        return web.Response(text=text)

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        body = _fields(await request.read())
        recorded = RecordedRequest(
            body=body or {},
            headers=request.headers.copy(),
            path=request.raw_path,
            bot_uid=request.match_info["bot_uid"],
            at_s=asyncio.get_running_loop().time(),
        )
        self.requests.append(recorded)
        script = self._error(recorded, body) or self._answer_to(recorded)
        return await Transmission(request, recorded, script, str(uuid.uuid4())).run()

    def _error(self, request: RecordedRequest, body: dict[str, object] | None) -> Script | None:
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            return Script(status=401, code=40100, msg="A bearer key is needed.")
        if key != self.key:
            return Script(status=403, code=40300, msg="This key is not known.")
        if request.bot_uid not in {self.bot_uid, *self.others}:
            return Script(status=404, code=40400, msg="There is no such chatbot.")
        problem = _problem(body)
        if body is None or problem:
            return Script(status=400, code=40000, msg=problem)
        uid = str(body.get("conversation_uid", ""))
        of_another = self._bot_of.get(uid, request.bot_uid) != request.bot_uid
        if of_another or not self.conversations.knows(uid):
            return Script(status=400, code=40001, msg="There is no such conversation.")
        return None

    def _answer_to(self, recorded: RecordedRequest) -> Script:
        recorded.conversation_uid, recorded.turn = self.conversations.add(
            str(recorded.body.get("conversation_uid", "")), recorded.question
        )
        self._bot_of[recorded.conversation_uid] = recorded.bot_uid
        if self._scripts:
            return self._scripts.popleft()
        if isinstance(self.default, Script):
            return self.default
        if self.default is not None:
            return self.default(recorded)
        questions = self.conversations.questions[recorded.conversation_uid]
        answer = self.others.get(recorded.bot_uid, self.answer)
        return answer(tuple(questions), recorded.language)


def _fields(body: bytes) -> dict[str, object] | None:
    try:
        found = json.loads(body)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _problem(body: dict[str, object] | None) -> str:
    """What is wrong with a body according to the documentation; empty if nothing is."""
    if body is None:
        return "The body is not a JSON object."
    if not body.get("q"):
        return "q is required."
    for name, value in body.items():
        if name not in _TYPES:
            return f"There is no parameter {name}."
        if not isinstance(value, _TYPES[name]):
            return f"{name} has to be a {_TYPES[name].__name__}."
    if body.get("language", "auto") not in LANGUAGES:
        return "There is no such language."
    return ""
