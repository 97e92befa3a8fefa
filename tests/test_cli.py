"""The command line: exit codes, one line for each error, stdout for data alone, help with examples."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import click
import pytest
from click.testing import CliRunner, Result

from generator import __version__, cli, pipeline
from generator.cli import terminal
from generator.errors import Problem
from tests.house import GAZETTE, HERALD, new_dossier, run

COMMANDS = ["build", "generate", "extract", "facts", "explain", "stories", "export", "check", "serve", "new"]


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.cli, [str(a) for a in arguments])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return new_dossier(tmp_path / "dossier")


# ---- help


def test_the_commands_stand_in_the_order_in_which_one_meets_them() -> None:
    told = invoke("--help").stdout
    assert re.findall(r"^  (\w+) {2,}\w", told.split("Commands:")[1], re.MULTILINE) == COMMANDS
    assert "Exit codes: 0 done; 1" in told


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_on_lines_of_their_own(name: str) -> None:
    told = invoke(name, "--help")
    assert told.exit_code == 0
    assert re.search(rf"\n  Examples:\n    dossier {name}\b", told.stdout)
    assert "\b" not in told.stdout


@pytest.mark.parametrize("name", [c for c in COMMANDS if c != "new"])
def test_every_command_takes_a_root(name: str) -> None:
    assert "--root DIRECTORY" in invoke(name, "--help").stdout


def test_the_version_is_the_packages() -> None:
    assert invoke("--version").stdout == f"dossier, version {__version__}\n"


def test_the_module_is_the_command() -> None:
    assert run("--version").stdout == f"dossier, version {__version__}\n"


# ---- exit codes


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"], ["build", "--rooot", "x"], ["facts"], ["facts", "not-there.txt"], ["new"], ["check", "extra"],
        ["export", "--format", "xml"], ["build", "--jobs", "many"], ["build", "--root", "not-there"],
        ["facts", ".", "--published", "yesterday"], ["facts", ".", "--published", "2024-02-30"],
    ],
)  # fmt: skip
def test_wrong_use_exits_2_and_says_so(tmp_path: Path, arguments: list[str]) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "rror: " in done.stderr
    assert "Traceback" not in done.stderr


def test_what_went_well_exits_0_and_prints_nothing_on_stdout(root: Path) -> None:
    done = invoke("generate", "--root", root)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "0 pages written, 0 removed\n" or re.fullmatch(
        r"\d+ pages written, \d+ removed\n", done.stderr
    )


def test_a_left_out_article_exits_1_with_a_line_that_says_where_what_and_what_to_do(root: Path) -> None:
    (root / "seeds/broken.md").write_text("---\ntitle: [unclosed\n---\nText of an article.\n")
    done = invoke("generate", "--root", root)
    assert done.exit_code == 1
    (line,) = [x for x in done.stderr.splitlines() if x.startswith("error: ")]
    assert re.match(r"error: seeds/broken\.md:\d+: .+\. .+", line)
    assert (root / "docs/sources/herald/index.md").exists()


def test_warnings_alone_exit_0(root: Path) -> None:
    (root / "seeds/gazette.txt").unlink()
    done = invoke("generate", "--root", root)
    assert done.exit_code == 0
    assert done.stderr.startswith("warning: seeds/facts/gazette.json: ")


def test_a_folder_that_is_no_dossier_exits_2(tmp_path: Path) -> None:
    done = invoke("build", "--root", tmp_path)
    assert done.exit_code == 2
    assert "no seeds/ folder" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_wrong_settings_exit_1_with_file_and_line(root: Path) -> None:
    (root / "dossier.yml").write_text("title: x\nlimits: {bytes: many}\n")
    done = invoke("generate", "--root", root)
    assert done.exit_code == 1
    assert done.stderr.startswith("error: dossier.yml:2: ")


def test_no_control_character_of_a_seed_reaches_the_terminal(root: Path) -> None:
    (root / "seeds" / "bell\x07\x1b[31m.txt").write_bytes(b"")
    (root / "seeds" / "\u202etxt.md").write_bytes(b"---\nfoo: \x1b]0;title\x07\n")
    done = invoke("generate", "--root", root)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.stderr)
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(28, "No space left on device", "/x/y"), "error: /x/y: No space left on device\n"),
        (OSError("odd"), "error: odd\n"),
    ],
)
def test_what_the_system_refuses_is_one_line(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, line: str
) -> None:
    def fails(*_arguments: object, **_more: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "generate", fails)
    done = invoke("generate", "--root", root)
    assert (done.exit_code, done.stderr) == (1, line)


def test_a_mistake_of_ours_is_one_line_and_a_traceback_for_who_asks(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(*_arguments: object, **_more: object) -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr(pipeline, "generate", mistaken)
    done = invoke("generate", "--root", root)
    assert done.exit_code == 1
    assert done.stderr.startswith("error: a mistake in dossier itself (ZeroDivisionError: by zero). Run it again with")
    monkeypatch.setenv("DOSSIER_TRACEBACK", "1")
    assert isinstance(invoke("generate", "--root", root).exception, ZeroDivisionError)


def test_an_interrupt_ends_quietly(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "generate", interrupted)
    done = invoke("generate", "--root", root)
    assert done.exit_code == 1
    assert "Traceback" not in done.stderr


def test_a_problem_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem(message="is odd", path="a.txt", severity="warning")
    assert terminal.tell_all([problem, problem]) == 0
    assert capsys.readouterr().err == "warning: a.txt: is odd\n"


# ---- commands


def test_a_dossier_from_new_to_export(tmp_path: Path) -> None:
    root = tmp_path / "tanks"
    done = invoke("new", root, "--title", "Tanks")
    assert done.exit_code == 0
    assert "dossier build --root" in done.stderr
    assert invoke("new", root).exit_code == 2
    new_dossier(tmp_path / "with-facts")
    for name, text in (("herald", HERALD), ("gazette", GAZETTE)):
        (root / f"seeds/{name}.txt").write_text(text)
    shutil.copytree(tmp_path / "with-facts/seeds/facts", root / "seeds/facts")
    done = invoke("export", "--format", "json", "--root", root)
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout)["schema"] == "dossier/1"
    assert done.stdout.count("\n") == 1


def test_check_says_what_it_checked(root: Path) -> None:
    invoke("build", "--root", root)
    done = invoke("check", "--quick", "--root", root)
    assert (done.exit_code, done.stderr) == (0, "2 articles checked\n")


def test_progress_is_drawn_for_people_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with terminal.progress_bars() as tell:
        tell("Reading", 1, 2)
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("FORCE_COLOR", "1")
    with terminal.progress_bars() as tell:
        tell("Reading", 1, 2)
        tell("Reading", 2, 2)
    assert "Reading" in capsys.readouterr().err


def test_output_that_nobody_reads_on_is_no_error(root: Path) -> None:
    command = f"{sys.executable} -m generator export --root {root} | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stdout == "{"
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_the_contract_is_utf8_whatever_the_locale_is(root: Path) -> None:
    (root / "seeds/herald.txt").write_text(HERALD.replace("The Herald", "Žurnál"))
    (root / "seeds/facts/herald.json").unlink()
    (root / "seeds/facts/gazette.json").unlink()
    (root / "seeds/gazette.txt").unlink()
    env = {**os.environ, "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "generator", "export", "--root", str(root)]
    done = subprocess.run(command, capture_output=True, env=env, check=False)
    assert "Žurnál" in done.stdout.decode("utf-8"), done.stderr


@pytest.mark.model
def test_facts_and_stories_print_json_lines_from_the_real_model(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HERALD)
    (tmp_path / "b.txt").write_bytes(b"")
    done = invoke("facts", tmp_path, "--root", tmp_path)
    (line,) = done.stdout.splitlines()
    facts = json.loads(line)
    assert done.exit_code == 1
    assert "b.txt" in done.stderr
    assert facts["schema"] == "dossier/facts/1"
    assert any("40 tanks" in s["text"] for c in facts["claims"] for s in c["spans"])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "b.txt"]
    (tmp_path / "b.txt").unlink()
    done = invoke("stories", tmp_path, "--root", tmp_path)
    assert done.exit_code == 0
    assert json.loads(done.stdout)["members"] == ["a"]


@pytest.mark.model
def test_extracting_building_and_checking_with_the_real_model(tmp_path: Path) -> None:
    root = tmp_path / "x"
    invoke("new", root)
    (root / "seeds/herald.txt").write_text(HERALD)
    assert invoke("extract", "--root", root).exit_code == 0
    done = invoke("build", "--root", root)
    assert done.exit_code == 0, done.stderr
    done = invoke("check", "--root", root)
    assert done.exit_code == 0, done.stderr
    file = root / "seeds/facts/herald.json"
    file.write_bytes(re.sub(rb'"rule": "(\w)', rb'"rule": "x', file.read_bytes(), count=1))
    done = invoke("check", "--root", root)
    assert done.exit_code == 1
    assert re.search(r"error: seeds/facts/herald\.json: \S+.*the extractor makes", done.stderr)


# ---- serving


def read(address: str) -> str:
    with urlopen(address, timeout=5) as answer:
        return answer.read().decode()  # type: ignore[no-any-return]


def wait_for(address: str, words: str, *, seconds: float = 40) -> str:
    until = time.monotonic() + seconds
    page = ""
    while time.monotonic() < until:
        try:
            page = read(address)
        except OSError:
            page = ""
        if words in page:
            return page
        time.sleep(0.2)
    pytest.fail(f"{words!r} did not come: {page[:500]}")


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [["-m", "generator", "serve", "--address"], ["-m", "mkdocs", "serve", "--dev-addr"]]
)
def test_serving_makes_changed_pages_anew_and_does_not_loop(root: Path, tmp_path: Path, command: list[str]) -> None:
    port = 8137 + (os.getpid() * 2 + len(command[-1])) % 800
    log = tmp_path / "log"
    with log.open("w") as out:
        started = subprocess.Popen(
            [sys.executable, *command, f"127.0.0.1:{port}"], cwd=root, stdout=out, stderr=out, start_new_session=True
        )
    try:
        page = f"http://127.0.0.1:{port}/sources/herald/index.html"
        wait_for(page, "Ruritania sends tanks to Freedonia")
        (root / "seeds/curation/publishers.yml").write_text("- name: The Evening Herald\n  names: [The Herald]\n")
        wait_for(page, "The Evening Herald")
        time.sleep(2.5)
        built = log.read_text().count("Building documentation")
        time.sleep(2.5)
        assert log.read_text().count("Building documentation") == built <= 4
        (root / "seeds/curation/publishers.yml").write_text("- nam: x\n")
        time.sleep(2)
        wait_for(page, "The Evening Herald")
    finally:
        os.killpg(started.pid, signal.SIGTERM)
        started.wait(10)


def test_serving_at_an_address_that_is_taken_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(**_more: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr("mkdocs.commands.serve.serve", taken)
    done = invoke("serve", "--root", root)
    assert done.exit_code == 1
    assert done.stderr == (
        "error: cannot serve at localhost:8000: Address already in use. Name another address with --address.\n"
    )


def test_every_option_of_every_command_is_documented() -> None:
    for command in cli.cli.commands.values():
        assert command.help
        for option in command.params:
            assert isinstance(option, click.Argument) or getattr(option, "help", None), (command.name, option.name)
