"""Everything that is stored, as whoever got hold of the rows would read it."""

from collections.abc import Iterator

from django.db import connections
from psycopg import sql

from baken.tenancy.rls import SETTING
from baken.tenancy.scope import scope
from tests.tenants.town import Town

TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"


def rows(town: Town) -> Iterator[bytes]:
    """Every row of every table of both databases, of each organisation in turn."""
    for organisation in town.organisations.values():
        for alias in ("default", "keys"):
            with scope(organisation.id), connections[alias].cursor() as cursor:
                cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, str(organisation.id)])
                cursor.execute(TABLES)
                for (table,) in cursor.fetchall():
                    cursor.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(table)))
                    yield from (row.encode() for (row,) in cursor.fetchall())
