"""Sources and citations, as a reader in Discord sees them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bridge_bot.discord_markdown import CURSOR
from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script
from tests.discord_markdown.harness.reader.discord_reader import read
from tests.harness.english import text
from tests.harness.loopback import loopback

GUIDE, FAQ = "https://docs.example/guide", "https://docs.example/faq"
DOCS = [
    {
        "metadata": {"source": GUIDE, "title": "Guide [draft]"},
        "page_content": "Words",
        "score": 0.9,
    },
    {"name": "FAQ", "url": FAQ},
    {"name": "Guide", "link": GUIDE},
    "Leaflet",
    42,
]
NUMBER = re.compile(r"w(\d+)w\[{1,2}(\d+)\]")


async def test_citations_are_links_while_the_answer_streams_and_the_sources_stand_below(
    tmp_path: Path,
) -> None:
    """No half mark is ever shown, and no number changes; at the end all links are right."""
    marks = ["[3]", "[2]", "[1]", "【4:1†faq】", "【4:9†source】", "[9]", "`a[1]`", "[4]"]
    answer = " ".join(f"w{number}w{mark} and some words." for number, mark in enumerate(marks * 2))
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(answer, chars_per_s=150, chunk_chars=3, related_docs=DOCS))
        thread = await system.thread(system.ask("why?"))
        message = await system.reads(thread, "-# Sources: ")
        states = [state.content for state in message.states]
    numbers: dict[str, str] = {}
    for state in states:
        assert not re.search(r"\[\d*\]? ?▍|†|【", state), state
        now = dict(NUMBER.findall(state))
        assert {word: now.get(word, number) for word, number in numbers.items()} == numbers
        numbers |= now
    assert len(states) > 3
    assert [numbers[word] for word in ("0", "1", "2", "3", "5", "7")] == [
        "1",
        "2",
        "1",
        "2",
        "9",
        "3",
    ]
    assert CURSOR not in states[-1]
    body, line = read(states[-1])[:-1], read(states[-1])[-1]
    assert [node["href"] for node in body if node["t"] == "link"] == [GUIDE, FAQ]
    assert line["t"] == "subtext"
    assert [node["href"] for node in line["c"] if node["t"] == "link"] == [GUIDE, FAQ]
    assert states[-1].endswith(
        f"\n-# Sources: [[1] Guide (draft)](<{GUIDE}>) · [[2] FAQ](<{FAQ}>) · \\[3\\] Leaflet"
    )


async def test_each_message_links_a_source_and_a_full_one_is_followed_by_the_line(
    tmp_path: Path,
) -> None:
    answer = "".join(f"Some words in line {number} [2].\n" for number in range(160)).rstrip()
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script(answer, chunk_chars=400, chars_per_s=4000, related_docs=DOCS))
        thread = await system.thread(system.ask("why?"))
        await system.reads(thread, "-# Sources: ")
        pages = [message.content for message in system.replies(thread)]
    *full, last = pages
    assert len(full) >= 2
    assert all(len(page) <= 2000 for page in pages)
    assert all(page.count(f"[[1]](<{FAQ}>)") == 1 and "[1]." in page for page in full)
    assert "-# Sources: " in last
    assert "-# Sources: " not in "".join(full)


async def test_without_the_line_the_citations_stay(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start(SHOW_SOURCES="false")
        system.api.script(Script("So [2].", related_docs=DOCS))
        thread = await system.thread(system.ask("why?"))
        message = await system.reads(thread, "So")
        assert message.content == f"So [[1]](<{FAQ}>)."


@pytest.mark.parametrize("related_docs", [None, {}, 7, "", [7, None], [[]], {"docs": []}])
async def test_rubbish_in_the_place_of_sources_costs_nothing(
    tmp_path: Path, related_docs: object
) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        system.api.script(Script("So [1].", header={"related_docs": related_docs}))
        thread = await system.thread(system.ask("why?"))
        assert (await system.reads(thread, "So")).content == "So [1]."


async def test_an_answer_that_is_finished_after_a_crash_has_the_sources_of_its_new_header(
    tmp_path: Path,
) -> None:
    half = Script(
        "So [2] and " + "words " * 20,
        related_docs=DOCS,
        chunk_chars=200,
        fault=ConnectionFault.STALL,
        fault_after_bytes=100_000,
    )
    async with loopback(tmp_path) as system:
        process = await system.start_process()
        system.api.script(half, Script("So [1], anew.", related_docs=["Leaflet"]))
        thread = await system.thread(system.ask("why?"))
        message = await system.reads(thread, "words")
        assert message.content.startswith(f"So [[1]](<{FAQ}>) and")
        await system.crash(process)
        await system.start()
        await system.reads(thread, "anew")
        assert [each.content for each in system.replies(thread)] == [
            "So [1], anew.\n-# Sources: \\[1\\] Leaflet"
        ]
        await system.database.until("SELECT 1 FROM turns WHERE state = 'done'")
        assert system.database.rows("SELECT number, title FROM sources") == [(1, "Leaflet")]
        assert text("control-sources") in system.world.controls.of(message)
