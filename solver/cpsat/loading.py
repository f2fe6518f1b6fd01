"""Loading OR-Tools: only where something is solved, and without pandas."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from solver.cpsat.interruptible import interrupt_at_end


def cp_model() -> ModuleType:
    """CP-SAT, loaded only where something is solved, and without pandas, which is half of its start-up.

    OR-Tools needs pandas only for whole tables of variables. Should a release need more, it gets the real one.
    """
    if "ortools.sat.python.cp_model" not in sys.modules:
        with interrupt_at_end():
            _load()
    from ortools.sat.python import cp_model

    return cp_model


def _load() -> None:
    if "pandas" not in sys.modules:
        stand_in = sys.modules["pandas"] = _LatePandas("pandas")
        try:
            from ortools.sat.python import cp_model
        except (ImportError, AttributeError, TypeError):
            pass
        else:
            stand_in.needed = True
        finally:
            del sys.modules["pandas"]
    from ortools.sat.python import cp_model  # noqa: F401  # where the stand-in was not enough


class _LatePandas(ModuleType):
    """Stands for pandas while OR-Tools is loaded and only names its classes; afterwards it hands out the real ones."""

    needed = False

    def __getattr__(self, name: str) -> Any:
        if not self.needed:
            return type(name, (), {})
        import pandas as pd  # type: ignore[import-untyped,unused-ignore]

        return getattr(pd, name)
