"""What the pages of retention show: references, categories, dates and reasons, never content."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from baken.core.derive.destruction import DestructionList
from baken.core.derive.retention import ERASURE, ERASURE_NAME, FIXED, FROM_SETTLED, SIGNAL
from baken.core.policy.retention import RetentionTerm
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.retention import DROPPED, STARTS, THEN
from baken.core.vocabulary.text import Text
from baken.ledger import keeping, matters, policies
from baken.ledger.keeping import Planned
from baken.ledger.models import DestroyedCount
from baken.ledger.projections import reference
from baken.tenancy.actors import Actor
from baken.tenancy.models import Membership
from baken.tenancy.scope import current
from baken.trust.retention.actions import KIND, state_of
from baken.web.fields import figure, said
from baken.web.notices import Line as Note
from baken.web.parts import Line, Link, Table

AHEAD = timedelta(days=92)
MOST_ROWS = 200
STAGE = {
    "drawn_up": Text("wacht op goedkeuring", "waits for approval"),
    "approved": Text("goedgekeurd, wordt uitgevoerd", "approved, being carried out"),
    "done": Text("uitgevoerd", "carried out"),
    "withdrawn": Text("ingetrokken", "withdrawn"),
}
KINDS = {
    "signal": Text("signaal", "signal"),
    "notification": Text("ontvangen overdracht", "received hand-over"),
    "client": Text("cliëntdossier", "client file"),
    **{kind: fixed.name for kind, fixed in FIXED.items()},
}
NOTE = Text("Er wacht een vernietigingslijst op goedkeuring.", "A destruction list waits for approval.")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A destruction list with its name."""

    id: UUID
    state: DestructionList

    @property
    def reference(self) -> str:
        """The short name that people use for it."""
        return reference(self.id)

    @property
    def stage(self) -> Text:
        """Where it stands, in words."""
        return STAGE[self.state.stage]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the first page; a table that would be empty is None. `due` is what a list would hold now."""

    due: int
    going: Table | None
    ahead: Table | None
    blocked: Table | None
    weigh: Table | None
    lists: Table | None
    running: Drawn | None
    terms: Table | None
    counts: Table | None
    envelopes: int


def one(list_id: UUID) -> Drawn:
    """Return one list. Raises `NotThere`."""
    return Drawn(list_id, state_of(matters.read(KIND, list_id)))


def every() -> list[Drawn]:
    """Return all lists, the newest first."""
    return [Drawn(one.id, state_of(one)) for one in matters.every(KIND)]


def overview(now: datetime, *, may_hold: bool) -> Overview:
    """Return what goes, what waits, what was done, and by which terms."""
    found = sorted(keeping.every(now), key=lambda one: (one.plan.goes_at or now, one.reference))
    due = [one for one in found if one.plan.due]
    destroyed = [one for one in found if one.plan.then == "destroy" and not one.plan.due]
    ahead = [one for one in destroyed if not one.plan.not_yet and (one.plan.goes_at or now) < now + AHEAD]
    blocked = [one for one in found if one.plan.then != "weigh" and one.plan.not_yet]
    weigh = [one for one in found if one.plan.then == "weigh" and (one.plan.goes_at or now) < now]
    lists = every()
    here = policies.in_force(civil_date(now))
    terms = here.retention_list if here else ()
    names = _names(terms)
    return Overview(
        due=len(due),
        going=_counted(_("Aan de beurt"), Counter(one.plan.category for one in due), names, hidden=True),
        ahead=_planned(_("Gaat binnenkort weg"), [*due, *ahead], may_hold=may_hold),
        blocked=_planned(_("Wacht nog"), blocked, may_hold=may_hold, why=True),
        weigh=_planned(_("Opnieuw wegen"), weigh, may_hold=False),
        lists=_lists(lists),
        running=next((one for one in lists if one.state.running), None),
        terms=_terms(terms),
        counts=_kept_counts(names),
        envelopes=sum(1 for one in found if one.erases_at is not None),
    )


def lines(found: Drawn, names: dict[str, str]) -> list[Line]:
    """Return what is known of a list: who, when, how many."""
    state = found.state
    shown = [
        Line(Text("Maand", "Month"), state.month),
        Line(Text("Stand", "State"), found.stage),
        Line(Text("Opgemaakt", "Drawn up"), state.made_at),
        Line(Text("Opgemaakt door", "Drawn up by"), names.get(state.made_by or "", "")),
        Line(Text("Aantal op de lijst", "Number on the list"), figure(len(state.items))),
    ]
    if state.approved_at:
        shown += [
            Line(Text("Goedgekeurd", "Approved"), state.approved_at),
            Line(Text("Goedgekeurd door", "Approved by"), names.get(state.approved_by or "", "")),
        ]
        if state.alone:
            alone = Text("nee: er was geen andere archivaris", "no: there was no other archivist")
            shown.append(Line(Text("Door een tweede persoon", "By a second person"), alone))
    if state.stage == "done" and state.done_at:
        shown += [
            Line(Text("Uitgevoerd", "Carried out"), state.done_at),
            Line(Text("Aantal vernietigd", "Number destroyed"), figure(sum(state.counts.values()))),
        ]
    if state.dropped:
        shown.append(Line(Text("Van de lijst gehaald", "Dropped from the list"), figure(len(state.dropped))))
    return shown


def names_on(found: Drawn) -> dict[str, str]:
    """Return who drew up and approved a list."""
    wanted = [who for who in (found.state.made_by, found.state.approved_by) if who]
    members = Membership.objects.filter(organisation_id=current(), id__in=wanted).select_related("person")
    return {str(member.id): member.person.name for member in members}


def items(found: Drawn, now: datetime) -> Table:
    """Return what stands on a list, with what was dropped and why."""
    names = _names_now(now)
    shown = sorted(found.state.items.items(), key=lambda pair: (pair[1].category, pair[1].goes_at))
    return Table(
        _("Wat er op de lijst staat"),
        (_("Kenmerk"), _("Soort"), _("Categorie"), _("Termijn voorbij op"), _("Opmerking")),
        [
            (
                reference(UUID(stream)),
                capfirst(said(KINDS[item.kind])),
                names.get(item.category, item.category),
                civil_date(datetime.fromisoformat(item.goes_at)),
                capfirst(said(DROPPED[found.state.dropped[stream]])) if stream in found.state.dropped else "",
            )
            for stream, item in shown
        ],
        hide_caption=True,
    )


def counts(found: Drawn, now: datetime) -> Table | None:
    """Return how many of each category a list holds, or how many went."""
    state = found.state
    number = (
        state.counts if state.stage == "done" else Counter(item.category for item in state.going.values())
    )
    return _counted(_("Aantallen"), number, _names_now(now))


def partners(found: Drawn, now: datetime) -> Table | None:
    """Return to whom it had been handed over: those copies are the recipients' own."""
    here = policies.in_force(civil_date(now))
    rows = [
        (here.name_of(partner) if here else partner, figure(number))
        for partner, number in sorted(found.state.partners.items())
    ]
    headers = (_("Partner"), _("Aantal overdrachten"))
    return Table(_("Was overgedragen aan"), headers, rows, frozenset({1})) if rows else None


