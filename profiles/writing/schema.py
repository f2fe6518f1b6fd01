"""JSON Schemas of profiles and squads, for completion and validation in editors.

`python -m profiles.writing.schema` writes them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema

from profiles.profile import Profile
from profiles.squad_file import Squad
from profiles.writing.files import write_text
from profiles.written import Written

FILE: Final = Path(__file__).parents[1] / "profile.schema.json"
SQUAD_SCHEMA: Final = FILE.with_name("squad.schema.json")
MODELS: Final[dict[Path, type[Profile]]] = {FILE: Profile, SQUAD_SCHEMA: Squad}


class _Spelled(GenerateJsonSchema):
    """Defaults as people write them."""

    def encode_default(self, dft: Any) -> Any:
        return dft.plain() if isinstance(dft, Written) else super().encode_default(dft)


def schema_text(model: type[Profile] = Profile) -> str:
    """The JSON Schema of a model."""
    schema = _for_editors(model.model_json_schema(schema_generator=_Spelled), defaults=model is Profile)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    schema["title"] = model.model_config.get("title", "A runner's profile")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _for_editors(node: Any, *, defaults: bool) -> Any:
    """Remove null, which TOML does not have, and the titles that pydantic generates from keys.

    Without `defaults` for a squad: a key that one of its files leaves out may be set in another.
    """
    if isinstance(node, list):
        return [_for_editors(one, defaults=defaults) for one in node]
    if not isinstance(node, dict):
        return node
    needless = set() if defaults and node.get("default", ...) is not None else {"default"}
    if isinstance(node.get("title"), str):
        needless.add("title")
    node = {key: _for_editors(value, defaults=defaults) for key, value in node.items() if key not in needless}
    choices = node.get("anyOf", [])
    if {"type": "null"} in choices:
        kept = [choice for choice in choices if choice != {"type": "null"}]
        del node["anyOf"]
        node |= kept[0] if len(kept) == 1 else {"anyOf": kept}
    return node


if __name__ == "__main__":
    for file, of in MODELS.items():
        write_text(schema_text(of), file)
