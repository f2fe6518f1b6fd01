"""JSON Schemas of profile and squad, for completion and checks in editors.

`python -m profiles.writing.schema` writes them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from profiles.equipment import EQUIPMENT
from profiles.exercise import catalogue
from profiles.profile import SLOTS, Profile
from profiles.run import KINDS, REST
from profiles.squad_file import Squad
from profiles.writing.files import write_text

FILE: Final = Path(__file__).parents[1] / "profile.schema.json"
SQUAD_SCHEMA: Final = FILE.with_name("squad.schema.json")
MODELS: Final[dict[Path, type[Profile]]] = {FILE: Profile, SQUAD_SCHEMA: Squad}

_DATE: Final = r"\d{4}-\d{2}-\d{2}"
_RUN: Final = rf"({'|'.join(KINDS)})\s+[1-9]\d{{0,2}}(\s+(am|pm))?"


def schema_text(model: type[Profile] = Profile) -> str:
    """What the models say, and what their validators check, in words that editors understand."""
    schema = _for_editors(model.model_json_schema(), defaults=model is Profile)
    _say_vocabularies(schema["$defs"], schema["properties"]["lifts"])
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    schema["title"] = model.model_config.get("title", "A runner's profile")
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _for_editors(node: Any, *, defaults: bool) -> Any:
    """Without null, which TOML cannot say, and without the titles that pydantic makes of the keys.

    Of a squad's files no `defaults`: what one of them leaves out, another may say.
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


def _say_vocabularies(tables: dict[str, Any], lifts: dict[str, Any]) -> None:
    """Narrow the texts that Python checks by hand."""
    runs = tables["Runs"]["properties"]
    (strength,) = (table["properties"] for name, table in tables.items() if name.endswith("Strength"))
    for name, day in runs.items():
        (day["additionalProperties"] if name == "on" else day).update(_run())
    for name in ("minutes", "on"):
        strength[name]["additionalProperties"] = _opening()
    strength["away"]["items"].update(_pattern(rf"{_DATE}(\s*/\s*{_DATE})?"))
    strength["pins"]["items"].update(_pattern(rf"{_DATE}(\s+[{''.join(SLOTS)}])?"))
    tables["Place"]["properties"]["equipment"]["items"].update(
        _pattern(rf"({'|'.join(EQUIPMENT)})(\s+\d[\d.,/ \-]*)?"), examples=list(EQUIPMENT)
    )
    lifts["propertyNames"] = {"enum": list(catalogue())}
    lifts["additionalProperties"] = _lift()
    for exercises in tables["Preferences"]["properties"].values():
        exercises["items"]["enum"] = list(catalogue())


def _pattern(whole: str) -> dict[str, str]:
    return {"pattern": f"^{whole}$"}


def _run() -> dict[str, Any]:
    examples = [REST, "easy 45", "long 110", "tempo 55 pm", "easy 30 am + hills 50 pm"]
    return {**_pattern(rf"\s*({REST}|{_RUN}(\s*\+\s*{_RUN})?)\s*"), "examples": examples}


def _opening() -> dict[str, Any]:
    minutes = r"0*(\d|[1-9]\d|1\d\d|2[0-3]\d|240)"
    return {"anyOf": [
        {"type": "integer", "minimum": 0, "maximum": 240},
        {"type": "string", **_pattern(rf"{minutes}(\s+(am|pm))?"), "examples": ["45 am", "45 pm"]},
    ]}  # fmt: skip


def _lift() -> dict[str, Any]:
    return {"anyOf": [
        {"type": "number", "minimum": 1, "maximum": 500},
        {"type": "string", **_pattern(r"\s*\d+(\.\d+)?(\s*x\s*\d+(\s*@\s*\d+)?)?\s*"), "examples": ["80 x 5 @ 2"]},
    ]}  # fmt: skip


if __name__ == "__main__":
    for file, of in MODELS.items():
        write_text(schema_text(of), file)
