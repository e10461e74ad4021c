"""Links and images."""

from __future__ import annotations

import pytest

from tests.discord_markdown.harness.pages import pages_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![A cat](https://a.example/cat.png)", "[A cat](https://a.example/cat.png)"),
        ("![](https://a.example/cat.png)", "[cat.png](https://a.example/cat.png)"),
        ("![chart](data:image/png;base64,AAAA)", "chart"),
        ("![chart](/images/chart.png)", "chart (/images/chart.png)"),
        ("[the docs](/docs/start)", "the docs (/docs/start)"),
        ("[above](#above)", "above"),
        ("[r]: https://ref.example\n\n[text][r] and [r]",
         "[r]: https://ref.example\n\n[text](https://ref.example) and [r](https://ref.example)"),
        ("[text][r]\n\n[r]: https://ref.example",
         "[text](https://ref.example)\n\n[r]: https://ref.example"),
    ],
)  # fmt: skip
def test_links_and_images(text: str, shown: str) -> None:
    assert pages_of(text) == [shown]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[https://bank.example](https://evil.example)",
         "https://bank.example (<https://evil.example>)"),
        ("[bank.example](https://evil.example/x)", "bank.example (<https://evil.example/x>)"),
        ("[**www.bank.example/login**](https://evil.example)",
         "**www.bank.example/login** (<https://evil.example>)"),
        ("[log in at https://bank.example now](https://evil.example)",
         "log in at https://bank.example now (<https://evil.example>)"),
        ("![bank.example](https://evil.example)", "bank.example (<https://evil.example>)"),
        ("[https://a.example/](https://a.example)", "https://a.example/"),
        ("[README.md](https://a.example/x/README.md)",
         "[README.md](https://a.example/x/README.md)"),
    ],
)  # fmt: skip
def test_a_link_whose_text_is_another_address_is_shown_openly(text: str, shown: str) -> None:
    assert pages_of(text) == [shown]
