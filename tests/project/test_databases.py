"""Both databases answer, as a role that owns nothing."""

import pytest
from django.db import connections


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
