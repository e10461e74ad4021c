"""A client offers only what is registered or shown, and values that fit."""

from __future__ import annotations


class NotOffered(Exception):
    """No client would offer this command, control, modal or value to the member.

    A test that uses it is wrong itself.
    """
