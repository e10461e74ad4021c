"""How the Chat API stand-in answers one request: with some text, or with a failure.

A `Script` is a value. It knows the bytes of its response and when each of them is due; how they
get on the wire is the business of `transmission`.
"""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

DELIMITER = b"645130146e8d07b175fd8b1d5682d520"
"""Documented: before it a JSON string, after it the actual answer."""

Chunk = tuple[float, str | bytes]
"""Seconds after the chunk before it, and what is sent then: text, or bytes as they are."""


class ConnectionFault(enum.Enum):
    """What happens to the connection after `Script.fault_after_bytes` bytes of the body."""

    STALL = enum.auto()
    """Nothing more comes, and the connection stays open."""
    RESET = enum.auto()
    """The connection is reset (TCP RST)."""
    CUT = enum.auto()
    """The connection is closed without the end that HTTP asks for."""
    GARBAGE = enum.auto()
    """Bytes that are no HTTP chunk follow, then the connection is closed."""


@dataclass(frozen=True, slots=True)
class Script:
    """One response. Without anything: an empty answer, at once.

    The answer is `text`, after `first_delay_s`, cut into pieces of `chunk_chars` at `chars_per_s`
    (None: all at once); or `chunks`, which replaces the three and may hold bytes that are no
    text. With `stream` false in the request the answer comes as an envelope when the last chunk
    would have been sent. `header` adds fields to the header or replaces them; None removes one.

    A `code` other than 0 makes it an envelope with `msg`. `body` replaces everything before
    it, as bytes sent as they are after `first_delay_s`. `status` and `headers` (also
    `Content-Length`, wrong if one likes) are those of the response.
    """

    text: str = ""
    first_delay_s: float = 0.0
    chars_per_s: float | None = None
    chunk_chars: int = 20
    chunks: Sequence[Chunk] | None = None
    header: Mapping[str, object] = field(default_factory=dict)
    is_qa_mode: bool = False
    related_docs: Sequence[object] = ()
    system_message: str = ""
    code: int = 0
    msg: str = ""
    body: bytes | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    fault: ConnectionFault | None = None
    fault_after_bytes: int = 0

    def schedule(self) -> Iterator[tuple[float, str | bytes]]:
        """Each chunk of the answer with when it is due, in seconds after the request."""
        if self.chunks is not None:
            due_s = 0.0
            for delay_s, chunk in self.chunks:
                due_s += delay_s
                yield due_s, chunk
            return
        for start in range(0, len(self.text), self.chunk_chars):
            after_s = start / self.chars_per_s if self.chars_per_s else 0.0
            yield self.first_delay_s + after_s, self.text[start : start + self.chunk_chars]

    def stream_header(self, question: str, conversation_uid: str) -> bytes:
        """The bytes before the answer of a stream, delimiter included; layout as documented."""
        fields: dict[str, object] = {
            "answer": "",
            "question": question,
            "related_docs": list(self.related_docs),
            "conversation_uid": conversation_uid,
            "is_qa_mode": self.is_qa_mode,
            "system_message": self.system_message,
        }
        return _json(self._changed(fields)) + b"\n" + DELIMITER

    def envelope(self, question: str, conversation_uid: str, request_id: str) -> bytes:
        """The whole answer that is not streamed; layout as documented."""
        answer = b"".join(as_bytes(chunk) for _, chunk in self.schedule())
        fields: dict[str, object] = {
            "answer": answer.decode("utf-8", "replace"),
            "conversation_uid": conversation_uid,
            "is_qa_mode": self.is_qa_mode,
            "question": question,
            "system_message": self.system_message,
        }
        if self.related_docs:
            fields["related_docs"] = list(self.related_docs)
        return envelope(0, "Success.", request_id, self._changed(fields))

    def _changed(self, fields: dict[str, object]) -> dict[str, object]:
        changed = {**fields, **self.header}
        return {name: value for name, value in changed.items() if value is not None}


def envelope(
    code: int, msg: str, request_id: str, data: Mapping[str, object] | None = None
) -> bytes:
    """The documented frame around an answer that is not streamed, and here around errors too."""
    return _json({"code": code, "data": data, "msg": msg, "request_id": request_id})


def as_bytes(chunk: str | bytes) -> bytes:
    """A chunk as it goes on the wire."""
    return chunk.encode() if isinstance(chunk, str) else chunk


def _json(fields: Mapping[str, object]) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace")
