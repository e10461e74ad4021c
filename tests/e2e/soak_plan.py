"""What a soak does to the bot, and what the chatbot answers in it: all of it from one seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script
from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse, When

WRITES = (
    ("POST", r"/channels/\d+/messages"),
    ("POST", r"/channels/\d+/messages"),
    ("PATCH", r"/channels/\d+/messages/\d+"),
    ("PATCH", r"/channels/\d+/messages/\d+"),
    ("POST", r".*/threads"),
    ("PUT", r".*/reactions/.*"),
    ("DELETE", r".*/reactions/.*"),
)
"""The requests that get faults: what a reply needs, the more often the more it needs it."""

READS = (("GET", r"/channels/\d+/messages"), ("GET", r"/channels/\d+"), ("GET", "/users/@me"))

CALM_PART = 0.4
"""So much of the time, at its end, nobody ends the process: there its memory is watched."""

TO_CONNECT_S = 20.0
"""So long may a new process take, among all the troubles, until it is connected."""

TO_READ_S = 1.2
"""And so much longer for each conversation, to read what was missed: in its channel and its
thread, at no more than five requests a second, of which every third meets some trouble. A process
that ends before begins anew."""

_EVERY_S = 1.5
_PROCESS = ("kill", "kill", "stop", "stop at once")
_GATEWAY = (
    *("drop 1006", "drop 4000", "drop 4009", "reconnect", "repeat"),
    *("session over", "session lost", "refuse"),
)
_REST = ("reset", "5xx", "429", "429 for all", "slow", "no threads")


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that happens, `at_s` seconds after the beginning, for `for_s` where it lasts."""

    at_s: float
    kind: str
    for_s: float = 0.0
    method: str = ""
    path: str = ""
    fault: StubbedResponse | Reset | None = None
    times: int = 1

    def __str__(self) -> str:
        fault = ""
        if self.fault is not None:
            fault = f"{self.fault.when.name.lower()} {self.method} {self.path}"
        lasts = f"for {self.for_s:.1f} s" if self.for_s else ""
        return " ".join(filter(None, (f"{self.at_s:6.1f} s", self.kind, lasts, fault)))


def troubles(seed: str, duration_s: float, conversations: int) -> Iterator[Trouble]:
    """All that happens, in order."""
    chance = random.Random(f"{seed} troubles")
    between_ends_s = TO_CONNECT_S + TO_READ_S * conversations
    at_s, killed_at_s = 2.0, float("-inf")
    while at_s < duration_s:
        kind = chance.choice(("process", "gateway", "rest", "rest", "rest", "rest", "rest"))
        if kind == "gateway":
            kind = chance.choice(_GATEWAY)
            yield Trouble(at_s, kind, chance.uniform(1, 5) if kind == "refuse" else 0.0)
        elif kind == "rest":
            yield _rest(chance, at_s)
        elif at_s > killed_at_s + between_ends_s and at_s < duration_s * (1 - CALM_PART):
            killed_at_s = at_s
            yield Trouble(at_s, chance.choice(_PROCESS), chance.uniform(0.1, 5))
        at_s += chance.expovariate(1 / _EVERY_S)


def _rest(chance: random.Random, at_s: float) -> Trouble:
    kind = chance.choice(_REST)
    if kind in ("slow", "no threads"):
        return Trouble(at_s, kind, chance.uniform(1, 4))
    method, path = chance.choice(WRITES + READS)
    when = chance.choice(list(When))
    fault: StubbedResponse | Reset
    if kind == "reset":
        fault = Reset(when)
    elif kind == "5xx":
        fault = StubbedResponse(chance.choice((500, 502, 503)), HTML_502, when=when)
    else:
        fault = limited(chance.uniform(0.2, 3), everywhere=kind == "429 for all")
    return Trouble(at_s, kind, 0.0, method, path, fault, chance.randint(1, 3))


def limited(retry_after_s: float, *, everywhere: bool = False) -> StubbedResponse:
    """Discord's 429, of one route or of the bot as a whole."""
    body = {
        "message": "You are being rate limited.",
        "retry_after": round(retry_after_s, 3),
        "global": everywhere,
    }
    headers = {
        "Via": "1.1 google",
        "Retry-After": str(int(retry_after_s) + 1),
        "X-RateLimit-Scope": "global" if everywhere else "shared",
    }
    return StubbedResponse(429, body, headers)


def answer_to(seed: str, question: str) -> str:
    """The whole answer: paragraphs that name the question, over one to three pages."""
    chance = random.Random(f"{seed} {question}")
    return "\n\n".join(
        f"{question}.{number:02} " + "word " * chance.randint(10, 40)
        for number in range(chance.randint(2, 30))
    ).strip()


def script(seed: str, question: str, attempt: int) -> Script:
    """What the Chat API does when a question is asked for the n-th time, counted from 0."""
    chance = random.Random(f"{seed} {question} {attempt}")
    text = answer_to(seed, question)
    part = chance.randint(400, 400 + len(text) // 2)
    spoken = {
        "text": text,
        "first_delay_s": chance.uniform(0.1, 0.8),
        "chars_per_s": chance.uniform(300, 1500),
        "chunk_chars": 40,
    }
    fate = chance.random()
    if fate < 0.03:
        return Script(status=chance.choice((500, 502)), code=50000, msg="Failing.")
    if fate < 0.06:
        return Script(status=429, code=42900, msg="Busy.", headers={"Retry-After": "1"})
    if fate < 0.08:
        return Script(text=text, fault=ConnectionFault.RESET)
    if fate < 0.09:
        return Script(code=1234, msg="No.")
    if fate < 0.14:
        fault = chance.choice(
            (
                ConnectionFault.CUT,
                ConnectionFault.RESET,
                ConnectionFault.STALL,
                ConnectionFault.GARBAGE,
            )
        )
        return Script(**spoken, fault=fault, fault_after_bytes=part)  # type: ignore[arg-type]
    return Script(**spoken)  # type: ignore[arg-type]
