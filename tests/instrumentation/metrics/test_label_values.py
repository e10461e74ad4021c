"""The values of labels are all that there can be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bridge_bot
from bridge_bot.instrumentation.metrics.label_values import OTHER, REFUSALS, known, status_label

PACKAGE = Path(bridge_bot.__file__).parent


@pytest.mark.parametrize(
    ("status", "label"),
    [
        *((200, "2xx"), (204, "2xx"), (400, "4xx"), (401, "401"), (403, "403"), (404, "404")),
        *((429, "429"), (499, "4xx"), (500, "5xx"), (502, "5xx"), (None, "none")),
        *((301, OTHER), (999, OTHER)),
    ],
)
def test_a_status_is_one_of_a_few(status: int | None, label: str) -> None:
    assert status_label(status) == label


def test_what_is_not_known_is_other() -> None:
    assert known("123456789", ("a", OTHER)) == OTHER
    assert known("a", ("a", OTHER)) == "a"


def test_each_text_that_refuses_a_question_is_a_reason() -> None:
    texts = "".join(file.read_text("utf-8") for file in (PACKAGE / "texts/en").glob("*.ftl"))
    keys = set(re.findall(r"^(refused-[a-z-]+) =", texts, re.MULTILINE))
    assert keys
    assert {reason for reason in REFUSALS if reason.startswith("refused-")} == keys
