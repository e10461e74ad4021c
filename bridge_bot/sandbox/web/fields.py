"""The fields of a request of the page, checked: nothing of it is trusted."""

from __future__ import annotations

import base64
import binascii
import re

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Upload
from bridge_bot.sandbox.discord.rules.validation import FILES_LIMIT

FILES_BYTES = 8 * 1024 * 1024
"""The most bytes that the files of one message may have together."""

_ID = re.compile(r"\d{1,20}")
_TYPE = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,60}")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\"<>|:*?]+')
_VALUES = 25


class InvalidField(Exception):
    """A field of a request is missing or not valid. The message is for a person to read."""


class Fields:
    """The fields of one request. Every getter raises `InvalidField`."""

    def __init__(self, given: Json) -> None:
        self._given = given

    def text(self, name: str, *, most: int, least: int = 0) -> str:
        """Return a text of `least` to `most` characters; a missing one is empty."""
        found = self._given.get(name, "")
        if not isinstance(found, str):
            raise InvalidField(f"{name} has to be a text")
        if not least <= len(found) <= most:
            raise InvalidField(f"{name} has to have {least} to {most} characters")
        try:
            found.encode()
        except UnicodeEncodeError:
            raise InvalidField(f"{name} holds half a character") from None
        return found

    def id(self, name: str) -> int:
        """Return an id, which comes as a text of digits."""
        found = self.maybe_id(name)
        if found is None:
            raise InvalidField(f"{name} is missing")
        return found

    def maybe_id(self, name: str) -> int | None:
        """Return an id, or None if it is missing."""
        found = self._given.get(name)
        if found is None:
            return None
        if not isinstance(found, str) or not _ID.fullmatch(found):
            raise InvalidField(f"{name} has to be an id")
        return int(found)

    def flag(self, name: str, *, otherwise: bool = False) -> bool:
        """Return a boolean; `otherwise` if it is missing."""
        found = self._given.get(name, otherwise)
        if not isinstance(found, bool):
            raise InvalidField(f"{name} has to be true or false")
        return found

    def texts(self, name: str) -> list[str]:
        """Return a list of short texts, which is empty if it is missing."""
        found = self._given.get(name) or []
        if not isinstance(found, list) or len(found) > _VALUES:
            raise InvalidField(f"{name} has to be a list of up to {_VALUES}")
        return [_short(name, each) for each in found]

    def form(self, name: str, *, files: str) -> dict[str, str | bool | list[str | Upload]]:
        """Return what is filled into a form: texts, ticks and lists of texts, by their names.

        `files` are files with, as `field`, the name of the one that they are chosen in.
        """
        filled: dict[str, str | bool | list[str | Upload]] = {}
        for key, value in self._mapping(name).items():
            if isinstance(value, list):
                filled[key] = [*Fields({key: value}).texts(key)]
            else:
                filled[key] = value if isinstance(value, bool) else _short(key, value)
        for field, upload in self.named_files(files):
            chosen = filled.setdefault(field, [])
            if isinstance(chosen, list):
                chosen.append(upload)
        return filled

    def values(self, name: str) -> dict[str, str | float]:
        """Return texts, numbers and booleans by their names: the options of a command."""
        found = self._mapping(name)
        for key, value in found.items():
            if isinstance(value, str):
                _short(key, value)
            elif not isinstance(value, bool | int | float):
                raise InvalidField(f"{key} has to be a text, a number, or true or false")
        return found

    def files(self, name: str) -> list[Upload]:
        """Return files, whose bytes come as base64."""
        found = self._given.get(name) or []
        if not isinstance(found, list) or len(found) > FILES_LIMIT:
            raise InvalidField(f"a message takes up to {FILES_LIMIT} files")
        uploads = [_upload(str(index), each) for index, each in enumerate(found)]
        if sum(len(each.data) for each in uploads) > FILES_BYTES:
            raise InvalidField(f"the files of a message may have {FILES_BYTES >> 20} MiB together")
        return uploads

    def named_files(self, name: str) -> list[tuple[str, Upload]]:
        """Return files, each with the name of the field or option that it was chosen for."""
        uploads = self.files(name)
        fields = [Fields(each).text("field", most=100) for each in self._given.get(name) or ()]
        return list(zip(fields, uploads, strict=True))

    def _mapping(self, name: str) -> Json:
        found = self._given.get(name) or {}
        if not isinstance(found, dict) or len(found) > _VALUES:
            raise InvalidField(f"{name} has to be an object with up to {_VALUES} fields")
        return found


def _short(name: str, value: object) -> str:
    return Fields({name: value}).text(name, most=6000)


def _upload(key: str, given: object) -> Upload:
    if not isinstance(given, dict):
        raise InvalidField("a file has to be an object")
    fields = Fields(given)
    name = _UNSAFE.sub("_", fields.text("name", most=255, least=1)).strip(" .") or "file"
    kind = fields.text("type", most=121)
    try:
        data = base64.b64decode(fields.text("data", most=FILES_BYTES * 2), validate=True)
    except (binascii.Error, ValueError):
        raise InvalidField(f"{name} did not arrive whole") from None
    return Upload(key, name, kind if _TYPE.fullmatch(kind) else "application/octet-stream", data)
