"""The last line of a plan: it names the profile that the plan was made from, and shows whether it was edited."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Final

_LAST: Final = re.compile(
    rb'(.*\n# plan-solve made this from ("[^\n]*"); unedited while it hashes to )(\w{16})\n', re.DOTALL
)


def signed(text: str, source: str) -> str:
    """Append the last line to the text. `source` is the profile's path relative to the plan's folder."""
    text += f"# plan-solve made this from {json.dumps(source)}; unedited while it hashes to "
    return f"{text}{_hash(text.encode())}\n"


def source_of(content: bytes) -> str | None:
    """The profile that a plan was made from; None if any byte of the file was changed since it was written."""
    match = _LAST.fullmatch(content)
    return str(json.loads(match[2])) if match and _hash(match[1]).encode() == match[3] else None


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
