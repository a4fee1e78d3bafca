"""`baken single-sign-on` as somebody types it."""

from click.testing import CliRunner, Result
from django.test import Client

from baken.account.single_sign_on.commands import single_sign_on
from baken.account.single_sign_on.models import Link
from tests.identity import settings
from tests.identity.coming import HOME, log_in, refused, standin
from tests.identity.standin import StandIn
from tests.tenants.conftest import town
from tests.tenants.town import Town

__all__ = ["standin", "town"]


def run(*words: str) -> Result:
    return CliRunner().invoke(single_sign_on, list(words))


def test_it_says_what_the_provider_must_know_and_never_the_secret(standin: StandIn) -> None:
    said = run("show").output
    assert f"redirect URI          {HOME}/inloggen/organisatie/woerden/terug/" in said
    assert f"post-logout redirect  {HOME}/" in said
    assert settings.SECRET not in said


def test_without_a_file_it_says_where_to_write_one(town: Town) -> None:
    settings.remove()
    assert "docs/how-to/single-sign-on.md" in run("show").output


def test_a_colleague_with_a_new_account_is_let_in_once_the_old_one_is_unlinked(
    client: Client, standin: StandIn
) -> None:
    log_in(client, standin)
    standin.redeemed, standin.person["sub"] = [], "account-2"
    refused(log_in(Client(), standin), 403, "al een ander account")
    assert run("unlink", "Focal_Point@woerden.example").exit_code == 0
    standin.redeemed = []
    assert log_in(Client(), standin).status_code == 303
    assert Link.objects.count() == 1


def test_whoever_has_no_account_linked_is_said_to_have_none(town: Town) -> None:
    for email in ("adviser@woerden.example", "niemand@nergens.example"):
        done = run("unlink", email)
        assert (done.exit_code, "No account is linked" in done.output) == (1, True)
