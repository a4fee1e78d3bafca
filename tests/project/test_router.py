"""Data keys live in a database of their own, and nothing else does."""

from django.apps import apps
from django.db import connections

from baken.project.router import home


def tables(alias: str) -> set[str]:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return {row[0] for row in cursor.fetchall()} - {"django_migrations"}


def test_each_table_is_in_its_own_database_alone(db: None) -> None:
    for alias in ("default", "keys"):
        wanted = {m._meta.db_table for m in apps.get_models(include_auto_created=True) if home(m) == alias}
        assert tables(alias) == wanted
