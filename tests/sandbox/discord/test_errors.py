"""Discord's errors: status, code and body."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.errors import (
    DiscordError,
    Json,
    bad_length,
    discord_error,
    invalid_form_body,
    required,
    too_long,
)


@pytest.mark.parametrize(
    ("code", "status", "message"),
    [
        (10003, 404, "Unknown Channel"),
        (10008, 404, "Unknown Message"),
        (10062, 404, "Unknown interaction"),
        (20016, 429, "This action cannot be performed due to slowmode rate limit."),
        (40060, 400, "Interaction has already been acknowledged"),
        (50001, 403, "Missing Access"),
        (50006, 400, "Cannot send an empty message"),
        (50013, 403, "Missing Permissions"),
        (50027, 401, "Invalid Webhook Token"),
        (160004, 400, "A thread has already been created for this message"),
    ],
)
def test_a_code_has_its_status_and_message(code: int, status: int, message: str) -> None:
    """Codes and messages as in Discord's documentation ("Opcodes and Status Codes")."""
    error = discord_error(code)
    assert (error.status, error.body()) == (status, {"message": message, "code": code})
    assert str(error) == f"{status} ({code}): {message}"


def test_a_refusal_by_a_limit_says_how_long() -> None:
    """As Discord's description of its API has it (`RatelimitedResponse`)."""
    body = discord_error(20016, retry_after_s=1.5).body()
    assert (body["code"], body["retry_after"], body["global"]) == (20016, 1.5, False)


@pytest.mark.parametrize(
    ("error", "errors"),
    [
        (
            too_long("content", 2000),
            {
                "content": {
                    "_errors": [
                        {
                            "code": "BASE_TYPE_MAX_LENGTH",
                            "message": "Must be 2000 or fewer in length.",
                        }
                    ]
                }
            },
        ),
        (
            bad_length("name", 1, 100),
            {
                "name": {
                    "_errors": [
                        {
                            "code": "BASE_TYPE_BAD_LENGTH",
                            "message": "Must be between 1 and 100 in length.",
                        }
                    ]
                }
            },
        ),
        (
            required("a.0.b"),
            {
                "a": {
                    "0": {
                        "b": {
                            "_errors": [
                                {"code": "BASE_TYPE_REQUIRED", "message": "This field is required"}
                            ]
                        }
                    }
                }
            },
        ),
        (invalid_form_body("_", "X", "y"), {"_": {"_errors": [{"code": "X", "message": "y"}]}}),
    ],
)
def test_a_form_that_is_not_valid_names_the_field(error: DiscordError, errors: Json) -> None:
    """Nested as in Discord's description of its API (`ErrorDetails`, `InnerErrors`)."""
    assert error.status == 400
    assert error.body() == {"message": "Invalid Form Body", "code": 50035, "errors": errors}
