"""Requests are judged by the description: method and path, and each field of the body."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bridge_bot.sandbox.discord.request_log import LoggedRequest
from tests.harness.discord_openapi import VARIABLE, Description, report_header

_MESSAGE = {
    "type": "object",
    "properties": {"content": {"type": "string", "maxLength": 5}},
    "required": ["content"],
}
_DOCUMENT = {
    "openapi": "3.1.0",
    "paths": {
        "/channels/{channel_id}/messages": {
            "post": {
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {
                                "allOf": [{"$ref": "#/components/schemas/Message"}],
                                "properties": {"nonce": {"type": "string"}},
                            }
                        }
                    },
                    "required": True,
                }
            },
        },
        "/channels/{channel_id}": {
            "patch": {
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "properties": {
                                    "type": {"$ref": "#/components/schemas/ChannelTypes"}
                                }
                            }
                        }
                    }
                }
            }
        },
        "/channels/{channel_id}/{name}": {"get": {}},
        "/channels/{channel_id}/pins": {"get": {}, "put": {}},
    },
    "components": {
        "schemas": {"Message": _MESSAGE, "ChannelTypes": {"oneOf": [{"const": 0}, {"const": 15}]}}
    },
}


@pytest.fixture(name="description")
def _description(tmp_path: Path) -> Description:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(_DOCUMENT))
    return Description(path)


@pytest.mark.parametrize(
    ("method", "path", "body", "fault"),
    [
        ("POST", "/channels/1/messages", {"content": "hi", "nonce": "1"}, ""),
        ("POST", "/channels/1/messages", {"content": 1}, "$.content: 1 is not of type 'string'"),
        ("POST", "/channels/1/messages", {"content": "longer"}, "is too long"),
        ("POST", "/channels/1/messages", {"nonce": "1"}, "'content' is a required property"),
        ("POST", "/channels/1/messages", {"content": "", "flags": 4}, "$.flags is no field"),
        ("POST", "/channels/1/messages", None, "the body is missing"),
        ("PATCH", "/channels/1", {"type": 15}, ""),
        ("PATCH", "/channels/1", {"type": 16}, ""),  # a media channel, which it does not list
        ("PATCH", "/channels/1", {"type": 17}, "17 is not valid under any"),
        ("PUT", "/channels/1/pins", None, ""),
        ("PUT", "/channels/1/pins", {"a": 1}, "a body is not expected"),
        ("GET", "/channels/1/pins?limit=2", None, ""),
        ("DELETE", "/channels/1/pins", None, "is not among the operations"),
        ("GET", "/channels/1", None, "is not among the operations"),
    ],
)
def test_a_request_is_compared_with_its_operation(
    description: Description, method: str, path: str, body: object, fault: str
) -> None:
    found = description.faults(LoggedRequest(0.0, method, path, "", body=body))  # type: ignore[arg-type]
    assert len(found) == (1 if fault else 0)
    assert fault in "".join(found)


def test_what_is_no_description_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text('{"swagger": "2.0"}')
    with pytest.raises(ValueError, match=r"is no OpenAPI 3\.1 document"):
        Description(path)


def test_the_report_says_whether_requests_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert "not compared" in report_header()
    monkeypatch.setenv(VARIABLE, "openapi.json")
    assert report_header().endswith("compared with openapi.json")
