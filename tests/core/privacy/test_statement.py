"""What `/privacy` says fits into a message in every language, and tells what it has to."""

from __future__ import annotations

import pytest

from bridge_bot.core.privacy.statement import PrivacyFacts, privacy_statement
from bridge_bot.texts import Texts
from tests.harness.english import ENGLISH, text

LIMIT_CHARS = 4000
"""Of the text displays of a message together (Discord's documentation)."""

PAGE = "https://example.com/privacy"


@pytest.mark.parametrize("texts", Texts.every(), ids=lambda texts: texts.locale)
@pytest.mark.parametrize("is_opted_out", [True, False])
def test_the_statement_names_the_host_and_the_page_and_fits(
    texts: Texts, is_opted_out: bool
) -> None:
    facts = PrivacyFacts("api.example.com", PAGE)
    told = privacy_statement(facts, texts, is_opted_out=is_opted_out)
    assert "`api.example.com`" in told
    assert f"<{PAGE}>" in told
    assert len(told) < LIMIT_CHARS - 500  # with a long host and address


def test_it_tells_what_the_member_has_chosen_and_leaves_out_a_page_that_there_is_not() -> None:
    facts = PrivacyFacts("api.example.com")
    opted_out = privacy_statement(facts, ENGLISH, is_opted_out=True)
    others = privacy_statement(facts, ENGLISH, is_opted_out=False)
    assert text("privacy-is-opted-out") in opted_out
    assert text("privacy-may-opt-out") in others
    assert "<" not in others
