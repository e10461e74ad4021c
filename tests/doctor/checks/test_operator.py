"""What is found of settings, database, Chat API and machine."""

from __future__ import annotations

import pytest

from bridge_bot.doctor.checks.operator import (
    CLOCK_TOLERANCE_S,
    check_all,
    check_chat_api,
    check_database,
    check_machine,
    check_running,
)
from bridge_bot.doctor.codes import CODES
from bridge_bot.doctor.guild_facts import GuildFacts
from bridge_bot.doctor.operator_facts import (
    ChatApiFacts,
    DatabaseFacts,
    DatabaseState,
    DiscordFacts,
    MachineFacts,
    OperatorFacts,
    RunningFacts,
)
from bridge_bot.texts import Texts


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (DatabaseFacts(), []),
        (DatabaseFacts(DatabaseState.BROKEN, "the disk is full"), ["E401"]),
        (DatabaseFacts(DatabaseState.MISSING), ["N402"]),
        (DatabaseFacts(DatabaseState.OLD), ["N403"]),
        (DatabaseFacts(runs_in="77"), ["N404"]),
        (DatabaseFacts(is_paused=True), ["W331"]),
        (DatabaseFacts(requests_today=5), []),
        (DatabaseFacts(requests_today=4, limit_today=5), []),
        (DatabaseFacts(requests_today=5, limit_today=5), ["W406"]),
        (DatabaseFacts(answers_failed=3, last_failure="ApiBusy"), ["W407"]),
        (DatabaseFacts(answers_done=1, answers_failed=3), ["N408"]),
    ],
)
def test_of_the_database(facts: DatabaseFacts, expected: list[str]) -> None:
    assert [each.code for each in check_database(facts)] == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (ChatApiFacts(), ["N502"]),
        (ChatApiFacts(problem="refused"), ["E501"]),
        (ChatApiFacts(asked=True, took_s=1.5), ["N504"]),
        (ChatApiFacts(asked=True, failure="status 403"), ["E503"]),
        (ChatApiFacts(asked=True, problem="refused"), ["E501"]),
        (ChatApiFacts(is_encrypted=False), ["W505", "N502"]),
        (ChatApiFacts(is_encrypted=False, is_local=True), ["N502"]),
    ],
)
def test_of_the_chat_api(facts: ChatApiFacts, expected: list[str]) -> None:
    assert [each.code for each in check_chat_api(facts)] == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (MachineFacts(), []),
        (MachineFacts(CLOCK_TOLERANCE_S), []),
        (MachineFacts(-CLOCK_TOLERANCE_S - 1), ["W601"]),
        (MachineFacts(versions=("Python 3.11",)), ["N602"]),
        (MachineFacts(proxies=("Discord by a proxy",)), ["N701"]),
    ],
)
def test_of_the_machine(facts: MachineFacts, expected: list[str]) -> None:
    assert [each.code for each in check_machine(facts)] == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (RunningFacts(), ["N802"]),
        (RunningFacts(last_result="ok"), ["N802"]),
        (RunningFacts(("gateway_silent",)), ["W801"]),
        (RunningFacts(last_result="ApiBusy"), ["N802", "W803"]),
        (RunningFacts(refused={"refused-role": 2}), ["N802", "N804"]),
        (RunningFacts(skipped={"MESSAGE_CREATE": 2}), ["N802", "W805"]),
        (RunningFacts(limited={"global": 2}), ["N802", "W806"]),
        (RunningFacts(failed={"busy": 2}), ["N802", "W807"]),
    ],
)
def test_of_a_running_bot(facts: RunningFacts, expected: list[str]) -> None:
    assert [each.code for each in check_running(facts)] == expected


def test_what_was_counted_is_told_by_how_often_it_was() -> None:
    _, found = check_running(RunningFacts(refused={"a": 1, "b": 30}))
    assert found.message(Texts.of("en")).endswith("since the start: 30 × b, 1 × a")


def test_everything_comes_together_the_worst_first_and_every_text_can_be_filled_in() -> None:
    guild = GuildFacts("Lab", is_timed_out=True, is_paused=True)
    facts = OperatorFacts(
        ("DISCORD_TOKEN is not set.",),
        (".env can be read by others",),
        DiscordFacts(guilds=(guild,)),
        DatabaseFacts(DatabaseState.MISSING),
        ChatApiFacts("api.example.com"),
        machine=MachineFacts(9.0, ("Python 3.11",)),
        text_problems=("de/own.ftl: ask: it is there twice",),
    )
    found = check_all(facts)
    codes = ["E101", "E104", "E322", "W102", "W601", "W321", "N402", "N502", "N602"]
    assert [each.code for each in found] == codes
    english = Texts.of("en")
    assert all(each.message(english) for each in found)
    assert {each.code: each.about for each in found}["E322"] == "Lab"
    assert set(codes) <= CODES.keys()
