from writing import HEAVY, JUMPS, day, item, misses, plan, profile, rule, session

LUNGE = item("forward_lunge")


def test_what_the_sore_tissue_bears_stays_in() -> None:
    who = profile(injuries={"current": ["patellar"]})
    assert misses(rule("injuries_spared"), plan(who, session(day("tue"), HEAVY, item("reverse_lunge")))) == {}


def test_what_provokes_a_current_injury_is_out() -> None:
    who = profile(injuries={"current": ["patellar", "achilles"]})
    finished = plan(who, session(day("tue"), JUMPS), session(day("fri"), LUNGE, slot="B"))
    assert misses(rule("injuries_spared"), finished) == {
        "block 1 A squat_jump.power": 1, "block 1 B forward_lunge.moderate": 1,
    }  # fmt: skip


def test_an_injury_of_the_past_forbids_nothing() -> None:
    who = profile(injuries={"prone": ["patellar"]})
    assert misses(rule("injuries_spared"), plan(who, session(day("tue"), JUMPS, LUNGE))) == {}
