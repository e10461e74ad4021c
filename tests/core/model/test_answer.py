"""The events of an answer."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import AnswerDelayed, DelayReason
from tests.harness.english import KEYS, text


@pytest.mark.parametrize("reason", DelayReason)
def test_every_delay_has_a_sentence_for_the_user(reason: DelayReason) -> None:
    assert AnswerDelayed(reason).text_key in KEYS


def test_each_reason_is_told_in_its_own_words() -> None:
    assert len({text(AnswerDelayed(reason).text_key) for reason in DelayReason}) == len(DelayReason)
