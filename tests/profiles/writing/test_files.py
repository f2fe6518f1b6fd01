"""Backup copies of files before they are replaced."""

from pathlib import Path

from profiles.writing.files import keep_aside


def test_no_copy_replaces_another_and_no_two_are_equal(tmp_path: Path) -> None:
    file = tmp_path / "me.toml"
    kept = [keep_aside(file, content).name for content in (b"1", b"2", b"3", b"2", b"1")]
    assert kept == ["me.toml.bak", "me.toml.bak2", "me.toml.bak3", "me.toml.bak2", "me.toml.bak"]
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {
        "me.toml.bak": b"1", "me.toml.bak2": b"2", "me.toml.bak3": b"3",
    }  # fmt: skip


def test_a_folder_or_a_link_to_nothing_under_the_name_stays(tmp_path: Path) -> None:
    (tmp_path / "me.toml.bak").mkdir()
    (tmp_path / "me.toml.bak2").symlink_to("nowhere")
    assert keep_aside(tmp_path / "me.toml", b"1").name == "me.toml.bak3"
