"""What every table that is read from TOML has in common: it never changes, and it has no keys but its own."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value whose fields are all there is to it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
