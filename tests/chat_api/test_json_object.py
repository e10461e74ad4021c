"""What is read of a JSON object can be written again, and reading it costs little."""

from __future__ import annotations

import gc
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.chat_api.json_object import read_object

# JSON escapes them by two, as UTF-16 does: what is a pair there is one character.
PAIRS = st.sampled_from(
    ["\ud83d", "\ude00", "\U0001f600", "\\", "\\u", "d83d", '"', "\n", "a", "é"]
)
TEXTS = st.lists(PAIRS, max_size=8).map("".join)


def paired(text: str) -> str:
    """The text with pairs of surrogates as the characters that they are, and U+FFFD for others."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


@given(TEXTS, TEXTS)
def test_a_surrogate_that_stands_alone_becomes_a_replacement_character(
    name: str, text: str
) -> None:
    found = read_object(json.dumps({name: [text]}).encode())
    assert found == {paired(name): [paired(text)]}


@pytest.mark.parametrize("number", ["1e999", "-1e999"])
def test_a_number_without_end_is_none(number: str) -> None:
    assert read_object(b'{"a": [%b, 1.5, 7]}' % number.encode()) == {"a": [None, 1.5, 7]}


@pytest.mark.slow
@pytest.mark.parametrize("item", ["0", "[]", '{"a":1}', '"\\\\ud800"', "1.5"])
def test_a_field_of_many_small_values_costs_in_proportion_to_their_number(item: str) -> None:
    def cost_s(count: int) -> float:
        data = b'{"system_message": [%b]}' % ",".join([item] * count).encode()
        gc.disable()  # its passes over all that the tests hold would be measured as well
        try:
            began = time.process_time()
            assert read_object(data) is not None
            return time.process_time() - began
        finally:
            gc.enable()

    # The best of a few, since a machine that is busy makes any of them slow.
    few_s, many_s = (min(cost_s(count) for _ in range(5)) for count in (50_000, 200_000))
    assert many_s < 10 * few_s
