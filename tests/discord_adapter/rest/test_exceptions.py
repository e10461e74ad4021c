"""Only Discord's own JSON error codes are a refusal; all else passes, and is waited out."""

from __future__ import annotations

import json

import aiohttp
import discord
import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.discord_adapter.rest.exceptions import NotFromDiscord, is_refusal, is_transient
from tests.discord_adapter.offline_client import http_error


@pytest.mark.parametrize(
    ("status", "code"),
    [(403, 50001), (403, 50013), (404, 10003), (404, 10008), (400, 50035), (403, 160005)],
)
def test_a_documented_code_is_a_refusal(status: int, code: int) -> None:
    error = http_error(status, {"message": "no", "code": code})
    assert is_refusal(error)
    assert not is_transient(error)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 408, 410, 429, 500, 502, 503, 524])
@pytest.mark.parametrize(
    "body",
    [
        "<html>Access denied</html>",
        "default backend - 404",
        {},
        {"code": 0},
        {"code": 40333},
        {"code": 20028},
        {"code": 20029},
        {"code": 130000},
        {"code": "10003"},
        {"code": None},
    ],
)
def test_what_has_no_such_code_passes_whatever_its_status(status: int, body: object) -> None:
    error = http_error(status, body)
    assert is_transient(error)
    assert not is_refusal(error)


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_a_status_that_passes_does_so_with_any_code(status: int) -> None:
    assert is_transient(http_error(status, {"code": 50013}))


@pytest.mark.parametrize(
    "error",
    [
        aiohttp.ServerDisconnectedError(),
        aiohttp.ClientPayloadError(),
        TimeoutError(),
        ConnectionResetError(),
        discord.RateLimited(60.0),
        StoreError("locked"),
        NotFromDiscord("a page"),
        json.JSONDecodeError("cut", "{", 1),
    ],
)
def test_faults_of_the_network_and_the_store_pass(error: Exception) -> None:
    assert is_transient(error)
    assert not is_refusal(error)


@pytest.mark.parametrize("error", [TypeError(), KeyError("id"), AttributeError()])
def test_a_fault_of_the_program_is_neither_refusal_nor_transient(error: Exception) -> None:
    assert not is_transient(error)
    assert not is_refusal(error)
