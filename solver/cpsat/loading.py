"""Loads OR-Tools on first use, and without pandas."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from solver.cpsat.interruptible import interrupt_at_end


def cp_model() -> ModuleType:
    """The CP-SAT module, loaded on first use and without pandas, which would double the time to import it.

    OR-Tools needs pandas only for tables of variables. If a release needs more of it, the real pandas is loaded.
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
    from ortools.sat.python import cp_model  # noqa: F401  # the stand-in was not enough


class _LatePandas(ModuleType):
    """Replaces pandas while OR-Tools is loaded and only names its classes; afterwards it returns the real ones."""

    needed = False

    def __getattr__(self, name: str) -> Any:
        if not self.needed:
            return type(name, (), {})
        import pandas as pd  # type: ignore[import-untyped,unused-ignore]

        return getattr(pd, name)
