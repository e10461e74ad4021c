"""Requests and responses as HTTP has them: JSON, files, refusals."""

from __future__ import annotations

import json

import pytest

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse
from bridge_bot.sandbox.discord.rest.http import json_response, rate_limited, stubbed
from bridge_bot.sandbox.discord.rules.rate_limits import LimitDecision
from tests.sandbox.discord.api import Api, form


async def test_the_content_type_is_plain_json_and_the_limits_are_told(api: Api) -> None:
    response, body = await api.send("hello")
    assert response.status == 200
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["X-RateLimit-Limit"] == "5"
    assert response.headers["X-RateLimit-Remaining"] == "4"
    assert body["content"] == "hello"


async def test_a_refusal_carries_discords_code_and_the_place_in_theform(api: Api) -> None:
    response, body = await api.send("x" * 2001)
    assert response.status == 400
    assert body["code"] == 50035
    error = body["errors"]["content"]["_errors"][0]
    assert error == {
        "code": "BASE_TYPE_MAX_LENGTH",
        "message": "Must be 2000 or fewer in length.",
    }


async def test_a_file_comes_with_a_message_or_its_edit_and_can_be_downloaded(api: Api) -> None:
    url = f"/channels/{api.channel.id}/messages"
    answer = ("the answer.md", "text/markdown", "# Ganz schön lang".encode())
    about = {"attachments": [{"id": 0, "filename": answer[0], "description": "All of it"}]}
    _, made = await api.call("POST", url, data=form({"content": "Page 1"}))
    assert made["attachments"] == []
    _, body = await api.call("PATCH", f"{url}/{made['id']}", data=form(about, answer))
    (file,) = body["attachments"]
    assert (file["filename"], file["size"]) == (answer[0], len(answer[2]))
    assert (file["content_type"], file["description"]) == (answer[1], "All of it")
    assert body["content"] == "Page 1"
    async with api.http.get(file["url"]) as download:
        assert await download.read() == answer[2]
        assert download.headers["Content-Type"] == "text/markdown"
        assert "the%20answer.md" in download.headers["Content-Disposition"]
    _, body = await api.call("PATCH", f"{url}/{made['id']}", {"content": "Page 1 of 2"})
    assert body["attachments"] == [file]
    _, body = await api.call("PATCH", f"{url}/{made['id']}", {"attachments": [{"id": file["id"]}]})
    assert body["attachments"] == [file]
    _, body = await api.call("PATCH", f"{url}/{made['id']}", {"attachments": []})
    assert body["attachments"] == []


async def test_a_file_alone_is_a_message_and_a_huge_one_is_refused(api: Api) -> None:
    url = f"/channels/{api.channel.id}/messages"
    _, body = await api.call("POST", url, data=form({}, ("answer.md", "text/markdown", b"x")))
    assert (body["content"], len(body["attachments"])) == ("", 1)
    huge = ("answer.md", "text/markdown", bytes(10 * 1024 * 1024 + 1))
    response, body = await api.call("POST", url, data=form({"nonce": "1"}, huge))
    assert (response.status, body["code"]) == (413, 40005)
    assert len(api.said()) == 1


async def test_what_is_no_json_is_refused(api: Api) -> None:
    """With 50109 (Discord's documentation), alone or beside files."""
    headers = {"Authorization": f"Bot {api.server.token}", "Content-Type": "application/json"}
    url = f"{api.server.api_base_url}/channels/{api.channel.id}/messages"
    async with api.http.post(url, data=b"{", headers=headers) as response:
        assert (response.status, (await response.json())["code"]) == (400, 50109)
    assert api.said() == []


def test_a_response_without_a_body_is_204() -> None:
    empty = json_response(200, None, {"X-RateLimit-Limit": "5"})
    assert (empty.status, empty.body) == (204, None)
    assert empty.headers["X-RateLimit-Limit"] == "5"
    assert json_response(201, []).status == 201


@pytest.mark.parametrize(("scope", "is_global"), [("user", False), ("global", True)])
def test_a_429_says_how_long_and_whether_for_the_whole_bot(scope: str, is_global: bool) -> None:
    """As Discord's description of its API has it (`RatelimitedResponse`), but for the code."""
    response = rate_limited(LimitDecision({"Retry-After": "2"}, 1.2345, scope))
    assert isinstance(response.body, bytes)
    body: Json = json.loads(response.body)
    assert (response.status, response.headers["Retry-After"]) == (429, "2")
    assert body["retry_after"] == 1.235
    assert body["global"] is is_global
    assert body["message"]


def test_a_stubbed_response_is_json_or_html_and_a_reset_none() -> None:
    assert stubbed(Reset()) is None
    page = stubbed(StubbedResponse(502, HTML_502, {"X-Way": "1"}))
    refused = stubbed(StubbedResponse(403, {"code": 50013}))
    assert page is not None
    assert refused is not None
    assert (page.status, page.content_type, page.body) == (502, "text/html", HTML_502.encode())
    assert page.headers["X-Way"] == "1"
    assert (refused.status, refused.content_type) == (403, "application/json")
    assert refused.body == b'{"code":50013}'
