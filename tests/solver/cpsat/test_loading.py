"""OR-Tools is loaded without pandas, which still works afterwards. Each case needs a separate process."""

import subprocess
import sys

import pytest

SOLVE = """
from solver.cpsat.model import Model
from solver.cpsat.search import Search
model = Model()
a = model.integer(2, 9, "a")
print(Search(model, 10).minimise([("first", [(a, 1)])], lambda _: None)[0].value)
"""


def run(*parts: str) -> list[str]:
    """The output of a separate process that runs these parts of a program one after the other."""
    done = subprocess.run([sys.executable, "-c", "\n".join(parts)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_solving_needs_no_pandas() -> None:
    assert run(SOLVE, "import sys", "print('pandas' in sys.modules)") == ["2", "False"]


def test_pandas_that_is_there_already_is_used() -> None:
    there = "import pandas; from ortools.sat.python import cp_model; print(cp_model.pd is pandas)"
    assert run("import pandas", SOLVE, there) == ["2", "True"]


def test_pandas_can_be_loaded_afterwards_and_works_with_tables_of_variables() -> None:
    table = """
import pandas
from ortools.sat.python import cp_model
model = cp_model.CpModel()
row = model.new_bool_var_series("row", pandas.Index(["x", "y"]))
model.add(row.sum() == 2)
solver = cp_model.CpSolver()
solver.solve(model)
print(list(solver.values(row)) == [1, 1], isinstance(row, pandas.Series))
"""
    assert run(SOLVE, table) == ["2", "True", "True"]


@pytest.mark.parametrize("trouble", ["AttributeError", "TypeError", "ImportError"])
def test_an_or_tools_that_needs_more_of_it_gets_the_real_one(trouble: str) -> None:
    needy = f"""
import sys
from solver.cpsat import loading
class Needy(loading._LatePandas):
    def __getattr__(self, name):
        raise {trouble}(name)
loading._LatePandas = Needy
"""
    assert run(needy, SOLVE, "print('pandas' in sys.modules)") == ["2", "True"]


def test_a_press_of_ctrl_c_while_it_is_loaded_is_raised_once_it_is_there() -> None:
    pressing = """
import signal, sys
from solver.cpsat import loading
class Pressing(loading._LatePandas):
    def __getattr__(self, name):
        signal.raise_signal(signal.SIGINT)
        return super().__getattr__(name)
loading._LatePandas = Pressing
signal.signal(signal.SIGINT, signal.default_int_handler)
try:
    loading.cp_model()
except KeyboardInterrupt:
    print("stopped", "ortools.sat.python.cp_model" in sys.modules, "pandas" in sys.modules)
"""
    assert run(pressing) == ["stopped", "True", "False"]
