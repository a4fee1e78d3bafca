"""Keys that hold a few keys of their own: a source, how a partner is reached, what a hold stands before, a place."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from baken.policy.drafting.slots.base import ABSENT, Both, Choices, Given, Slot, Words, Wrong
from baken.policy.drafting.slots.conditions import When
from baken.web.fields import Line


class Source(Slot):
    """A document, and the place in it."""

    heading = True

    def __init__(self, *args: Any, documents: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.documents = documents

    def fields(self) -> dict[str, forms.Field]:
        """Which document, and where in it."""
        document = forms.ChoiceField(
            label=_("In welk stuk staat dit?"),
            choices=[("", _("In geen enkel stuk")), *self.documents],
            required=False,
        )
        place = Line(
            label=_("Waar in dat stuk?"), help_text=_("Zoals: bijlage 2, stap 4."), required=False, limit=200
        )
        return {self.name("document"): document, self.name("place"): place}

    def shown(self, value: Any) -> dict[str, Any] | None:
        """A known document with a place can be shown."""
        if value is ABSENT or value is None:
            return {}
        if not isinstance(value, Mapping) or not set(value) <= {"document", "place"}:
            return None
        if value.get("document") not in {document for document, _label in self.documents}:
            return None
        return {self.name(key): words for key, words in value.items()}

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return document and place; a document without a place, or the other way round, is said."""
        document, place = given.get(self.name("document")) or "", given.get(self.name("place")) or ""
        if document and not place:
            wrong(self.name("place"), _("Schrijf waar in dat stuk dit staat."))
        if place and not document:
            wrong(self.name("document"), _("Kies het stuk waarin dit staat."))
        return {"document": document, "place": place} if document and place else ABSENT


class Contact(Slot):
    """How a partner is reached."""

    heading = True

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.note = Both(f"{self.key}-note", _("Wat is goed om te weten als u contact zoekt?"), rows=2)
        self.parts = {
            "phone": Words(
                f"{self.key}-phone",
                _("Telefoonnummer"),
                _("Geen nummer van één persoon."),
                limit=40,
                shape="phone",
            ),
            "email": Words(f"{self.key}-email", _("E-mailadres"), limit=120, shape="email"),
            "web": Words(f"{self.key}-web", _("Webadres"), _("Met https:// ervoor."), limit=200, shape="web"),
        }

    def fields(self) -> dict[str, forms.Field]:
        """Telephone, mail, web and a note."""
        found: dict[str, forms.Field] = {}
        for part in (*self.parts.values(), self.note):
            found |= part.fields()
        for part_field in found.values():
            if isinstance(part_field, Line) and part_field.one_line:
                part_field.allow_bsn = True  # a telephone number may pass the test for a BSN
        return found

    def shown(self, value: Any) -> dict[str, Any] | None:
        """Its four keys can be shown."""
        if value is ABSENT or value is None:
            return {}
        if not isinstance(value, Mapping) or not set(value) <= {*self.parts, "note"}:
            return None
        found: dict[str, Any] = {}
        for key, words in value.items():
            part: Slot = self.note if key == "note" else self.parts[key]
            shown = part.shown(words)
            if shown is None:
                return None
            found |= shown
        return found

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return what was filled in."""
        found = {key: part.taken(given, wrong) for key, part in {**self.parts, "note": self.note}.items()}
        return {key: value for key, value in found.items() if value is not ABSENT} or ABSENT


class Before(Slot):
    """What a hold stands before: partners, tables that somebody attends, or tables by name."""

    heading = True

    def __init__(self, *args: Any, partners: Choices, tables: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.partners, self.tables = partners, tables

    def fields(self) -> dict[str, forms.Field]:
        """Partners, who attends a table, and tables."""

        def boxes(label: str, choices: Choices) -> forms.Field:
            return forms.MultipleChoiceField(
                label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
            )

        return {
            self.name("with"): forms.ChoiceField(
                label=_("Ook elk overleg waar deze partner aan tafel zit"),
                choices=[("", _("Geen")), *self.partners],
                required=False,
            ),
            self.name("tables"): boxes(_("Of deze overleggen"), self.tables),
            self.name("partners"): boxes(_("Deze partners"), self.partners),
        }

    def shown(self, value: Any) -> dict[str, Any] | None:
        """Known partners and tables can be shown."""
        if value is ABSENT or value is None:
            return {}
        if not isinstance(value, Mapping) or not set(value) <= {"partners", "tables"}:
            return None
        partners, tables = value.get("partners") or [], value.get("tables") or []
        known = {one for one, _label in self.partners}
        found: dict[str, Any] = {self.name("partners"): partners}
        if not isinstance(partners, list) or not known.issuperset(partners):
            return None
        if isinstance(tables, Mapping):
            if set(tables) != {"with"} or tables["with"] not in known:
                return None
            return {**found, self.name("with"): tables["with"]}
        if not isinstance(tables, list) or not {one for one, _label in self.tables}.issuperset(tables):
            return None
        return {**found, self.name("tables"): tables}

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return what it stands before; tables are told in one way only."""
        partners = [one for one, _label in self.partners if one in (given.get(self.name("partners")) or ())]
        tables = [one for one, _label in self.tables if one in (given.get(self.name("tables")) or ())]
        attends = given.get(self.name("with"))
        if attends and tables:
            wrong(
                self.name("with"),
                _("Kies een partner van wie alle overleggen wachten, of kies overleggen. Niet allebei."),
            )
        if not (partners or tables or attends):
            wrong(self.name("partners"), _("Kies wat er moet wachten: een partner of een overleg."))
            return ABSENT
        found: dict[str, Any] = {"partners": partners} if partners else {}
        return {**found, "tables": {"with": attends} if attends else tables} if attends or tables else found


