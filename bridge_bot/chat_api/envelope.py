"""What the Chat API's JSON objects say: the header of a stream, and the envelope of an answer.

Strategy: be strict about the little that an answer cannot do without and blind to the rest. The
documentation names the fields but neither says which may be missing nor what `related_docs`
holds; so a field that is absent or of another type counts as not given, and an unknown one is
not looked at. A change here that *requires* a field turns answers that can be shown into errors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bridge_bot.core.model import AnswerHeader

Fields = Mapping[str, object]

FIELDS = frozenset({"code", "data", "msg", "request_id"})
"""The documented fields of an envelope."""

HEADER_FIELDS = frozenset(
    {
        *("answer", "question", "conversation_uid"),
        *("is_qa_mode", "related_docs", "system_message"),
    }
)
"""The documented fields of a stream's header, and of an envelope's `data`."""

MAX_LINE_CHARS = 8192
"""No more is looked at of a text that is put on one line, however long it is."""

_CODE = re.compile(r"-?[0-9]{1,18}")  # no code is longer, and Python refuses a very long number


@dataclass(frozen=True, slots=True)
class Envelope:
    """The frame of every answer that is not a stream. `code` 0 is success; no other is documented.

    `data` is None where it is no object. `msg_and_request_id` gives its other two fields.
    """

    code: int
    data: Fields | None


def envelope_in(fields: Fields) -> Envelope | None:
    """The envelope, or None if these are the fields of a stream's header.

    An envelope has a `code`. With an `answer` or a `conversation_uid` beside that and no `data`,
    it is a header all the same, with an undocumented field of that name.
    """
    code = _integer(fields.get("code"))
    if code is None:
        return None
    if "data" not in fields and not fields.keys().isdisjoint(("answer", "conversation_uid")):
        return None
    data = fields.get("data")
    return Envelope(code, data if isinstance(data, Mapping) else None)


def is_from_the_api(fields: Fields) -> bool:
    """Whether the body of an error is an envelope, or half of one, and so comes from the API.

    Two of the four fields make half of one. A `code` alone does not: what stands in front of an
    API often answers with a code and a `message`, and knows nothing of chatbots. So whatever has
    no `msg` may have no undocumented field either.
    """
    return len(FIELDS & fields.keys()) >= 2 and ("msg" in fields or fields.keys() <= FIELDS)


def is_foreign(fields: Fields) -> bool:
    """Whether this object does not come from the API: it has none of a header's fields, is no
    envelope or half of one, and has undocumented fields.
    """
    known = HEADER_FIELDS & fields.keys() or is_from_the_api(fields)
    return not known and not fields.keys() <= FIELDS


def msg_and_request_id(fields: Fields) -> tuple[str, str]:
    """The `msg` and the `request_id`, each on one line of at most `MAX_LINE_CHARS`, and empty where
    it is missing.
    """
    return one_line(_text(fields, "msg")), one_line(_text(fields, "request_id"))


def header_in(fields: Fields) -> AnswerHeader:
    """The header that these fields make, whatever is missing among them."""
    return AnswerHeader(
        conversation_uid=_text(fields, "conversation_uid") or None,
        system_message=_text(fields, "system_message"),
        related_docs=_docs(fields.get("related_docs")),
    )


def one_line(text: str) -> str:
    """The first `MAX_LINE_CHARS` of the text, in which every run of white space, and of what can't
    be printed, is one space.
    """
    line = text[:MAX_LINE_CHARS]
    return " ".join("".join(char if char.isprintable() else " " for char in line).split())


def _docs(found: object) -> tuple[object, ...]:
    """The entries of `related_docs`, or what stands there in place of a list of them."""
    if isinstance(found, list):
        return tuple(found)
    return (found,) if isinstance(found, dict | str) and found else ()


def _text(fields: Fields, name: str) -> str:
    found = fields.get(name)
    return found if isinstance(found, str) else ""


def _integer(found: object) -> int | None:
    if isinstance(found, bool):
        return None
    if isinstance(found, int):
        return found
    if isinstance(found, str) and _CODE.fullmatch(found):
        return int(found)
    return None
