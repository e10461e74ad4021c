"""Our catalogues, by the checks that the operator's have to pass, and by some of their own.

A test for each language tells all that is wrong with it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

import pytest

from bridge_bot.texts import ENGLISH, FOLDER, languages_of
from bridge_bot.texts.checks import Checks
from tests.texts.written import written

HERE = Path(__file__).parent
LANGUAGES = languages_of(FOLDER)
OTHERS = [each for each in LANGUAGES if each != ENGLISH]

TERMS = {
    "thread": r"\bthreads?\b",
    "question": r"\bquestions?\b",
    "answer": (
        r"\b(an|the|my|this|each|its|one|new|newest|running|shown|of|under|complete) answers?\b"
        r"|\banswers\b"
    ),
    "source": r"\bsources?\b",
    "conversation": r"\bconversations?\b",
}
"""What is called by one word in each language, as the English sentences have it."""

WITHOUT_SPACES = {"ja", "zh-CN", "zh-TW"}


QUOTED = {
    "help-about": "about-name",
    "help-handoff": "control-help",
    "handoff-outside": "control-help",
    "settings-lacks-resolving": "control-resolved",
    "settings-confirm-messages": "settings-page-limits",
    "settings-confirm-posts": "settings-page-limits",
}
"""The sentences that name a label: a button, a page or an entry of a menu."""


@cache
def checks() -> Checks:
    return Checks(FOLDER, is_ours=True)


def texts_of(language: str) -> dict[str, str]:
    """What each sentence says, in all of its variants, without arguments; by its key."""
    return {key: text for file in written(language).values() for key, text in file.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_says_all_and_says_it_within_the_limits(language: str) -> None:
    assert [str(each) for each in checks().problems(language)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_is_still_the_english_one(language: str) -> None:
    """But for what is nothing but a sign, and a short list of words that a language shares."""
    same = tomllib.loads((HERE / "same_as_english.toml").read_text("utf-8"))
    allowed = {*same["every"], *same.get(language, [])}
    own, english = texts_of(language), texts_of(ENGLISH)
    equal = {
        key for key, each in own.items() if each == english.get(key) and re.search(r"\w", each)
    }
    assert equal - allowed == set()
    assert set(same.get(language, [])) - equal == set(), "these differ now: take them off the list"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_options_of_a_command_have_different_names(language: str) -> None:
    """Discord refuses all commands otherwise."""
    own = texts_of(language)
    for command in ("ask", "language", "usage"):
        names = [own[key] for key in own if re.fullmatch(rf"{command}-[a-z]+-name", key)]
        assert len(names) == len(set(names)) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_names_a_label_calls_it_what_it_says(language: str) -> None:
    own = texts_of(language)
    assert {key: own[label] for key, label in QUOTED.items() if own[label] not in own[key]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thing_has_one_name(language: str) -> None:
    """The glossary says by which words a language calls what; `except` are sentences which do
    without, and `never` words that would be a second name.
    """
    glossary = tomllib.loads((HERE / "glossary" / f"{language}.toml").read_text("utf-8"))
    assert glossary.keys() == TERMS.keys()
    english, own = texts_of(ENGLISH), texts_of(language)

    def has(text: str, form: str) -> bool:
        if language in WITHOUT_SPACES:
            return form in text
        return re.search(r"(?<!\w)" + re.escape(form), text) is not None

    def has_form(text: str, form: str) -> bool:
        # In front of a word an article, a preposition or “and” may be written with it.
        return has(text, form) or re.search(r"(?<!\w)\w{1,3}" + re.escape(form), text) is not None

    wrong = []
    for term, rules in glossary.items():
        for key, text in own.items():
            said = text.lower()
            is_told = any(has_form(said, form) for form in rules["forms"])
            needs = re.search(TERMS[term], english.get(key, "").lower()) is not None
            if needs and not is_told and key not in rules.get("except", []):
                wrong.append(f"{key} does not say {rules['forms']}: {text}")
            wrong += [f"{key} says {each!r}" for each in rules.get("never", []) if has(said, each)]
    assert wrong == []
