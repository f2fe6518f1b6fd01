"""`python tests/mutants/one_rule.py ID`: fails if the halves of a rule differ on any plan of any world.

Under `reconciled`, or under the first doctrine that has the rule if that has not.
"""

import sys

from constraints.knowledge.doctrine import doctrine_named, doctrine_names
from worlds import WORLDS, compared

rule = sys.argv[1]
names = ("reconciled", *doctrine_names())
doctrine = next((name for name in names if rule in {one.id for one in doctrine_named(name).rules}), names[0])
for world in WORLDS:
    for comparison in compared(world, doctrine, rule).values():
        if comparison.differ:
            sys.exit("\n".join(comparison.differ))
