"""What goes wrong on the command line is a sentence with what to do, never a traceback."""

import re

import pytest
from click.testing import CliRunner

from baken.project import cli, secrets
from baken.project.state import secrets_dir


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    heard = capsys.readouterr()
    assert "Traceback" not in heard.out + heard.err
    return int(ended.value.code or 0), heard.out + heard.err


def test_the_version_is_the_package_s() -> None:
    assert re.search(r"\d+\.\d+\.\d+", CliRunner().invoke(cli.baken, ["--version"]).output)


def test_the_help_names_every_command() -> None:
    shown = CliRunner().invoke(cli.baken, ["--help"]).output
    for command in ("serve", "migrate", "doctor", "demo-reset"):
        assert command in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["srve"], "Did you mean 'serve'"),
        (["serve", "--port", "nul"], "not a valid integer"),
        (["serve", "--port", "99999"], "1<=x<=65535"),
    ],
)
def test_a_mistyped_command_is_explained(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    code, heard = run(capsys, *words)
    assert code == 2
    assert said in heard


@pytest.mark.parametrize(
    ("environ", "exit_code", "said"),
    [
        ({"DATABASE_URL": "mysql://somewhere/x"}, 2, "DATABASE_URL is not an address of PostgreSQL"),
        ({"DATABASE_URL": "postgresql://[half"}, 2, "DATABASE_URL is not an address of PostgreSQL"),
        ({"DATABASE_URL": "postgresql://me:geheim@127.0.0.1:9/db"}, 1, "No PostgreSQL answers at 127.0.0.1"),
        ({"DATABASE_URL": "postgresql://me@127.0.0.1:9/x", "BAKEN_DATABASE": "a; DROP"}, 2, "small letters"),
    ],
)
def test_a_wrong_database_address_is_explained_without_the_password(
    clean_environ: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    environ: dict[str, str],
    exit_code: int,
    said: str,
) -> None:
    for name, value in environ.items():
        clean_environ.setenv(name, value)
    code, heard = run(capsys, "migrate")
    assert (code, said in heard, "geheim" in heard) == (exit_code, True, False), heard


def test_a_reset_touches_the_demonstration_alone(
    clean_environ: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clean_environ.setenv("BAKEN_DATABASE", "baken")
    code, heard = run(capsys, "demo-reset")
    assert code == 2
    assert "the demonstration uses its own database" in heard


def test_the_doctor_says_what_to_do_about_loose_secrets(
    clean_environ: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = secrets.load(secrets_dir()).folder
    (folder / secrets.DJANGO_KEY).chmod(0o644)
    code, heard = run(capsys, "doctor")
    assert code == 1
    assert f"Run: chmod -R go= {folder}" in heard


def test_an_unforeseen_error_does_not_repeat_what_it_says(
    clean_environ: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Aaltje Zonneveld")

    clean_environ.setattr("baken.project.doctor.examine", broken)
    code, heard = run(capsys, "doctor")
    assert code == 1
    assert "unexpected" in heard
    assert "Aaltje" not in heard
