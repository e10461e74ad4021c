"""What is written is text: it never becomes markup, a script, or a way to one."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from bridge_bot.sandbox.discord.actions import commands, interactions, messages
from tests.browser.chat_page import open_page

ATTEMPTS = [
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 2'>",
    '"><svg onload=window.hacked=3>',
    "[press](javascript:window.hacked=4)",
    "[press](JaVaScRiPt:window.hacked=5)",
    "[press](data:text/html,<script>window.hacked=6</script>)",
    "<javascript:window.hacked=7>",
    '[press](https://x.example/" onmouseover="window.hacked=8)',
    "```html\n<script>window.hacked = 9</script>\n```",
    "`<img src=x onerror=window.hacked=10>`",
    "||<iframe srcdoc='<script>parent.hacked=11</script>'>||",
    "https://x.example/<script>window.hacked=12</script>",
    "[<img src=x onerror=window.hacked=13>](https://x.example)",
    "<@1><@&1><#1></a:1><:a:1><t:99999999999999:R><t:9999999999999:F>",
    "> <style>* { display: none }</style>",
]


async def test_no_text_becomes_markup_or_a_script(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, channel, ann = page.system.world, page.system.channel, page.system.ann
        for attempt in ATTEMPTS:
            world.messages.send(channel, ann, attempt)
        evil = "<img src=x onerror=window.hacked=20>"
        ben = world.people.add(page.system.guild, evil)
        thread = world.threads.start(ben, world.messages.send(channel, ben, evil), evil)
        world.messages.send(thread, ben, evil)
        embed = {"title": evil, "url": "javascript:window.hacked=21", "description": evil}
        button = {"type": 2, "style": 5, "label": evil, "url": "https://x.example/"}
        row = {"type": 1, "components": [button]}
        said = page.bot_says(evil, embeds=[embed], components=[row])
        # Discord would refuse such an address; the page does not rely on that.
        said.components[0]["components"][0]["url"] = "javascript:window.hacked=22"
        messages.apply_edit(world.state, said, {}, ())
        await expect(page.tab.locator(".embed")).to_be_visible()
        for spoiler in await page.tab.locator(".spoiler").all():
            await spoiler.click()
        for tag in ("script", "img", "iframe", "style", "svg:not(.icon)"):
            await expect(page.log.locator(tag)).to_have_count(0)
        links = await page.log.locator("a").all()
        assert links
        for link in links:
            assert await link.get_attribute("rel") == "noopener noreferrer"
            assert await link.get_attribute("target") == "_blank"
            assert str(await link.get_attribute("href")).startswith("https://x.example")
        assert await page.tab.evaluate("window.hacked") is None
        await page.open(thread)
        assert await page.tab.evaluate("window.hacked") is None


async def test_no_text_of_a_control_modal_or_command_becomes_markup(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, evil = page.system.world, "<img src=x onerror=window.hacked=30>"
        commands.replace_all(world.state, [{"name": evil[:32], "type": 3}], None)
        world.people.add_role(page.system.guild, evil)
        option = {"label": evil, "value": evil, "description": evil}
        text = {"type": 4, "custom_id": evil, "style": 1, "placeholder": evil, "value": evil}
        pick = {"type": 3, "custom_id": "s", "placeholder": evil, "options": [option]}
        button = {"type": 2, "style": 1, "custom_id": evil, "label": evil}
        role = {"type": 6, "custom_id": "r", "placeholder": "Role"}
        rows = [{"type": 1, "components": [each]} for each in (button, pick, role)]
        page.bot_says("Choose", components=rows)
        radio = {"type": 21, "custom_id": "o", "options": [option, option | {"value": "x"}]}
        labels = [
            {"type": 18, "label": evil, "description": evil, "component": each}
            for each in (text, radio)
        ]
        for name in ("Role", evil):
            await page.tab.get_by_role("combobox", name=name).click()
            await expect(page.tab.get_by_role("listbox")).to_contain_text(evil)
            await page.tab.keyboard.press("Escape")
        await page.message("Choose").click(button="right")
        await expect(page.tab.get_by_role("menu")).to_contain_text(evil[:32])
        await page.tab.keyboard.press("Escape")
        await page.tab.get_by_role("button", name=evil).click()
        await page.system.discord.until(lambda: len(world.interactions) == 2)
        used = world.interactions[-1]
        shown = [*labels, {"type": 10, "content": evil}]
        data = {"custom_id": "m", "title": evil, "components": shown}
        interactions.respond(world.state, used.id, used.token, {"type": 9, "data": data})
        await expect(page.tab.get_by_role("dialog", name=evil)).to_contain_text(evil)
        await expect(page.tab.locator("img")).to_have_count(0)
        assert await page.tab.evaluate("window.hacked") is None


async def test_nothing_can_be_made_markup_even_by_mistake(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        refused = await page.tab.evaluate(
            "() => { try { document.body.innerHTML = '<b>x</b>'; return false; }"
            " catch { return true; } }"
        )
        assert refused
        page.problems.clear()
