from django.db import connection


def test_an_unset_scope_sees_no_rows(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, count(*) FROM tenancy_membership")
        assert cursor.fetchone() == ("baken_app", 0)
