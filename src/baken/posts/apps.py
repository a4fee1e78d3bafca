"""Posts: their deputies, their keys, and how a key is recovered: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation


class PostsConfig(AppConfig):
    """Posts: their deputies, their keys, and how a key is recovered."""

    name = "baken.posts"
    label = "posts"
    verbose_name = "Functies"

    def ready(self) -> None:
        """Put the pages in the main menu of who meets them, and say what goes by itself."""
        from baken.posts import chores  # noqa: F401

        holding = [name for name, role in ROLES.items() if "post.delegate" in role.may]
        seeing = [name for name, role in ROLES.items() if "log.read" in role.may]
        navigation.add("posts:posts", _("Functies en sleutels"), roles=holding, order=75)
        navigation.add("posts:requests", _("Herstel van sleutels"), roles=["recovery_holder"], order=76)
        navigation.add("posts:log", _("Sleutels en enveloppen"), roles=seeing, order=77)
