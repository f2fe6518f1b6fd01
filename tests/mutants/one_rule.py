"""`python tests/mutants/one_rule.py ID`: fails if the halves of a rule differ on any plan of any world.

With the numbers of each doctrine that has the rule.
"""

import sys

from worlds import WORLDS, compared, rules_in

for world in WORLDS:
    rules = {name: rule for name, rule in rules_in(world).items() if rule.id == sys.argv[1]}
    for comparison in compared(world, rules).values():
        if comparison.differ:
            sys.exit("\n".join(comparison.differ))
