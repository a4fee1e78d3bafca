"""What a client may count on by law, and the dates that count: as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy

from baken.care.common import following, panels
from baken.web import navigation, notices


class CareResidenceConfig(AppConfig):
    """What a client may count on by law, and the dates that count."""

    name = "baken.care.residence"
    label = "care_residence"
    verbose_name = "Verblijf en termijnen"

    def ready(self) -> None:
        """Bring the parts of a client's page, the list of terms, the process director's room, and the chores."""
        from baken.care.common import room
        from baken.care.residence import actions, notes
        from baken.care.residence import chores as chores
        from baken.care.residence import panels as own
        from baken.tenancy import landing

        following.add("residence", actions.refresh)
        panels.add("residence", own.residence, order=30)
        panels.add("advice", own.advice, order=35)
        notices.add("deadlines", notes.for_coordinator, to=("care.list",))
        notices.add("missed_deadlines", notes.for_director, to=("care.oversee",))
        navigation.add(
            "care_residence:deadlines",
            gettext_lazy("Termijnen"),
            roles={"care_coordinator"},
            order=12,
            when=room.in_use,
        )
        navigation.add(
            "care_residence:direction",
            gettext_lazy("Regie"),
            roles={"process_director"},
            order=10,
            when=room.in_use,
        )
        landing.only("/regie/", room.in_use)
