"""Who works here, in which roles, and since when: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from baken.core.derive.access import ROLES
from baken.web import navigation, notices


class PeopleConfig(AppConfig):
    """Who works here, in which roles, and since when."""

    name = "baken.people"
    label = "people"
    verbose_name = "Mensen"

    def ready(self) -> None:
        """Put the page in the menu of those who may see it, and say what must be known."""
        from baken.people import chores, telling  # noqa: F401 - chores are known by being imported

        roles = [name for name, role in ROLES.items() if "people.read" in role.may]
        navigation.add("people:members", _("Mensen"), roles=roles, order=70)
        notices.add("people vacant", telling.vacant, to=("people.read", "post.delegate"))
        notices.add("people keys", telling.keys, to=("people.read", "key.rotate"))
        notices.add("people review", telling.review, to=("people.read",))
        notices.add("people mail", telling.mail, to=("people.manage",))
        notices.add("people lately", telling.lately, to=("log.read",))
        notices.add("people unsupervised", telling.unsupervised, to=("people.manage", "incident.keep"))
