"""A policy in force: one municipality's elements with its region folded in, frozen and named by its hash."""

import hashlib
import json
from collections.abc import Collection, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Literal, TypeVar

from pydantic import Field

from baken.core.policy import activities, care, knowledge, models, retention, switches, training
from baken.core.policy import programme as plans
from baken.core.policy.base import Element, Model, Words
from baken.core.policy.properties import Property
from baken.core.vocabulary.pieces import PIECES, Piece
from baken.core.vocabulary.text import Text

E = TypeVar("E")


class Layer(Model):
    """One folder that was folded in."""

    policy_id: str
    valid_from: date


class Bundle(Model):
    """Everything decided that counts for one municipality or region. Equal contents have equal ids."""

    format: Literal[1] = 1
    policy_id: str
    valid_from: date
    kind: knowledge.PolicyKind
    name: Words
    layers: tuple[Layer, ...]
    documents: tuple[knowledge.Document, ...] = ()
    text_elements: tuple[knowledge.TextElement, ...] = Field(default=(), alias="texts")
    steps: tuple[models.Step, ...] = ()
    advice: tuple[models.Advice, ...] = ()
    questions: tuple[models.Question, ...] = ()
    referrals: tuple[models.ReferralRule, ...] = ()
    holds: tuple[models.Hold, ...] = ()
    destinations: tuple[models.Destination, ...] = ()
    partner_list: tuple[models.Partner, ...] = Field(default=(), alias="partners")
    table_list: tuple[models.Table, ...] = Field(default=(), alias="tables")
    source_list: tuple[models.EnrichmentSource, ...] = Field(default=(), alias="sources")
    purpose_list: tuple[models.Purpose, ...] = Field(default=(), alias="purposes")
    ground_list: tuple[models.Ground, ...] = Field(default=(), alias="grounds")
    use_list: tuple[models.Use, ...] = Field(default=(), alias="uses")
    activity_list: tuple[activities.Activity, ...] = Field(default=(), alias="activities")
    wams: activities.Wams | None = None
    files: switches.Files | None = None
    room: care.Room | None = None
    """That client files are kept here; None: the room of care is off."""
    providers: tuple[care.Provider, ...] = ()
    areas: tuple[care.Area, ...] = ()
    entitlements: tuple[care.Entitlement, ...] = ()
    deadlines: tuple[care.Deadline, ...] = ()
    care_steps: tuple[care.CareStep, ...] = ()
    statements: tuple[care.Statement, ...] = ()
    retention_list: tuple[retention.RetentionTerm, ...] = Field(default=(), alias="retention")
    emergency_numbers: tuple[knowledge.EmergencyNumber, ...] = ()
    reporting_points: tuple[knowledge.ReportingPoint, ...] = ()
    card_list: tuple[knowledge.Card, ...] = Field(default=(), alias="card")
    groups: tuple[knowledge.CardGroup, ...] = ()
    items: tuple[knowledge.CardItem, ...] = ()
    vulnerability: tuple[knowledge.Vulnerability, ...] = ()
    handling: tuple[knowledge.Handling, ...] = ()
    tools: tuple[knowledge.Tool, ...] = ()
    themes: tuple[plans.Theme, ...] = ()
    programme_list: tuple[plans.Programme, ...] = Field(default=(), alias="programme")
    actions: tuple[plans.ProgrammeAction, ...] = ()
    barriers: tuple[plans.Barrier, ...] = ()
    meetings: tuple[plans.MeetingRhythm, ...] = ()
    hours_list: tuple[plans.Hours, ...] = Field(default=(), alias="hours")
    hour_kinds: tuple[plans.HourKind, ...] = ()
    budget_lines: tuple[plans.BudgetLine, ...] = ()
    flanking: tuple[plans.FlankingDomain, ...] = ()
    policy_papers: tuple[plans.PolicyPaper, ...] = ()
    evaluation_list: tuple[plans.EvaluationRhythm, ...] = Field(default=(), alias="evaluation")
    evaluation_questions: tuple[plans.EvaluationQuestion, ...] = ()
    level_themes: tuple[plans.LevelTheme, ...] = ()
    level_demands: tuple[plans.Criterion, ...] = ()
    outreach: tuple[plans.OutreachRhythm, ...] = ()
    campaigns: tuple[plans.CampaignKind, ...] = ()
    training_layers: tuple[training.TrainingLayer, ...] = ()
    audiences: tuple[training.Audience, ...] = ()
    courses: tuple[training.Course, ...] = ()
    training_terms: tuple[training.TrainingTerm, ...] = ()
    kit: tuple[training.TeamKit, ...] = ()
    property_list: tuple[Property, ...] = Field(default=(), alias="properties")

    def canonical(self) -> str:
        """Return the one JSON text of this bundle: sorted keys, no spaces, nothing left to taste."""
        data = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return json.dumps({"format": 1, **data}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_canonical(cls, canonical: str) -> "Bundle":
        """Read back what `canonical` wrote."""
        return cls.model_validate(json.loads(canonical))

    @cached_property
    def id(self) -> str:
        """The name of this bundle: the hash over its canonical text."""
        return "sha256:" + hashlib.sha256(self.canonical().encode()).hexdigest()

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """Every sentence by id."""
        return MappingProxyType({element.id: element.text for element in self.text_elements})

    @cached_property
    def partners(self) -> Mapping[str, models.Partner]:
        """Every partner by id."""
        return _by_id(self.partner_list)

    @cached_property
    def tables(self) -> Mapping[str, models.Table]:
        """Every table by id, also one that this municipality does not have (`exists` is False)."""
        return _by_id(self.table_list)

    @cached_property
    def sources(self) -> Mapping[str, models.EnrichmentSource]:
        """Every source that may be consulted, by id."""
        return _by_id(self.source_list)

    @cached_property
    def purposes(self) -> Mapping[str, models.Purpose]:
        """Every purpose by id."""
        return _by_id(self.purpose_list)

    @cached_property
    def grounds(self) -> Mapping[str, models.Ground]:
        """Every legal ground by id."""
        return _by_id(self.ground_list)

    @cached_property
    def uses(self) -> Mapping[str, models.Use]:
        """What goes with `intake` and with each partner, by id."""
        return _by_id(self.use_list)

    @property
    def card(self) -> knowledge.Card | None:
        """The signal card as a whole."""
        return self.card_list[0] if self.card_list else None

    @property
    def programme(self) -> plans.Programme | None:
        """The execution programme as a whole; None: this policy has none."""
        return self.programme_list[0] if self.programme_list else None

    @property
    def hours(self) -> plans.Hours | None:
        """The hours reserved for the focal point; None: this policy names no number."""
        return self.hours_list[0] if self.hours_list else None

    @property
    def evaluation(self) -> plans.EvaluationRhythm | None:
        """How often the approach is evaluated; None: this policy sets no date."""
        return self.evaluation_list[0] if self.evaluation_list else None

    @property
    def intake_purpose(self) -> models.Purpose | None:
        """The purpose stamped on every report; None: this policy cannot open the door (V1)."""
        return self.purposes[self.uses["intake"].purposes[0]] if "intake" in self.uses else None

    @property
    def intake_ground(self) -> models.Ground | None:
        """The ground stamped on every report."""
        return self.grounds[self.uses["intake"].grounds[0]] if "intake" in self.uses else None

    def partner_purposes(self, partner: str) -> list[models.Purpose]:
        """Return the purposes for which something may go to this partner."""
        return (
            [self.purposes[purpose] for purpose in self.uses[partner].purposes]
            if partner in self.uses
            else []
        )

    def partner_grounds(self, partner: str) -> list[models.Ground]:
        """Return the grounds on which something may go to this partner."""
        return [self.grounds[ground] for ground in self.uses[partner].grounds] if partner in self.uses else []

    def partner_pieces(self, partner: str) -> dict[str, Piece]:
        """Return the pieces of a signal that may go to this partner; the reporter is never one."""
        return {piece: PIECES[piece] for piece in self.uses[partner].pieces} if partner in self.uses else {}

    def table_purposes(self, table: str) -> list[models.Purpose]:
        """Return the purposes for which a signal may be discussed at this table: its own, else those of discussing."""
        found = self.uses[table].purposes if table in self.uses else self._discussing().purposes
        return [self.purposes[purpose] for purpose in found]

    def table_grounds(self, table: str) -> list[models.Ground]:
        """Return the grounds on which a signal may be discussed at this table: its own, else those of discussing."""
        found = self.uses[table].grounds if table in self.uses else self._discussing().grounds
        return [self.grounds[ground] for ground in found]

    def _discussing(self) -> activities.Activity | models.Use:
        """What says why a signal is discussed; a policy from before activities were laid down says it at intake."""
        for activity in self.activity_list:
            if activity.id == "discuss":
                return activity
        return self.uses["intake"]

    @property
    def bsn_ground(self) -> models.Ground | None:
        """The ground on which a citizen service number may be written down; None: nowhere (V19)."""
        found = next((one.bsn for one in self.activity_list if one.bsn), None)
        return self.grounds[found] if found else None

    def source_grounds(self, source: str) -> list[models.Ground]:
        """Return the grounds on which this source may be consulted."""
        return (
            [self.grounds[ground] for ground in self.sources[source].grounds]
            if source in self.sources
            else []
        )

    def nameless_suffices(self, partner: str) -> bool:
        """Return whether some rule lets a nameless notification to this partner suffice."""
        return any(rule.to == partner and rule.nameless for rule in self.referrals)

    def name_of(self, target: str) -> Text:
        """Return the name of a partner or table."""
        found: models.Partner | models.Table | None = self.partners.get(target) or self.tables.get(target)
        return found.name if found is not None else Text(target, target)

    def without_tables(self, tables: Collection[str]) -> "Bundle":
        """Return this policy as it would be without some tables: the variant of a municipality that lacks them."""
        changed = tuple(
            table.model_copy(update={"exists": False}) if table.id in tables else table
            for table in self.table_list
        )
        return Bundle.from_canonical(self.model_copy(update={"table_list": changed}).canonical())

    def elements(self) -> dict[str, tuple[Element, ...]]:
        """Return every element that carries a source, per list."""
        lists = {field.alias or name: getattr(self, name) for name, field in type(self).model_fields.items()}
        return {
            name: value
            for name, value in lists.items()
            if isinstance(value, tuple) and value and isinstance(value[0], Element)
        }


def _by_id(elements: tuple[E, ...]) -> Mapping[str, E]:
    return MappingProxyType({element.id: element for element in elements})  # type: ignore[attr-defined]
