"""What the log and the member are told of an answer that did not come."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import (
    AnswerBrokenOff,
    AnswerError,
    AnswerMalformed,
    AnswerTooLong,
    ApiBotUnknown,
    ApiBusy,
    ApiConnectionLost,
    ApiRateLimited,
    ApiRefused,
    ApiRejected,
    ApiTimeout,
    ApiUnreachable,
    IntermediaryRefused,
)
from tests.harness.english import text

TOLD = [
    (ApiUnreachable(""), "I can't reach the chatbot right now."),
    (ApiConnectionLost("", stale=True), "The connection to the chatbot was lost before"),
    (ApiTimeout("idle", 60.0), "The chatbot took too long."),
    (ApiRefused(""), "The chatbot refused my key or its subscription has ended."),
    (ApiBotUnknown(""), "The chatbot that I'm set up with doesn't exist."),
    (ApiRateLimited(""), "The chatbot is getting too many questions right now."),
    (ApiBusy(""), "The chatbot is busy or has a problem right now."),
    (ApiRejected(""), "The chatbot didn't accept this question."),
    (AnswerMalformed(""), "The chatbot's answer couldn't be understood."),
    (AnswerTooLong(""), "The answer is longer than I can show, so it ends here."),
    (AnswerBrokenOff(""), "The answer broke off here."),
    (AnswerError(""), "The chatbot gave no answer."),
]


@pytest.mark.parametrize(("error", "beginning"), TOLD, ids=lambda each: type(each).__name__)
def test_what_the_member_is_told(error: AnswerError, beginning: str) -> None:
    assert text(error.text_key, **error.text_args()).startswith(beginning)


@pytest.mark.parametrize(
    ("retry_after_s", "when"),
    [(None, "a moment"), (0.0, "a moment"), (60.0, "a minute"), (61.0, "2 minutes")],
)
def test_a_rate_limit_says_when_to_try_again(retry_after_s: float | None, when: str) -> None:
    error = ApiRateLimited("", retry_after_s=retry_after_s)
    assert text(error.text_key, **error.text_args()).endswith(f"try again in {when}.")


@pytest.mark.parametrize(
    ("server", "told"),
    [
        ("nginx/1.27.3", "(status 403, from nginx)"),
        ("Google Frontend", "(status 403, from Google Frontend)"),
        ("", "(status 403)"),
        ("[a link](https://h)", "(status 403)"),
    ],
)
def test_what_stands_between_is_told_by_its_products_name_alone(server: str, told: str) -> None:
    """Anything else in the header could be a link or a mention."""
    error = IntermediaryRefused("", status=403, server=server)
    assert told in text(error.text_key, **error.text_args())


@pytest.mark.parametrize(
    ("error", "logged"),
    [
        (ApiUnreachable("no connection"), "no connection"),
        (ApiTimeout("first_byte", 60.0), "no first_byte within 60 s"),
        (
            ApiRejected("refused", status=400, code=7, msg="no", request_id="r-1", server="nginx"),
            "refused (status 400, code 7, msg no, request_id r-1, server nginx)",
        ),
        (ApiBusy("busy", status=503, retry_after_s=5.0), "busy (status 503)"),
    ],
)
def test_what_the_log_says(error: AnswerError, logged: str) -> None:
    assert str(error) == logged
