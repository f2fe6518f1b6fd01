"""Escapes text from outside so that it cannot move the cursor, colour the terminal or start a new line."""

from __future__ import annotations

import json
import unicodedata


def visible(text: object) -> str:
    r"""The text with each character that does not print escaped as in TOML: `\u001b`, `\n`. Spaces of any kind stay."""
    printing = (one.isprintable() or unicodedata.category(one) == "Zs" for one in str(text))
    return "".join(one if prints else json.dumps(one)[1:-1] for one, prints in zip(str(text), printing, strict=True))
