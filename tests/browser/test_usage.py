"""`/usage`, as somebody who manages a server plays it on the page; and the picture of it."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.async_api import expect

from bridge_bot.core.usage.usage import Counted, UsageKey
from bridge_bot.store.sql_store import SqlStore
from tests.browser.chat_page import open_page, picture
from tests.harness.english import text


async def test_usage_is_read_on_the_page_by_who_manages_the_server(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        system, people = page.system, page.system.world.people
        people.give_role(system.ann, people.add_role(system.guild, "Moderators", ["manage_guild"]))
        today = int(time.time() // 86_400)
        counts = {}
        for ago, asked in enumerate((12, 31, 8, 44, 27)):
            place = (today - ago, system.guild.id, system.channel.id, "")
            counts[UsageKey(*place, Counted.ASKED)] = asked
            counts[UsageKey(*place, Counted.DONE)] = asked - ago
            counts[UsageKey(*place, Counted.FAILED)] = ago
            counts[UsageKey(*place, Counted.FIRST_TEXT, 1_500)] = asked - ago - 2
            counts[UsageKey(*place, Counted.FIRST_TEXT, 4_000)] = 2
        async with SqlStore(system.database.url) as store:
            await store.usage.add(counts)
        await system.start()
        await page.use("usage")
        await page.tab.get_by_label("days", exact=True).press("Enter")  # left empty
        told = page.message("How much I was used here in the last 7 days")
        await expect(told).to_contain_text("Only you can see this")
        total = f"122 112  10   0 ≤1.5s ≤4s  0  0 {text('usage-total')}"
        await expect(told).to_contain_text(total)
        await picture(page.tab, "usage", tmp_path)
