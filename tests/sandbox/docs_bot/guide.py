"""A document with all kinds of Markdown."""

GUIDE = """\
---
title: front matter is not shown
---
# Teapot guide

A teapot of few words.

## Making tea

Two spoons a pot. See [cups](cups.md) and [the shop](https://shop.example/tea).

```sh
# not a heading
make tea
```

## Cleaning

* Rinse it.
* Never use soap.

### Stains

Lemon juice removes stains from the pot.

Guarantee
---------

| part | years |
| --- | --- |
| lid | 2 |
| handle | |
"""
