"""What is written is text: it never becomes markup, a script, or a way to one."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.screen import screen

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

# Each text, and what becomes of it: elements in angle brackets, texts as they are.
MARKDOWN = [
    (
        "**b** *i* _i_ __u__ ~~s~~",
        "<p><strong>b</strong> <em>i</em> <em>i</em> <u>u</u> <s>s</s></p>",
    ),
    ("***both***", "<p><em><strong>both</strong></em></p>"),
    ("snake_case_name 2*3*4", "<p>snake_case_name 2<em>3</em>4</p>"),
    (r"\*no\* 5 * 3 * 2", "<p>*no* 5 * 3 * 2</p>"),
    ("`a **b**` ``c ` d``", "<p><code>a **b**</code> <code>c ` d</code></p>"),
    ("||hidden||", "<p><span><span>hidden</span></span></p>"),
    ("# A\n## B\n### C\n#### D", "<div>A</div><div>B</div><div>C</div><p>#### D</p>"),
    ("-# small\n-#no", "<p>small</p><p>-#no</p>"),
    ("> a\n> b\nc", "<blockquote><p>a\nb</p></blockquote><p>c</p>"),
    (">>> a\n\nb", "<blockquote><p>a</p><p>b</p></blockquote>"),
    (">a", "<p>>a</p>"),
    (
        "- a\n  - b\n    1. c\n- d",
        "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>",
    ),
    ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
    ("3. a\n* b", "<ol><li>a</li><li>b</li></ol>"),
    ("- a\n\n- b", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
    ("**a\n- b**", "<p><strong>a<ul><li>b</li></ul></strong></p>"),
    (
        "- a\n  > q\n  ```\n  c\n  ```",
        "<ul><li>a<blockquote><p>q</p></blockquote><pre><code>c</code></pre></li></ul>",
    ),
    ("a\nb\n\nc", "<p>a\nb</p><p>c</p>"),
    ("```py\nx = '**1**'\n```", "<pre><code>x = '**1**'</code></pre>"),
    ("a ```b``` c", "<p>a</p><pre><code>b</code></pre><p>c</p>"),
    ("```\nopen", "<p>```\nopen</p>"),
    (
        "<https://a.example> https://b.example/c_d_(e).",
        "<p><a>https://a.example</a> <a>https://b.example/c_d_(e)</a>.</p>",
    ),
    ("[a **b**](https://a.example)", "<p><a>a <strong>b</strong></a></p>"),
    ("[https://b.example](https://a.example)", "<p>[https://b.example](https://a.example)</p>"),
    ("[no](javascript:1) [no](ftp://a)", "<p>[no](javascript:1) [no](ftp://a)</p>"),
    (
        "<@7> <@&7> <#7> @here",
        "<p><span>@Ann</span> <span>@Role</span> <button>general</button> <span>@here</span></p>",
    ),
    (
        "</ask:1> <:wave:1> <a:spin:2>",
        "<p><span>/ask</span> <span>:wave:</span> <span>:spin:</span></p>",
    ),
    ("<t:0:d>", "<p><time>1/1/70</time></p>"),
]
OUTLINE = """async (cases) => {
    const { show } = await import('/markdown_view.js');
    const names = { user: () => 'Ann', role: () => 'Role', channel: () => 'general' };
    const outline = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.data;
        const inner = [...node.childNodes].map(outline).join('');
        const tag = node.localName;
        if (['svg', 'figcaption'].includes(tag)) return '';
        return tag === 'figure' ? inner : `<${tag}>${inner}</${tag}>`;
    };
    return cases.map((source) => {
        const host = document.createElement('div');
        show(host, source, names);
        return [...host.childNodes].map(outline).join('');
    });
}"""
GROWN = """async (source) => {
    const { show } = await import('/markdown_view.js');
    const names = { user: () => 'Ann', role: () => 'Role', channel: () => 'general' };
    const growing = document.createElement('div');
    const began = performance.now();
    for (let end = 0; end <= source.length; end += 1) show(growing, source.slice(0, end), names);
    const whole = document.createElement('div');
    show(whole, source, names);
    return [growing.isEqualNode(whole), performance.now() - began];
}"""


async def test_no_text_becomes_markup_or_a_script(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        world, channel, ann = at.on.world, at.on.channel, at.on.ann
        for attempt in ATTEMPTS:
            world.messages.send(channel, ann, attempt)
        evil = "<img src=x onerror=window.hacked=20>"
        ben = world.people.add(at.on.guild, evil)
        thread = world.threads.start(ben, world.messages.send(channel, ben, evil), evil)
        world.messages.send(thread, ben, evil)
        embed = {"title": evil, "url": "javascript:window.hacked=21", "description": evil}
        button = {"type": 2, "style": 5, "label": evil, "url": "javascript:window.hacked=22"}
        at.bot_says(evil, embeds=[embed], components=[{"type": 1, "components": [button]}])
        await expect(at.tab.locator(".embed")).to_be_visible()
        for spoiler in await at.tab.locator(".spoiler").all():
            await spoiler.click()
        for tag in ("script", "img", "iframe", "style", "svg:not(.icon)"):
            await expect(at.log.locator(tag)).to_have_count(0)
        links = await at.log.locator("a").all()
        assert links
        for link in links:
            assert await link.get_attribute("rel") == "noopener noreferrer"
            assert await link.get_attribute("target") == "_blank"
            assert str(await link.get_attribute("href")).startswith("https://x.example")
        assert await at.tab.evaluate("window.hacked") is None
        await at.open(thread)
        assert await at.tab.evaluate("window.hacked") is None


async def test_nothing_can_be_made_markup_even_by_mistake(
    tmp_path: Path, browser_path: str
) -> None:
    async with screen(tmp_path, browser_path) as at:
        refused = await at.tab.evaluate(
            "() => { try { document.body.innerHTML = '<b>x</b>'; return false; }"
            " catch { return true; } }"
        )
        assert refused
        at.problems.clear()


async def test_markdown_is_read_as_discord_reads_it(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path, timezone_id="UTC") as at:
        found = await at.tab.evaluate(OUTLINE, [source for source, _ in MARKDOWN])
        for (source, wanted), outline in zip(MARKDOWN, found, strict=True):
            assert outline == wanted, source


async def test_odd_texts_take_no_time(tmp_path: Path, browser_path: str) -> None:
    async with screen(tmp_path, browser_path) as at:
        for nasty in ("*_" * 900, "[" * 1900, "> " * 900, "||**__" * 300, "`" * 1900, "<" * 1900):
            at.on.world.messages.send(at.on.channel, at.on.ann, nasty)
        at.on.world.messages.send(at.on.channel, at.on.ann, "after it")
        await expect(at.message("after it")).to_be_visible(timeout=3000)


async def test_a_text_that_grew_looks_like_one_that_came_whole(
    tmp_path: Path, browser_path: str
) -> None:
    source = "\n".join(source for source, _ in MARKDOWN if not source.startswith(">>>"))
    async with screen(tmp_path, browser_path) as at:
        same, took_ms = await at.tab.evaluate(GROWN, source)
        assert same
        assert took_ms < 5000
