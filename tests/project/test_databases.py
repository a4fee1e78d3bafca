"""Both databases answer, as a role that owns nothing."""

import os

import pytest
from django.db import connections

from baken.project import databases, secrets
from baken.project.trouble import Trouble


@pytest.mark.parametrize("alias", ["default", "keys"])
def test_the_application_connects_as_a_role_that_owns_nothing(db: None, alias: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("baken_app", False, False)
        cursor.execute(
            "SELECT count(*) FROM pg_class JOIN pg_roles r ON r.oid = relowner WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (0,)


def test_an_address_without_a_user_means_baken_s_own_roles(clean_environ: pytest.MonkeyPatch) -> None:
    own = secrets.load().passwords
    with_admin = databases.server(
        {**os.environ, "DATABASE_URL": "postgresql://boss:word@db.example:6000/start"}
    )
    assert (with_admin.user, with_admin.maintenance_db, with_admin.everyday) == ("boss", "start", False)
    without = databases.server(
        {**os.environ, "DATABASE_URL": "postgresql://db.example/start?sslmode=require"}
    )
    assert (without.user, without.password) == ("baken_owner", own["baken_owner"])
    assert (without.maintenance_db, without.everyday, without.options) == (
        "baken",
        True,
        {"sslmode": "require"},
    )


def test_the_application_never_gets_the_administrator_s_word(clean_environ: pytest.MonkeyPatch) -> None:
    own = secrets.load().passwords
    environ = {**os.environ, "DATABASE_URL": "postgresql://boss:word@db.example/start"}
    for alias, role in (("app", "baken_app"), ("owner", "baken_owner"), ("maintenance", "baken_maintenance")):
        made = databases.django_databases({**environ, "BAKEN_DB_ROLE": alias}, own)
        assert {a["USER"] for a in made.values()} == {role}
        assert {a["NAME"] for a in made.values()} == {"baken", "baken_keys"}
        assert "word" not in str(made).replace("PASSWORD", "")


@pytest.mark.parametrize("wrong", ["", "superuser;", "BAKEN"])
def test_a_role_that_does_not_exist_is_refused(wrong: str) -> None:
    if wrong:
        with pytest.raises(Trouble, match="may be app, owner or maintenance"):
            databases.django_databases({"BAKEN_DB_ROLE": wrong, "DATABASE_URL": "postgresql://x@y/z"}, {})
    else:
        made = databases.django_databases({"DATABASE_URL": "postgresql://x@y/z"}, {"baken_app": "w"})
        assert made["default"]["USER"] == "baken_app"