def notes(actor: Actor, now: datetime) -> list[Note]:
    """Tell who approves lists that one waits."""
    return [
        Note(NOTE, reverse("trust_retention:list", args=[one.id]))
        for one in every()
        if one.state.stage == "drawn_up"
    ]


def _planned(caption: str, found: Sequence[Planned], *, may_hold: bool, why: bool = False) -> Table | None:
    if not found:
        return None
    headers = [_("Kenmerk"), _("Soort"), _("Categorie"), _("Datum"), _("Waarom")]
    rows: list[list[object]] = []
    for one in found[:MOST_ROWS]:
        reasons = one.plan.not_yet if why else one.plan.because
        rows.append(
            [
                one.reference,
                capfirst(said(KINDS[one.kept.kind])),
                capfirst(said(one.plan.name)) if one.plan.category else "",
                civil_date(one.plan.goes_at) if one.plan.goes_at else "",
                capfirst("; ".join(said(reason) for reason in reasons)),
            ]
        )
        if may_hold:
            there = reverse("trust_retention:hold", args=[one.stream]) if one.kept.kind == SIGNAL else ""
            rows[-1].append(Link(there, _("Tegenhouden")) if there else "")
    return Table(caption, [*headers, _("Doen")] if may_hold else headers, rows, hide_caption=True)


def _counted(
    caption: str, number: Mapping[str, int], names: dict[str, str], *, hidden: bool = False
) -> Table | None:
    rows = [(names.get(category, category), figure(count)) for category, count in sorted(number.items())]
    headers = (_("Categorie"), _("Aantal"))
    return Table(caption, headers, rows, frozenset({1}), hide_caption=hidden) if rows else None


def _lists(found: Sequence[Drawn]) -> Table | None:
    rows = [
        (
            Link(reverse("trust_retention:list", args=[one.id]), one.reference),
            one.state.month,
            capfirst(said(one.stage)),
            figure(sum(one.state.counts.values()) if one.state.stage == "done" else len(one.state.going)),
        )
        for one in found
    ]
    headers = (_("Lijst"), _("Maand"), _("Stand"), _("Aantal"))
    return (
        Table(_("Vernietigingslijsten"), headers, rows, frozenset({3}), hide_caption=True) if rows else None
    )


def _terms(terms: Sequence[RetentionTerm]) -> Table | None:
    rows = [
        (
            capfirst(said(term.name)),
            _how_long(term),
            capfirst(said(STARTS[term.from_])),
            capfirst(said(THEN[term.then])),
            capfirst(said(term.says_who)),
        )
        for term in terms
    ]
    rows += [
        (
            capfirst(said(fixed.name)),
            said(fixed.keep_for.words),
            capfirst(said(FROM_SETTLED)),
            capfirst(said(THEN["destroy"])),
            capfirst(said(fixed.says_who)),
        )
        for fixed in (FIXED.values() if terms else ())
    ]
    headers = (_("Categorie"), _("Hoelang"), _("Vanaf"), _("Daarna"), _("Wie zegt dat"))
    return Table(_("Bewaartermijnen"), headers, rows, hide_caption=True) if rows else None


def _how_long(term: RetentionTerm) -> str:
    if term.keep_for is None:
        return _("onbeperkt")
    words = said(term.keep_for.words)
    if term.at_most is None:
        return words
    return _("{term}, hoogstens {most} na de melding").format(term=words, most=said(term.at_most.words))


def _kept_counts(names: dict[str, str]) -> Table | None:
    found = DestroyedCount.objects.filter(organisation_id=current()).order_by("-year", "category")
    rows = [(str(one.year), names.get(one.category, one.category), figure(one.count)) for one in found]
    headers = (_("Jaar van de melding"), _("Categorie"), _("Aantal"))
    return Table(_("Wat er al weg is"), headers, rows, frozenset({2}), hide_caption=True) if rows else None


def _names(terms: Sequence[RetentionTerm]) -> dict[str, str]:
    fixed = {kind: capfirst(said(one.name)) for kind, one in FIXED.items()}
    return {ERASURE: capfirst(said(ERASURE_NAME)), **fixed, **{t.id: capfirst(said(t.name)) for t in terms}}


def _names_now(now: datetime) -> dict[str, str]:
    here = policies.in_force(civil_date(now))
    return _names(here.retention_list if here else ())
