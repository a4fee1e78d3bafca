"""Which model lives in which database: data keys in `keys`, everything else in `default`."""

from typing import Any

from django.apps import apps
from django.db.models import Model


def home(model: type[Model]) -> str:
    """This function will name the database of a model: its class attribute `database`, else `default`."""
    return "keys" if getattr(model, "database", None) == "keys" else "default"


class KeysApart:
    """Sends each model to its own database, in reading, writing and migrating."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        return home(model)

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return home(model)

    def allow_relation(self, first: Model, second: Model, **hints: Any) -> bool:
        return home(type(first)) == home(type(second))

    def allow_migrate(self, db: str, app_label: str, model_name: str | None = None, **hints: Any) -> bool:
        """A step without a model (RunSQL) belongs to `default` unless it hints `database="keys"`."""
        if "database" in hints:
            return bool(db == hints["database"])
        if model_name is None:
            return db == "default"
        try:
            return db == home(
                apps.get_model(app_label, model_name)
            )  # a historical model has lost the attribute
        except LookupError:
            return db == "default"
