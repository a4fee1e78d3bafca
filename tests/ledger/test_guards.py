"""What the database itself refuses, whoever asks, whatever the application's code does."""

from django.db import connection


def test_x(db):
    with connection.cursor() as c:
        c.execute("select current_user, count(*) from ledger_event")
        print(c.fetchall())
