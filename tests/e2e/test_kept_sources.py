"""The sources of an answer, as members see them by its button."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.model import Interaction, Message
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

REGENERATE, SOURCES = text("control-regenerate"), text("control-sources")
BACK, NEXT = text("sources-back"), text("sources-next")
GONE = text("control-sources-gone")
CITED = f"**{text('sources-cited')}**"
DOCS = [
    {"title": f"T{number}", "url": f"https://{number}.example", "content": f"Words {number}."}
    for number in range(25)
]
ANSWER = Script("So [3] and [2].", related_docs=DOCS)


async def answered(system: Loopback) -> Message:
    """The reply to Ann's question, once the turn is over."""
    system.api.script(ANSWER)
    asked = system.ask("why?")
    await system.database.until("SELECT 1 FROM turns WHERE state = 'done'")
    return system.replies(await system.thread(asked))[-1]


async def told(system: Loopback, pressed: Interaction) -> Message:
    """What only the member sees after a press."""
    shown = await system.discord.message_shown(pressed)
    assert shown.ephemeral
    return shown


async def test_anybody_sees_the_sources_privately_page_by_page_also_after_a_restart(
    tmp_path: Path,
) -> None:
    """And under an older reply, until they are not kept any more."""
    async with loopback(tmp_path) as system:
        process = await system.start_process()
        bob = system.world.people.add(system.guild, "Bob")
        reply = await answered(system)
        assert system.world.controls.of(reply)[:2] == [REGENERATE, SOURCES]
        page = await told(system, system.world.controls.press(reply, bob, SOURCES))
        assert page.content.startswith(
            f"{CITED}\n[[1] T2](<https://2.example>)\n> “Words 2.”\n[[2] T1](<https://1.example>)"
        )
        assert page.content.endswith(f"\n-# {text('sources-page', page=1, pages=3)}")
        assert [each["disabled"] for each in page.components[0]["components"]] == [True, False]
        assert await process.stop() == 0
        await system.start()
        for number, button in ((2, NEXT), (3, NEXT), (2, BACK)):
            pressed = system.world.controls.press(page, bob, button)
            await system.reads(reply.channel, text("sources-page", page=number, pages=3))
            assert not system.world.controls.failed(pressed)
        assert system.world.controls.of(page) == [BACK, NEXT]
        system.api.script(Script("And that."))
        system.world.messages.send(reply.channel, system.ann, "and?")
        await system.discord.until(lambda: system.world.controls.of(reply) == [SOURCES])
        assert reply.content.startswith("So [[1]](<https://2.example>)")
        again = await told(system, system.world.controls.press(reply, system.ann, SOURCES))
        assert again.content.startswith(CITED)
        system.database.execute("DELETE FROM sources")
        gone = await told(system, system.world.controls.press(reply, bob, SOURCES))
        assert gone.content == GONE
        system.world.controls.press(page, bob, NEXT)
        await system.discord.until(lambda: page.content == GONE)
        assert page.components == []


async def test_those_of_a_private_thread_are_shown_nowhere_else(tmp_path: Path) -> None:
    """However a press is forged; and no message that others see becomes a page of them."""
    async with loopback(tmp_path) as system:
        await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD)
        await system.start()
        bob = system.world.people.add(system.guild, "Bob")
        system.api.script(ANSWER)
        system.ask("why?")
        [(turn_id,)] = await system.database.until("SELECT id FROM turns WHERE state = 'done'")
        (thread,) = system.world.threads.of(system.channel)
        reply = system.replies(thread)[-1]
        shown = await told(system, system.world.controls.press(reply, system.ann, SOURCES))
        assert shown.content.startswith(CITED)
        others = system.world.messages.send(system.channel, bob, "something")
        forms = ["control:sources:{}", "sources:{}:0"]
        for forged in (form.format(each) for form in forms for each in (turn_id, 1, "x")):
            pressed = interactions.start(
                system.world.state,
                InteractionType.COMPONENT,
                bob.user,
                system.channel,
                {"component_type": 2, "id": 1, "custom_id": forged},
                message=others,
            )
            shown = await told(system, pressed)
            assert others.content == "something"
            assert shown.content in {GONE, text("control-forgotten")}, forged
