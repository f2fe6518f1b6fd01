"""Python runs this first in every process that has this folder on PYTHONPATH: it puts a mutant in a module's place.

So a mutant is also in the processes that a test starts, and no file of the checkout is touched.
"""

import os
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

NAME, FILE, MUTANT = os.environ["MUTANT_NAME"], os.environ["MUTANT_FILE"], os.environ["MUTANT_SOURCE"]


class MutantLoader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        return compile(Path(MUTANT).read_bytes(), FILE, "exec")  # never from the cache


class MutantFinder(MetaPathFinder):
    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return (
            spec_from_file_location(fullname, FILE, loader=MutantLoader(fullname, FILE)) if fullname == NAME else None
        )


sys.meta_path.insert(0, MutantFinder())
