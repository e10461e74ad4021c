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
