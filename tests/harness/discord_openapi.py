"""Judges the bot's requests by Discord's official description of its API, an OpenAPI 3.1 document.

The document is not part of the project. Name a copy of `openapi.json` of discord/discord-api-spec
in `BRIDGE_BOT_DISCORD_OPENAPI`, and each end-to-end test fails whose requests it does not allow.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from bridge_bot.sandbox.discord.request_log import LoggedRequest

VARIABLE = "BRIDGE_BOT_DISCORD_OPENAPI"

_DOCUMENT = "urn:discord-openapi"
_BODY_KINDS = ("application/json", "multipart/form-data")

_SENT_BESIDE = {
    ("/webhooks/{webhook_id}/{webhook_token}/messages/@original", "patch"): frozenset({"tts"})
}
"""Fields that discord.py 2.7.1 sends with every edit of a response, and Discord does not read."""

_UNLISTED = {"ChannelTypes": {"title": "GUILD_MEDIA", "const": 16}}
"""Values that a schema of the description lacks, and Discord documents and takes. Media channels
are in the table of channel types: https://docs.discord.com/developers/resources/channel, and a menu
of channels may ask for them.
"""


def path_of_description() -> Path | None:
    """The copy that the environment names, if it does."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else None


def report_header() -> str:
    """Whether requests are judged, for the head of the tests' report."""
    path = path_of_description()
    if path is None:
        return f"requests to Discord: not compared with its OpenAPI description ({VARIABLE})"
    return f"requests to Discord: compared with {path}"


class Operation(NamedTuple):
    """What the description says of one method and path."""

    body: Draft202012Validator | None
    body_fields: frozenset[str]
    needs_body: bool


class Description:
    """The operations of the document at `path`. ValueError if it is no such document."""

    def __init__(self, path: Path) -> None:
        document = json.loads(path.read_bytes())
        if not str(document.get("openapi", "")).startswith("3.1") or not document.get("paths"):
            raise ValueError(f"{path} is no OpenAPI 3.1 document with paths")
        schemas = document.get("components", {}).get("schemas", {})
        for name, value in _UNLISTED.items():
            listed = schemas.get(name, {}).get("oneOf", [])
            if all(each.get("const") != value["const"] for each in listed):
                listed.append(value)  # two of one value would be refused by "oneOf"
        self._document = document
        resource = DRAFT202012.create_resource(document)
        self._registry: Registry[Any] = Registry().with_resource(_DOCUMENT, resource)
        # Words before variables: `/messages/@original` is not `/messages/{message_id}`.
        paths = sorted(document["paths"], key=lambda each: ("{" in each, each.count("{")))
        self._patterns = [(_pattern(each), each) for each in paths]
        self._operations: dict[tuple[str, str], Operation] = {}

    def faults(self, request: LoggedRequest) -> list[str]:
        """What the description does not allow of a request; a line for each."""
        path, _, _ = request.path.partition("?")
        names = [name for pattern, name in self._patterns if pattern.fullmatch(path)]
        method = request.method.lower()
        name = next((each for each in names if method in self._document["paths"][each]), None)
        if name is None:
            return [f"{request.method} {path} is not among the operations"]
        where = f"{request.method} {name}"
        return [
            f"{where}: {fault}" for fault in self._faults(self._operation(name, method), request)
        ]

    def _faults(self, operation: Operation, request: LoggedRequest) -> Iterator[str]:
        if operation.body is None:
            if request.body:
                yield "a body is not expected"
            return
        if request.body is None:
            if operation.needs_body:
                yield "the body is missing"
            return
        for error in operation.body.iter_errors(request.body):
            yield f"{error.json_path}: {error.message[:300]}"
        if operation.body_fields and isinstance(request.body, dict):
            for unknown in sorted(set(request.body) - operation.body_fields):
                yield f"$.{unknown} is no field"

    def _operation(self, path: str, method: str) -> Operation:
        if (path, method) not in self._operations:
            self._operations[path, method] = self._read(path, method)
        return self._operations[path, method]

    def _read(self, path: str, method: str) -> Operation:
        described = self._document["paths"][path][method]
        request_body = described.get("requestBody") or {}
        content = request_body.get("content", {})
        kind = next((each for each in _BODY_KINDS if each in content), None)
        if kind is None:
            return Operation(None, frozenset(), needs_body=False)
        pointer = "/".join(_escaped(each) for each in ("paths", path, method, "requestBody"))
        pointer += f"/content/{_escaped(kind)}/schema"
        body = Draft202012Validator({"$ref": f"{_DOCUMENT}#/{pointer}"}, registry=self._registry)
        fields = frozenset(self._fields(content[kind]["schema"]))
        fields |= _SENT_BESIDE.get((path, method), frozenset())
        return Operation(body, fields, bool(request_body.get("required")))

    def _fields(self, schema: Mapping[str, Any]) -> Iterable[str]:
        """The names that an object of this schema may have at its top."""
        if "$ref" in schema:
            yield from self._fields(self._resolved(schema["$ref"]))
        yield from schema.get("properties", {})
        for part in (*schema.get("allOf", ()), *schema.get("oneOf", ()), *schema.get("anyOf", ())):
            yield from self._fields(part)

    def _resolved(self, reference: str) -> Mapping[str, Any]:
        found: Any = self._document
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
        return dict(found)


@cache
def description() -> Description | None:
    """The description that the environment names, read once."""
    path = path_of_description()
    return None if path is None else Description(path)


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{\w+\}", path)
    return re.compile("[^/]+".join(re.escape(each) for each in parts))


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")
