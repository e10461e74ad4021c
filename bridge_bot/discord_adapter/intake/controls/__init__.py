"""Presses on the controls under a reply, as Discord sends them."""
