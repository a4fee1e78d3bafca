"""What of the policy a conclusion can want changed: the elements of the policy's own lists, with their page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text

LISTS: Mapping[str, tuple[Text, str]] = {
    "referrals": (Text("Wie moet het weten", "Who must know"), "wie-moet-het-weten"),
    "steps": (Text("Stappen", "Steps"), "route"),
    "holds": (Text("Wat eerst moet", "What comes first"), "wat-eerst-moet"),
    "advice": (Text("Adviezen", "Advice"), "route"),
    "questions": (Text("Vragen", "Questions"), "route"),
    "tables": (Text("Overleggen over signalen", "Meetings about signals"), "overleggen"),
    "partners": (Text("Partners", "Partners"), "partners"),
    "retention": (Text("Bewaartermijnen", "Retention terms"), "bronnen-en-grondslagen"),
    "actions": (Text("Acties van het programma", "Actions of the programme"), ""),
    "meetings": (Text("Overleggen over de aanpak", "Meetings about the approach"), ""),
    "hours": (Text("Uren", "Hours"), ""),
    "budget_lines": (Text("Geld", "Money"), ""),
    "policy_papers": (Text("Beleid eromheen", "Policy around it"), ""),
    "evaluation": (Text("Evaluatie", "Evaluation"), ""),
    "outreach": (Text("Voorlichting", "Outreach"), ""),
    "campaigns": (Text("Campagnes", "Campaigns"), ""),
    "training_terms": (Text("Trainen", "Training"), ""),
}
"""Each list with the page of the policy on which it stands; empty: only on the first."""
_LONGEST = 120
_RHYTHM = Text("hoe vaak, wanneer en door wie", "how often, when and by whom")


@dataclass(frozen=True, slots=True)
class ToChange:
    """An element of the policy: its list and id, what the list is called, and what it is called."""

    key: str
    of: Text
    name: Text


def every(bundle: Bundle | None) -> list[ToChange]:
    """Return every element that can be wanted changed, in the order of the lists."""
    lists: dict[str, tuple[Any, ...]] = dict(bundle.elements()) if bundle else {}
    return [
        ToChange(f"{section}.{one.id}", title, _short(_name(one, section, bundle)))
        for section, (title, _page) in LISTS.items()
        for one in lists.get(section, ())
        if bundle is not None
    ]


def find(bundle: Bundle | None, key: str) -> ToChange | None:
    """Return an element by its list and id."""
    return next((one for one in every(bundle) if one.key == key), None)


def page(key: str) -> str:
    """Return where an element of the policy is read."""
    _title, part = LISTS.get(key.partition(".")[0], (None, ""))
    return reverse("policy:part", args=[part]) if part else reverse("policy:read")


def _name(one: Any, section: str, bundle: Bundle) -> Text:
    if section == "referrals":
        return bundle.name_of(one.to)
    if section == "evaluation":
        return _RHYTHM
    if section == "actions":
        return Text(f"{one.label} {one.title.nl}", f"{one.label} {one.title.en}")
    for field in ("text", "name", "title", "words", "what", "note"):
        found = getattr(one, field, None)
        if isinstance(found, Text):
            return found
        if field == "text" and isinstance(found, str) and found in bundle.texts:
            return bundle.texts[found]
        if isinstance(found, str) and found:
            return Text(found, found)
    called = one.id.replace("_", " ")
    return Text(called, called)


def _short(name: Text) -> Text:
    return Text(
        *(one if len(one) <= _LONGEST else f"{one[: _LONGEST - 1].rstrip()}…" for one in (name.nl, name.en))
    )
