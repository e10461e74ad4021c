"""What is observed of the Chat API as a whole: once when it changes, not at each failure."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import ApiBusy, ApiRefused, ApiRejected
from bridge_bot.core.events import AccessBack, AccessLost, Event, Service, ServiceBack, ServiceLost
from bridge_bot.core.model import ChatRequest
from tests.harness.chat_api_client import Outcome, ask, client, options
from tests.harness.rare_events import rare_events
from tests.harness.raw_server import End, RawServer, Reply, streamed, whole

WELL = streamed(b"a")


async def observed(*replies: Reply, questions: int) -> tuple[list[Event], list[Outcome]]:
    """What was observed over so many questions, and what came of each."""
    events: list[Event] = []
    results = [Outcome() for _ in range(questions)]
    async with (
        RawServer(*replies) as server,
        client(options(server.url), rare_events(events)) as api,
    ):
        for result in results:
            await ask(api, result)
    return events, results


def envelope(code: object, msg: str) -> bytes:
    return f'{{"code": {code}, "msg": "{msg}", "data": null, "request_id": "r"}}'.encode()


NO_ACCESS: dict[str, Reply] = {
    "401": whole(401, envelope(1, "no")),
    "402": whole(402, envelope(1, "no")),
    "403": whole(403, envelope(1, "no")),
    "400 with words": whole(400, envelope(1, "Your balance is insufficient.")),
    "a code": whole(200, envelope(40200, "no")),
    "a code of three digits": whole(200, envelope(401, "no")),
    "words: quota": whole(200, envelope(1, "The quota of this month is used up")),
    "words: credits": whole(200, envelope(1, "You have run out of credits")),
    "words: subscription": whole(200, envelope(1, "No active Subscription")),
    "words: expired": whole(200, envelope(1, "The licence has expired.")),
    "words: api key": whole(200, envelope(1, "Invalid API-key")),
    "words in Chinese": whole(200, envelope(1, "余额不足")),
}


@pytest.mark.parametrize("refused", NO_ACCESS.values(), ids=list(NO_ACCESS))
async def test_a_refused_access_is_told_once_and_once_when_it_is_over(refused: Reply) -> None:
    events, results = await observed(refused, refused, refused, WELL, WELL, refused, questions=6)
    lost, back, again = events
    assert isinstance(lost, AccessLost)
    assert isinstance(lost.error, ApiRefused)
    assert back == AccessBack()
    assert isinstance(again, AccessLost)
    assert [type(each.error) for each in results[:3]] == [ApiRefused] * 3


async def test_a_chatbot_that_is_refused_says_nothing_of_another() -> None:
    """Not even to the next question of that one: what was told of each stays told."""
    events: list[Event] = []
    async with RawServer(WELL, NO_ACCESS["403"], WELL, NO_ACCESS["403"], WELL, WELL) as server:
        options_ = options(server.url, bots={"other": "b-2"})
        async with client(options_, rare_events(events)) as api:
            for chat_bot in ("", "other", "", "other", "", "other"):
                await ask(api, Outcome(), ChatRequest("q", "auto", chat_bot=chat_bot))
        paths = [request.split(b" ")[1] for request in server.requests]
    lost, back = events
    assert isinstance(lost, AccessLost)
    assert lost.chat_bot == "other"
    assert back == AccessBack("other")
    assert [path.split(b"/")[-2] for path in paths] == [b"b-1", b"b-2"] * 3


OTHERWISE: dict[str, Reply] = {
    "403 as HTML": whole(403, b"<html>The subscription has expired</html>"),
    "401 as JSON of a gateway": whole(401, b'{"code": 401, "message": "no api key"}'),
    "404": whole(404, envelope(40400, "No such chatbot.")),
    "a conversation": whole(200, envelope(1, "This conversation has expired.")),
    "a code, of a conversation": whole(200, envelope(40301, "Not your conversation.")),
    "a long question": whole(400, envelope(1, "The question is too long.")),
    "429": whole(429, envelope(1, "Slow down.")),
    "503": whole(503, envelope(1, "Maintenance.")),
    "a question about it": whole(200, envelope(1, "Not understood: Who ate the marzipan?")),
}


@pytest.mark.parametrize("refused", OTHERWISE.values(), ids=list(OTHERWISE))
async def test_what_is_no_word_about_the_access_is_not_told_as_one(refused: Reply) -> None:
    events, _ = await observed(refused, questions=1)
    assert not any(isinstance(event, AccessLost) for event in events)


async def test_a_question_that_is_repeated_in_the_refusal_says_nothing_of_the_access() -> None:
    """It is taken out of the words before they are looked at."""
    result, events = Outcome(), list[Event]()
    question = "What is the balance of my account?"
    async with (
        RawServer(whole(400, envelope(1, f"Not understood: {question}"))) as server,
        client(options(server.url), rare_events(events)) as api,
    ):
        await ask(api, result, ChatRequest(question, "auto"))
    assert isinstance(result.error, ApiRejected)
    assert events == []


async def test_a_limit_at_its_end_under_429_is_told_after_it_was_tried_again() -> None:
    spent = whole(429, envelope(1, "You exceeded your current quota."))
    events, (first, second) = await observed(spent, WELL, questions=2)
    assert (events, first.text, second.text) == ([], "a", "a")
    events, _ = await observed(spent, questions=1)
    assert [type(event) for event in events] == [AccessLost]


async def test_an_outage_is_told_after_three_failures_and_when_it_is_over() -> None:
    busy = whole(503, b"")
    events, results = await observed(*[busy] * 8, WELL, questions=3)
    lost, back = events
    assert isinstance(lost, ServiceLost)
    assert (lost.service, type(lost.error)) == (Service.CHAT_API, ApiBusy)
    assert isinstance(back, ServiceBack)
    assert results[2].text == "a"


@pytest.mark.parametrize(
    "reply",
    [[End.CLOSE], whole(200, b"<html>"), whole(403, b"<html>"), whole(504, b"")],
    ids=["lost", "HTML", "403 as HTML", "504"],
)
async def test_whatever_keeps_answers_away_is_an_outage(reply: Reply) -> None:
    events, _ = await observed(reply, questions=3)
    assert [type(event) for event in events] == [ServiceLost]


@pytest.mark.parametrize(
    "reply",
    [whole(400, envelope(1, "no")), whole(404, envelope(1, "no")), whole(429, b"")],
    ids=["400", "404", "429"],
)
async def test_a_refusal_is_no_outage(reply: Reply) -> None:
    events, _ = await observed(reply, questions=4)
    assert events == []


async def test_words_of_its_own_end_an_outage() -> None:
    events, _ = await observed(*[whole(503, b"")] * 4, whole(400, envelope(1, "no")), questions=2)
    assert [type(event) for event in events] == [ServiceLost, ServiceBack]
