import pytest
from pydantic_core import PydanticCustomError

from profiles.equipment import EQUIPMENT
from profiles.kit import Kit, Masses


@pytest.mark.parametrize(
    ("said", "kit", "spelled"),
    [
        ("bench", Kit("bench"), "bench"),
        ("mat ", Kit("mat"), "mat"),
        ("kettlebell 16", Kit("kettlebell", (Masses(16),)), "kettlebell 16"),
        ("dumbbells 2 - 20", Kit("dumbbells", (Masses(2, 20),)), "dumbbells 2-20"),
        ("dumbbells 20-2", Kit("dumbbells", (Masses(2, 20),)), "dumbbells 2-20"),
        ("kettlebell 8/16, 24 32", Kit("kettlebell", tuple(map(Masses, (8, 16, 24, 32)))), "kettlebell 8, 16, 24, 32"),
        ("dumbbells 2.50, 4-10", Kit("dumbbells", (Masses(2.5), Masses(4, 10))), "dumbbells 2.5, 4-10"),
        ("barbell 20-20", Kit("barbell", (Masses(20, 20),)), "barbell 20-20"),
    ],
)  # fmt: skip
def test_a_kit_is_an_item_and_the_masses_there_are_of_it(said: str, kit: Kit, spelled: str) -> None:
    assert Kit.parse(said) == kit
    assert str(kit) == spelled


@pytest.mark.parametrize("item", EQUIPMENT)
def test_every_item_may_have_masses(item: str) -> None:
    assert Kit.parse(f"{item} 2-4").item == Kit.parse(item).item == item


@pytest.mark.parametrize("said", ["kettlebell 0", "kettlebell 16kg", "kettlebell16", "dumbbells 2-10-20", "mat 1-"])
def test_what_are_no_kilograms_is_reported_with_the_ways_to_write_them(said: str) -> None:
    with pytest.raises(ValueError, match="are no kilograms; write one mass, several, or a range"):
        Kit.parse(said)


@pytest.mark.parametrize("said", ["plate 401", "dumbbells 2-401", "dumbbells 401-2"])
def test_masses_that_are_too_large_are_refused(said: str) -> None:
    with pytest.raises(ValueError, match="allowed are masses up to 400"):
        Kit.parse(said)


def test_an_unknown_item_is_reported_with_all_items() -> None:
    with pytest.raises(PydanticCustomError) as wrong:
        Kit.parse("mats 3")
    assert wrong.value.context == {"what": "equipment", "found": "mats 3", "allowed": EQUIPMENT}
