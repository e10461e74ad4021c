"""The format of a streamed answer, without any IO: feed bytes, get events.

Strategy
--------
The documentation describes a stream as a JSON header, the delimiter, and the answer to the end.
What it leaves open is decided here:

* The header ends where its JSON ends, *not* at the first delimiter: a question that quotes the
  delimiter is repeated in the header. Searching for the delimiter would cut such a header in two.
* Only the first delimiter after the header is one. Later ones are the answer's own text.
* White space before the delimiter is the header's; white space after it may be the answer's
  indentation, so it stays.
* The header is handed on with the delimiter, not before: what follows decides whether this is a
  stream at all. If the header brings the beginning of the answer (`answer` not empty), both are
  handed on at once, because nothing that follows can take that text back.
* A text after the delimiter that repeats the whole of that beginning *is* it and is not shown
  twice. To tell, as much of it as agrees is held back; a clean end within it means that it was
  no repetition, and it is handed on. Losing a word is worse than doubling one.
* An envelope in the place of a stream (and a stream in the place of an envelope) is understood:
  the bytes tell what they are, not the request. So both modes of the API go through here.
* What is no JSON object, or one of somebody else's without the delimiter, does not come from the
  API but from something in between, such as a page that asks to log in.
* Whatever else comes is `AnswerMalformed`. No error's text ever quotes what came.

Events and errors do not depend on how the bytes are split, which is why a failure that is found
in the same bytes as good text waits for the next call. Every byte is looked at once before the
delimiter and goes straight through the UTF-8 decoder after it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from bridge_bot.chat_api.envelope import envelope_in, header_in, is_foreign, msg_and_request_id
from bridge_bot.chat_api.json_object import ObjectScanner, read_object
from bridge_bot.core.errors import AnswerError, AnswerMalformed, ApiRejected, IntermediaryRefused
from bridge_bot.core.model import AnswerEvent, AnswerHeader, AnswerText

DELIMITER = b"645130146e8d07b175fd8b1d5682d520"
"""Documented: before it a JSON string, after it the actual answer."""

MAX_HEADER_BYTES = 8 << 20
"""Far more than any is; but what can be shown must not fail for what is said beside it."""

_BOM = codecs.BOM_UTF8
_SPACE = re.compile(rb"[ \t\r\n]*+")
_OPENING_BRACE = ord("{")


@dataclass(frozen=True, slots=True)
class _Opening:
    """What the JSON at the beginning says. `answer` is None where there is none of that type.

    `msg` and `request_id` are for an error, should no answer follow; `foreign` tells whether the
    object is not the API's then.
    """

    header: AnswerHeader
    answer: str | None
    enveloped: bool
    msg: str
    request_id: str
    foreign: bool


class AnswerStream:
    """One answer of the Chat API, fed as bytes: a header first, then texts.

    `max_header_bytes` bounds everything before the answer, and a whole envelope. After an error
    the stream is of no further use.
    """

    def __init__(self, *, max_header_bytes: int = MAX_HEADER_BYTES) -> None:
        self._max_header_bytes = max_header_bytes
        self._buffer = bytearray()
        self._at = 0
        self._scanner: ObjectScanner | None = None
        self._opening: _Opening | None = None
        self._decoder: codecs.IncrementalDecoder | None = None
        self._repetition = _RepetitionFilter("")

    def feed(self, data: bytes) -> list[AnswerEvent]:
        """The events that these bytes complete.

        Raises `ApiRejected` for an envelope with a code other than 0, `IntermediaryRefused` for
        what is not of the API, `AnswerMalformed` for anything else that is no answer.
        """
        if self._decoder is not None:
            return _texts(self._repetition.take(self._decoder.decode(data)))
        self._buffer += data
        return self._before_answer()

    def close(self) -> list[AnswerEvent]:
        """The events that the end completes. Raises as `feed` does, if it comes too early."""
        if self._decoder is not None:
            rest = self._repetition.take(self._decoder.decode(b"", final=True))
            return _texts(rest + self._repetition.close())
        self._before_answer()  # raises what was put off
        if self._opening is None:
            nothing = not self._buffer[self._at :]
            raise AnswerMalformed("an empty answer" if nothing else "a header without its end")
        if self._at < len(self._buffer):
            raise AnswerMalformed("the end within the delimiter")
        if self._opening.answer:
            return []
        if self._opening.enveloped and self._opening.answer is not None:
            return [self._opening.header]
        raise _no_answer(self._opening, "a header without an answer")

    def _before_answer(self) -> list[AnswerEvent]:
        events: list[AnswerEvent] = []
        if self._opening is None:
            self._opening = self._read_opening()
            if self._opening is None:
                return events
            if self._opening.answer:
                self._repetition = _RepetitionFilter(self._opening.answer)
                events = [self._opening.header, AnswerText(self._opening.answer)]
        if not self._past_delimiter(self._opening, may_wait=bool(events)):
            return events
        if not self._opening.answer:
            events.append(self._opening.header)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        rest = bytes(self._buffer[self._at :])
        # A header can be long, and an answer takes its time: nothing of it is needed any more.
        self._buffer.clear()
        self._opening = self._scanner = None
        return events + self.feed(rest)

    def _read_opening(self) -> _Opening | None:
        if self._scanner is None:
            if not self._at_brace():
                return None
            self._scanner = ObjectScanner(self._at)
        try:
            end = self._scanner.end(self._buffer)
        except ValueError:
            raise AnswerMalformed("a header that is nested too deeply") from None
        self._bound(len(self._buffer) if end is None else end)
        if end is None:
            return None
        fields = read_object(bytes(self._buffer[self._at : end]))
        if fields is None:
            raise AnswerMalformed("a header that is not JSON")
        self._at = end
        return _opening(fields)

    def _at_brace(self) -> bool:
        """Whether the header has begun; skips a byte-order mark and white space before it."""
        if self._at == 0:
            if len(self._buffer) < len(_BOM) and _BOM.startswith(self._buffer):
                return False
            self._at = len(_BOM) if self._buffer.startswith(_BOM) else 0
        self._skip_space()
        if self._at == len(self._buffer):
            return False
        if self._buffer[self._at] != _OPENING_BRACE:
            if self._buffer[self._at] == DELIMITER[0]:
                raise AnswerMalformed("an answer without its header")
            raise IntermediaryRefused("a page in the place of an answer")
        return True

    def _past_delimiter(self, opening: _Opening, *, may_wait: bool) -> bool:
        """Whether the answer has been reached. With `may_wait`, what is wrong can wait."""
        self._skip_space()
        found = bytes(self._buffer[self._at : self._at + len(DELIMITER)])
        if found == DELIMITER:
            self._at += len(DELIMITER)
            return True
        if not may_wait and not DELIMITER.startswith(found):
            raise _no_answer(opening, "a header without the delimiter after it")
        return False

    def _skip_space(self) -> None:
        space = _SPACE.match(self._buffer, self._at)
        if space is not None:
            self._at = space.end()
        self._bound(self._at)

    def _bound(self, size: int) -> None:
        if size > self._max_header_bytes:
            raise AnswerMalformed(f"a header of more than {self._max_header_bytes} bytes")


class _RepetitionFilter:
    """Takes out of what follows a text that was handed on that same text, if all of it is repeated
    at the beginning.
    """

    def __init__(self, handed_on: str) -> None:
        self._handed_on = handed_on
        self._repeated_chars = 0

    def take(self, text: str) -> str:
        """What of the next piece may be handed on."""
        if self._repeated_chars == len(self._handed_on):
            return text
        expected = self._handed_on[self._repeated_chars : self._repeated_chars + len(text)]
        if text.startswith(expected):
            self._repeated_chars += len(expected)
            return text[len(expected) :]
        return self.close() + text

    def close(self) -> str:
        """What was held back, if it has turned out to be no repetition."""
        is_repetition = self._repeated_chars == len(self._handed_on)
        held_back = "" if is_repetition else self._handed_on[: self._repeated_chars]
        self._handed_on, self._repeated_chars = "", 0
        return held_back


def _no_answer(opening: _Opening, reason: str) -> AnswerError:
    if opening.foreign:
        return IntermediaryRefused("an object that is not the Chat API's in the place of an answer")
    return AnswerMalformed(reason, msg=opening.msg, request_id=opening.request_id)


def _opening(fields: dict[str, object]) -> _Opening:
    envelope = envelope_in(fields)
    succeeded = envelope is not None and envelope.code == 0 and envelope.data is not None
    foreign = not succeeded and is_foreign(fields)
    msg, request_id = msg_and_request_id(fields)
    if envelope is None or foreign:
        inner: object = fields
    elif envelope.code != 0:
        raise ApiRejected(
            "the Chat API refused the request",
            code=envelope.code,
            msg=msg,
            request_id=request_id,
        )
    else:
        inner = envelope.data
    if not isinstance(inner, dict):
        raise AnswerMalformed("an envelope without data", msg=msg, request_id=request_id)
    answer = inner.get("answer")
    return _Opening(
        header=header_in(inner),
        answer=answer if isinstance(answer, str) else None,
        enveloped=envelope is not None,
        msg=msg,
        request_id=request_id,
        foreign=foreign,
    )


def _texts(text: str) -> list[AnswerEvent]:
    return [AnswerText(text)] if text else []
