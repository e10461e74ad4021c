"""How it looks: on a phone, in light and in dark; and the pictures of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page as Tab
from playwright.async_api import expect

from bridge_bot.sandbox.chat_api.scripts import Script
from tests.browser.chat_page import DESKTOP, PHONE, open_page, picture

ANSWER = """\
## Why the sky is blue

Sunlight holds **all colours**. The air scatters short waves *much* more than long ones:

- blue is scattered most
  - this is called Rayleigh scattering
- red goes almost straight on

```python
def scattered(wavelength_nm: float) -> float:
    return wavelength_nm**-4
```
> At sunset the light has come a long way through the air, and most of its blue is gone.

So wherever you look, some blue light comes from there: the sky is blue. \
On the Moon there is no air, and the sky is black, even at noon.
"""
# The contrast of every visible text with what is behind it, by the formula of WCAG 2.
CONTRASTS = """() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const rgb = (...colours) => {
        canvas.clearRect(0, 0, 1, 1);
        for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const light = (colour) => {
        const [r, g, b] = colour.map((c) => c / 255).map(
            (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const poor = [];
    for (const node of document.querySelectorAll('body *')) {
        const own = [...node.childNodes].some((c) => c.nodeType === 3 && c.data.trim());
        if (!own || !node.checkVisibility({ visibilityProperty: true })) continue;
        const layers = [];
        for (let at = node; at; at = at.parentElement) {
            layers.unshift(getComputedStyle(at).backgroundColor);
        }
        const back = rgb(...layers), front = rgb(...layers, getComputedStyle(node).color);
        const [low, high] = [light(back), light(front)].sort((a, b) => a - b);
        const contrast = (high + 0.05) / (low + 0.05);
        if (contrast < 4.5) poor.push([node.textContent.slice(0, 40), node.className, contrast]);
    }
    return poor;
}"""


async def background(tab: Tab) -> str:
    """The page's colour."""
    return str(await tab.evaluate("getComputedStyle(document.body).backgroundColor"))


async def test_a_growing_answer_in_light_and_dark_is_readable_and_makes_the_pictures(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.system.start()
        page.system.api.script(Script(text=ANSWER, chars_per_s=120))
        await page.say("@bridge-bot Why is the sky blue?")
        await page.tab.get_by_role("button", name="Open the thread").click()
        await expect(page.message("this is called Rayleigh")).to_be_visible(timeout=15_000)
        await expect(page.message("wavelength_nm**-4")).to_be_visible(timeout=15_000)
        await picture(page.tab, "sandbox-light", tmp_path)
        assert await page.tab.evaluate(CONTRASTS) == []
        await page.tab.emulate_media(color_scheme="dark")
        await picture(page.tab, "sandbox-dark", tmp_path)
        assert await page.tab.evaluate(CONTRASTS) == []
        await expect(page.message("even at noon")).to_be_visible(timeout=15_000)
        await page.open(page.system.channel)
        assert await page.tab.evaluate(CONTRASTS) == []


async def test_light_and_dark_follow_the_system_until_one_is_chosen(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        light = await background(page.tab)
        await page.tab.emulate_media(color_scheme="dark")
        dark = await background(page.tab)
        assert light != dark
        await page.tab.get_by_role("button", name="Colours: as the system").click()
        assert await background(page.tab) == light
        await page.tab.reload()
        await page.tab.get_by_role("button", name="Colours: light").click()
        assert await background(page.tab) == dark
        await page.tab.emulate_media(color_scheme="light")
        assert await background(page.tab) == dark


async def test_on_a_phone_the_channels_are_a_drawer_and_nothing_is_cut_off(
    tmp_path: Path, browser_path: str
) -> None:
    options: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
    async with open_page(tmp_path, browser_path, **options) as page:
        wide = "word" * 60 + "\n```\n" + "code " * 60 + "\n```"
        page.system.world.messages.send(page.system.channel, page.system.ann, wide)
        other = page.system.world.channels.add(page.system.guild, "other")
        await expect(page.message("wordword")).to_be_visible()
        await expect(page.tab.locator("#tour")).to_be_hidden()
        assert await page.tab.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        await expect(page.channel_link("other")).not_to_be_in_viewport()
        menu = page.tab.get_by_role("button", name="Channels")
        await menu.tap()
        await expect(page.channel_link("other")).to_be_in_viewport()
        await page.tab.screenshot(path=tmp_path / "drawer.png")  # for whoever looks into a failure
        await page.tab.keyboard.press("Escape")
        await expect(page.channel_link("other")).not_to_be_in_viewport()
        await expect(menu).to_be_focused()
        await menu.tap()
        await page.open(other)
        await expect(page.channel_link("other")).not_to_be_in_viewport()
        await page.input.tap()
        await page.say("from my phone")
        await expect(page.message("from my phone")).to_be_in_viewport()


async def test_every_control_has_a_name(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        await page.say("hello")
        await page.message("hello").hover()
        for control in await page.tab.get_by_role("button").all():
            await expect(control).to_have_accessible_name(re.compile(".+"))


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
async def test_where_one_writes_is_one_line_high_from_the_first_moment(
    tmp_path: Path, browser_path: str, size: dict[str, int]
) -> None:
    async with open_page(tmp_path, browser_path, viewport=size) as page:
        empty = await page.input.bounding_box()
        assert empty is not None
        assert empty["height"] > 20
        await page.input.fill("x")
        assert await page.input.bounding_box() == empty


# What begins with code, a mention, an address or an isolated name is Arabic all the same; what has
# no words stands as the message does.
ARABIC = """\
`code` ثم مرحبا
> https://example.com/a يقول
- [Ann](https://example.com/b) و`x`

\u2068Ann\u2069 سألت <@{bot}>

42 `code`
```
code
```
and English"""
DIRECTIONS = """nodes => nodes.map(node => getComputedStyle(node).direction)"""


async def test_arabic_is_read_from_the_right_and_names_have_letters_as_pictures(
    tmp_path: Path, browser_path: str
) -> None:
    async with open_page(tmp_path, browser_path) as page:
        world, channel = page.system.world, page.system.channel
        odd = world.people.add(page.system.guild, "\u202e<gnorw")
        world.messages.send(channel, odd, ARABIC.format(bot=world.bot.id))
        said = page.message("and English")
        blocks = said.locator(".body > *")
        await expect(blocks).to_have_count(7)
        found = await blocks.evaluate_all(DIRECTIONS)
        assert found == ["rtl", "rtl", "ltr", "rtl", "rtl", "ltr", "ltr"]
        apart = said.locator(".body :is(code, .mention, a)")
        assert set(await apart.evaluate_all(DIRECTIONS)) == {"ltr"}
        await expect(said.locator(".avatar")).to_have_text("G")
