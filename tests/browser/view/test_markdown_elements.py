"""Markdown as elements of the page, at once or while it grows."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import expect

from tests.browser.chat_page import open_page

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
    const { renderMarkdown } = await import('/view/markdown_elements.js');
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
        renderMarkdown(host, source, names);
        return [...host.childNodes].map(outline).join('');
    });
}"""


GROWN = """async (source) => {
    const { renderMarkdown } = await import('/view/markdown_elements.js');
    const names = { user: () => 'Ann', role: () => 'Role', channel: () => 'general' };
    const growing = document.createElement('div');
    const began = performance.now();
    for (let end = 0; end <= source.length; end += 1) {
        renderMarkdown(growing, source.slice(0, end), names);
    }
    const whole = document.createElement('div');
    renderMarkdown(whole, source, names);
    return [growing.isEqualNode(whole), performance.now() - began];
}"""


async def test_markdown_is_read_as_discord_reads_it(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path, timezone_id="UTC") as page:
        found = await page.tab.evaluate(OUTLINE, [source for source, _ in MARKDOWN])
        for (source, wanted), outline in zip(MARKDOWN, found, strict=True):
            assert outline == wanted, source


async def test_odd_texts_take_no_time(tmp_path: Path, browser_path: str) -> None:
    async with open_page(tmp_path, browser_path) as page:
        for nasty in ("*_" * 900, "[" * 1900, "> " * 900, "||**__" * 300, "`" * 1900, "<" * 1900):
            page.system.world.messages.send(page.system.channel, page.system.ann, nasty)
        page.system.world.messages.send(page.system.channel, page.system.ann, "after it")
        await expect(page.message("after it")).to_be_visible(timeout=30_000)


async def test_a_text_that_grew_looks_like_one_that_came_whole(
    tmp_path: Path, browser_path: str
) -> None:
    source = "\n".join(source for source, _ in MARKDOWN if not source.startswith(">>>"))
    async with open_page(tmp_path, browser_path) as page:
        same, took_ms = await page.tab.evaluate(GROWN, source)
        assert same
        assert took_ms < 30_000
