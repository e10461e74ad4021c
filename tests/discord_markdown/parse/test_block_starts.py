"""Which blocks begin on a line."""

from __future__ import annotations

import pytest

from tests.discord_markdown.harness.pages import pages_of


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("1. Run: ```bash\n   x\n   ```\n2. Next", "1. Run:\n   ```bash\n   x\n   ```\n2. Next"),
        ("Run:```\nx\n```\nafter", "Run:\n```\nx\n```\nafter"),
        ("1. Run: ```sh\nx\n```\n2. Next", "1. Run:\n   ```sh\n   x\n   ```\n2. Next"),
        ("- a\n  - B: ```js\nx\n```\n  - C", "- a\n  - B:\n    ```js\n    x\n    ```\n  - C"),
        ("> Q: ```py\n> x\n> ```\nz", "> Q:\n> ```py\n> x\n> ```\nz"),
        ("see ```bash\nthat nothing ends", "see \\`\\``bash\nthat nothing ends"),
    ],
)
def test_three_backticks_behind_text_open_code_that_something_ends(source: str, page: str) -> None:
    assert pages_of(source)[0].replace("\\", "") == page.replace("\\", "")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("Run:\n```npm install foo\n```\nDone", "Run:\n```\nnpm install foo\n```\nDone"),
        ("```Hello, this is the answer", "```\nHello, this is the answer\n```"),
        ('```json {"a": 1}\n```', '```json\n{"a": 1}\n```'),
        ("```sh npm ci\nnpm test\n```", "```sh\nnpm ci\nnpm test\n```"),
        ("~~~ a `b`\n~~~", "```\na `b`\n```"),
        ("1. a\n   ```npm ci\n   ```\n2. b", "1. a\n   ```\n   npm ci\n   ```\n2. b"),
        ('```js title="x"\ny\n```', "```js\ny\n```"),
    ],
)
def test_code_behind_an_opening_fence_is_the_first_line(source: str, shown: str) -> None:
    assert pages_of(source) == [shown]


@pytest.mark.parametrize("source", ["```npm", "```npm\n", "```npm\n\n```", "Run: ```npm\n```"])
def test_a_word_that_is_no_language_is_code_if_there_is_none_below_it(source: str) -> None:
    assert pages_of(source)[0].endswith("```\nnpm\n```")


@pytest.mark.parametrize("source", ["```", "```python", "``` py\n\n```", "```JSON\n```"])
def test_a_fence_with_a_language_alone_shows_nothing(source: str) -> None:
    assert pages_of(source) == []


def test_nothing_of_a_very_long_line_behind_an_opening_fence_is_lost() -> None:
    shown = "".join(pages_of(f"```{'words ' * 1000}\nend"))
    assert (shown.count("words"), shown.count("end")) == (1000, 1)
