from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.model import ModelPin, Settings
from generator.sources import load_settings

REPOSITORY = Path(__file__).parents[2]


def settings(root: Path, text: str) -> Settings:
    (root / "dossier.yml").write_text(text, "utf-8")
    return load_settings(root)


def test_the_file_is_optional(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()
    assert settings(tmp_path, "") == Settings()
    assert settings(tmp_path, "# nothing yet\n") == Settings()


def test_every_key_is_read(tmp_path: Path) -> None:
    told = settings(
        tmp_path,
        "title: 404\nscope: ~\nexcerpts:\n  words: 30\n  share: 0.2\n"
        "  open_licenses: [cc0]\n"
        "limits: {bytes: 1000, line: 500}\nmodel:\n  name: en_core_web_md\n  version: 3.8.0\n  sha256: null\n",
    )
    assert (told.title, told.scope) == ("404", None)
    assert (told.excerpts.words, told.excerpts.share, told.excerpts.open_licenses) == (30, 0.2, ("cc0",))
    assert (told.limits.bytes, told.limits.line, told.limits.front_matter_depth) == (1000, 500, 8)
    assert told.model == ModelPin(name="en_core_web_md", version="3.8.0", sha256=None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel: x", r"dossier\.yml:1: unknown key 'titel'; known are title, scope"),
        ("title: x\nexcerpts:\n  word: 3", r"dossier\.yml:3: unknown key 'word'; known are words, share"),
        ("model:\n  name: x\n  pin: y", r"dossier\.yml:3: unknown key 'pin'; known are name, version, sha256"),
        ("model:\n  name: x\n", r"dossier\.yml:1: model: Object missing required field `version`"),
        ("title: [a]", r"dossier\.yml:1: title: Expected `str`, got `array`"),
        ("\ntitle: ''", r"dossier\.yml:2: title is empty"),
        ("title: x\ntitle: y", r"dossier\.yml:2: duplicate key 'title'"),
        ("excerpts:\n  share: 1.5", r"dossier\.yml:2: share 1\.5 is not between 0 and 1"),
        ("excerpts:\n  open_licenses: [cc0, ' ']", r"dossier\.yml:2: open_licenses holds an empty name"),
        ("excerpts:\n  words: -1", r"dossier\.yml:2: words -1 is less than 0"),
        ("excerpts:\n  words: many", r"dossier\.yml:2: excerpts\.words: Expected `int`, got `str`"),
        ("excerpts: none", r"dossier\.yml:1: excerpts: Expected `object`, got `str`"),
        ("limits:\n  line: 0", r"dossier\.yml:2: line 0 is not more than 0"),
        ("limits:\n  bytes: 9223372036854775807", r"dossier\.yml:2: bytes is more than 2,000,000,000"),
        ("limits:\n  seconds: 86401", r"dossier\.yml:2: seconds is more than 86,400"),
        ("limits:\n  front_matter_depth: 101", r"dossier\.yml:2: front_matter_depth is more than 100"),
        ("limits:\n  names: " + "9" * 5000, r"dossier\.yml:2: limits\.names: "),
        ("- title: x", r"dossier\.yml:1: the file is not a mapping of keys to values"),
        ("title: 'x", r"dossier\.yml:1: not YAML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        settings(tmp_path, text)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "dossier.yml"
    path.write_bytes(b"title: x\nscope: \xff\n")
    with pytest.raises(SettingsError, match=r"dossier\.yml:2: not UTF-8: byte 16"):
        load_settings(tmp_path)
    path.write_bytes(b"#" * 2_000_001)
    with pytest.raises(SettingsError, match=r"dossier\.yml: too large: more than 2 MB"):
        load_settings(tmp_path)
    path.unlink()
    path.mkdir()
    with pytest.raises(SettingsError, match=r"dossier\.yml: not a regular file"):
        load_settings(tmp_path)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(SettingsError, match=r"dossier\.yml: cannot be read: Permission denied"):
        load_settings(tmp_path)


def test_this_repository_has_settings() -> None:
    told = load_settings(REPOSITORY)
    assert told.title == "Russia, North Korea and the war in Ukraine"
    assert told.scope
