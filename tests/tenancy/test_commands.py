"""`baken organisation|member|post` as somebody types them."""

import pytest
from click.testing import CliRunner, Result

from baken.core.derive.access import GIVEN, LENT
from baken.tenancy import actions, commands
from baken.tenancy.models import Membership, Organisation, Person, Post
from baken.tenancy.scope import scope
from tests.tenants.town import PASSPHRASE, PASSWORD, Town


def run(group: str, *words: str, typed: str = "") -> Result:
    return CliRunner().invoke(getattr(commands, group), ["add", *words], input=typed)


def test_an_organisation_a_member_and_a_post_make_a_municipality_that_can_receive(town: Town) -> None:
    assert run("organisation", "oudewater", "--name", "Oudewater", "--kind", "municipality").exit_code == 0
    who = ["--email", "Saskia@oudewater.example", "--name", "Saskia", "--role", "focal_point"]
    made = run("member", "oudewater", *who, typed=f"{PASSWORD}\n{PASSWORD}\n")
    assert made.exit_code == 0, made.output
    assert PASSWORD not in made.output
    post = [
        "--name",
        "Aandachtsfunctionaris",
        "--role",
        "focal_point",
        "--holder",
        "saskia@oudewater.example",
    ]
    assert run("post", "oudewater", *post).exit_code == 0
    assert Person.objects.get_by_natural_key("saskia@oudewater.example").check_password(PASSWORD)
    with scope(Organisation.objects.get(slug="oudewater").id):
        holder = Membership.objects.get()
        assert Post.objects.get().public_key is None
        actions.set_vault_passphrase(membership_id=holder.id, passphrase=PASSPHRASE, now=town.now)
        assert Post.objects.get().public_key is not None


def test_somebody_known_becomes_a_member_elsewhere_without_another_password(town: Town) -> None:
    done = run("member", "montfoort", "--email", "lead@woerden.example", "--role", "table_member")
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("group", "words", "said"),
    [
        ("organisation", ["woerden", "--name", "X", "--kind", "region"], "exists already"),
        ("organisation", ["x", "--name", "X", "--kind", "kingdom"], "kingdom"),
        (
            "member",
            ["nergens", "--email", "a@b.example", "--role", "reporter"],
            "There are: elders, montfoort",
        ),
        ("member", ["woerden", "--email", "a@b.example", "--role", "boss"], "boss"),
        ("member", ["woerden", "--email", "new@b.example", "--role", "reporter"], "give --name"),
        (
            "member",
            [
                "woerden",
                "--email",
                "unattached@nergens.example",
                "--role",
                "administrator",
                "--role",
                "focal_point",
            ],
            "cannot be combined",
        ),
        ("member", ["woerden", "--email", "lead@woerden.example", "--role", "reporter"], "exists already"),
        (
            "post",
            ["woerden", "--name", "P", "--role", "focal_point", "--holder", "x@y.example"],
            "member add",
        ),
        (
            "post",
            ["woerden", "--name", "P", "--role", "focal_point", "--holder", "adviser@woerden.example"],
            "Give the role",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    town: Town, group: str, words: list[str], said: str
) -> None:
    before = Post.objects.count()
    result = run(group, *words)
    assert result.exit_code in (1, 2)
    assert said in result.output
    assert "Traceback" not in result.output
    assert Post.objects.count() == before


def test_a_weak_password_is_refused_and_nobody_is_made(town: Town) -> None:
    who = ["--email", "new@woerden.example", "--name", "Nieuw", "--role", "reporter"]
    result = run("member", "woerden", *who, typed="kort\nkort\n")
    assert result.exit_code == 1
    assert not Person.objects.filter(email="new@woerden.example").exists()


def test_every_role_can_be_given_but_those_that_follow_from_something_else(town: Town) -> None:
    for role in sorted(LENT):
        assert run("member", "elders", "--email", "x@nieuw.example", "--role", role).exit_code == 2
    for role in sorted(GIVEN):
        person = actions.add_person(email=f"{role}@nieuw.example", name=role)
        assert run("member", "elders", "--email", person.email, "--role", role).exit_code == 0
