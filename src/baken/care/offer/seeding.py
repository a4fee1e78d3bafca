"""From the policy to the list: who gives help there, with what, and for whom."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.utils.text import Truncator, capfirst

from baken.care.common import lists, room
from baken.care.offer.models import Offer
from baken.core.policy.bundle import Bundle
from baken.core.policy.conditions import as_data
from baken.tenancy import kept
from baken.tenancy.actors import Actor
from baken.web.fields import said

NO_HELP = frozenset({"residence", "complaint"})
"""Areas in which somebody decides or receives, and offers no help. chosen: the list is about help."""
_LONGEST = {"what": 600, "reach": 200, "name": 120}
_AGES = {"minor": ["minor"], "adult": ["young", "adult"]}


def offered(now: datetime) -> list[tuple[str, dict[str, Any]]]:
    """Return every provider of the policy in force that is not in the list yet, with what would be written down."""
    bundle = room.policy(now)
    if bundle is None:
        return []
    known = set(kept.kept(Offer).values_list("provider", flat=True))
    return [(id_, told) for id_, told in _providers(bundle) if id_ not in known]


def adopt(wanted: list[str], on: date, *, actor: Actor, now: datetime, command_id: UUID) -> None:
    """Put providers of the policy into the list."""
    for id_, told in offered(now):
        if id_ in wanted:
            kept.add(
                Offer,
                {**told, "provider": id_, "from_date": on},
                actor=actor,
                now=now,
                command_id=uuid5(command_id, id_),
            )


def _providers(bundle: Bundle) -> Iterator[tuple[str, dict[str, Any]]]:
    areas = lists.areas()
    for provider in bundle.providers:
        helps = [
            one for one in bundle.entitlements if one.provider == provider.id and one.area not in NO_HELP
        ]
        if not helps:
            continue
        told = {
            "name": capfirst(said(provider.name)),
            "what": " ".join(dict.fromkeys(said(one.because) for one in helps)),
            "reach": said(provider.contact) if provider.contact else "",
        }
        conditions = [as_data(one.when) for one in helps]
        yield (
            provider.id,
            {
                **{name: Truncator(words).chars(_LONGEST[name]) for name, words in told.items()},
                "areas": sorted({one.area for one in helps} & set(areas)),
                "ages": _shared([_ages(one) for one in conditions]),
                "forms": _shared([_forms(one) for one in conditions]),
            },
        )


def _ages(condition: dict[str, Any]) -> list[str]:
    told = _flat(condition)
    if told.get("under_23") == "yes":
        return ["minor", "young"]
    return _AGES.get(str(told.get("age")), [])


def _forms(condition: dict[str, Any]) -> list[str]:
    form = _flat(condition).get("exploitation")
    return [form["includes"]] if isinstance(form, dict) and "includes" in form else []


def _flat(condition: dict[str, Any]) -> dict[str, Any]:
    """Return what must hold in any case; what may hold in one of several ways says nothing about everybody."""
    if "all" in condition:
        return {fact: value for part in condition["all"] for fact, value in _flat(part).items()}
    return {} if set(condition) & {"any", "not"} else condition


def _shared(each: list[list[str]]) -> list[str]:
    """Return for whom all of it is; where one part is for everybody, so is the provider."""
    return sorted({value for values in each for value in values}) if all(each) else []
