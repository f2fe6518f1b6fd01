from profiles.plan import Item
from writing import day, item, misses, plan, profile, rule, session

RULE = rule("calf_raises_climb", phases=("base", "build"))
BOTH, ONE = item("calf_raise", "calf"), item("single_leg_calf_raise", "calf")
LOADED = item("loaded_single_leg_calf_raise", "calf")
PLACES = {"home": {"equipment": []}, "gym": {"equipment": ["dumbbells", "step"]}}


def found(first: Item, then: Item, *, place: str = "gym", phase: str = "build") -> dict[str, int]:
    who = profile(places=PLACES)
    held = session(day("tue"), first, place="gym"), session(day("tue", 3), then, block=2, place=place)
    return misses(RULE, plan(who, *held, phases=[("base", 2), (phase, 2)]))


def test_raises_may_grow_harder_or_stay() -> None:
    assert found(BOTH, ONE) == found(ONE, LOADED) == found(LOADED, LOADED) == {}


def test_an_easier_raise_is_found_however_many_rungs_below() -> None:
    assert found(LOADED, ONE) == {"block 2 A single_leg_calf_raise.calf": 1}
    assert found(LOADED, BOTH) == {"block 2 A calf_raise.calf": 1}
    assert found(item("eccentric_heel_drop", "calf"), BOTH) == {"block 2 A calf_raise.calf": 1}


def test_a_place_without_weights_allows_the_hardest_raise_that_it_has() -> None:
    assert found(LOADED, ONE, place="home") == {}
    assert found(ONE, BOTH, place="home") == {"block 2 A calf_raise.calf": 1}


def test_each_knee_and_the_holds_have_a_ladder_of_their_own() -> None:
    assert found(LOADED, item("bent_knee_calf_raise", "soleus")) == found(LOADED, item("calf_raise_hold", "hold")) == {}


def test_the_taper_may_be_easier() -> None:
    assert found(LOADED, ONE, phase="taper") == {}
