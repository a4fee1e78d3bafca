"""Row-level security as migration operations: who may touch a table, and which of its rows.

A tenant table shows the rows of one organisation, the one in scope, to everybody: also to its owner (FORCE). Without
a scope it shows none and takes none. The setting is '' rather than NULL after a local one has ended, hence `nullif`.
"""

import re
from collections.abc import Sequence
from typing import Any

from django.db import migrations

APP, MAINTENANCE = "baken_app", "baken_maintenance"
SETTING = "baken.organisation"
POLICY = "own_organisation"
_PLAIN = re.compile(r"[a-z_][a-z0-9_]*")
_GRANTS = ("SELECT", "INSERT", "UPDATE", "DELETE")


class TenantTable(migrations.RunSQL):
    """Makes a table an organisation's own. `append_only`: what was written can be read, never changed or removed."""

    def __init__(
        self,
        table: str,
        append_only: bool = False,
        column: str = "organisation_id",
        database: str = "default",
    ) -> None:
        name, own = (
            _quoted(table),
            f"{_quoted(column)} = nullif(current_setting('{SETTING}', true), '')::uuid",
        )
        grants = _GRANTS[:2] if append_only else _GRANTS
        super().__init__(
            sql=[
                f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
                f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY",
                f"CREATE POLICY {POLICY} ON {name} USING ({own}) WITH CHECK ({own})",
                *_granting(name, grants),
            ],
            reverse_sql=[
                *_revoking(name),
                f"DROP POLICY {POLICY} ON {name}",
                f"ALTER TABLE {name} NO FORCE ROW LEVEL SECURITY",
                f"ALTER TABLE {name} DISABLE ROW LEVEL SECURITY",
            ],
            hints={"database": database},
        )


class SharedTable(migrations.RunSQL):
    """A table without an organisation: says exactly what the application may do with it, and nothing more."""

    def __init__(self, table: str, grants: Sequence[str] = ("SELECT",), database: str = "default") -> None:
        if unknown := [grant for grant in grants if grant not in _GRANTS]:
            raise ValueError(f"{unknown[0]} is not one of {', '.join(_GRANTS)}")
        name = _quoted(table)
        super().__init__(
            sql=_granting(name, grants), reverse_sql=_revoking(name), hints={"database": database}
        )


def _granting(name: str, grants: Sequence[str]) -> list[Any]:
    """Revoke first, so that rights given by default do not remain."""
    return [
        *_revoking(name),
        f"GRANT {', '.join(grants)} ON {name} TO {APP}",
        f"GRANT SELECT ON {name} TO {MAINTENANCE}",
    ]


def _revoking(name: str) -> list[Any]:
    return [f"REVOKE ALL ON {name} FROM PUBLIC, {APP}, {MAINTENANCE}"]


def _quoted(name: str) -> str:
    if not _PLAIN.fullmatch(name):
        raise ValueError(f"{name!r} is not a plain name of a table or column")
    return f'"{name}"'