class Override(Slot):
    """When a hold may be passed with a recorded reason."""

    heading = True

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.when = When(f"{self.key}-when", self.label)

    def fields(self) -> dict[str, forms.Field]:
        """The boxes of a condition."""
        return self.when.fields()

    def shown(self, value: Any) -> dict[str, Any] | None:
        """A condition that needs a reason can be shown."""
        if value is ABSENT or value is None:
            return self.when.shown(ABSENT)
        if not isinstance(value, Mapping) or set(value) != {"when", "needs"} or value["needs"] != "reason":
            return None
        return self.when.shown(value["when"])

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return the condition with its reason; nothing ticked: it may never be passed."""
        when = self.when.taken(given, wrong)
        return ABSENT if when is ABSENT else {"when": when, "needs": "reason"}


class Place(Slot):
    """Where a step stands in the order: before another, behind it, or at the end. Fills two keys."""

    def __init__(self, *args: Any, steps: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.steps = steps

    def fields(self) -> dict[str, forms.Field]:
        """One list of places."""
        places = [("", _("Achteraan, of waar het bij de regio staat"))]
        for step, words in self.steps:
            places.append((f"before:{step}", _("Vóór: {step}").format(step=words)))
            places.append((f"behind:{step}", _("Na: {step}").format(step=words)))
        field = forms.ChoiceField(label=self.label, help_text=self.hint, choices=places, required=False)
        return {self.name(): field}

    def shown(self, value: Any) -> dict[str, Any] | None:
        """A place beside a known step can be shown."""
        if value is ABSENT or value is None:
            return {self.name(): ""}
        known = {step for step, _words in self.steps}
        if not isinstance(value, tuple) or value[1] not in known:
            return None
        return {self.name(): f"{value[0]}:{value[1]}"}

    def taken(self, given: Given, wrong: Wrong) -> Any:
        """Return the key and the step."""
        chosen = given.get(self.name()) or ""
        where, _colon, step = chosen.partition(":")
        return (where, step) if step else ABSENT
