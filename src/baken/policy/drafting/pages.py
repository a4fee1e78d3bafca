"""The words and addresses of the draft pages, as templates draw them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.core.policy.errors import PolicyError
from baken.core.policy.sections import FILES
from baken.core.vocabulary.text import Text
from baken.ledger import policies
from baken.policy.drafting import queries
from baken.policy.drafting.accepting import CASES
from baken.policy.drafting.actions import texts
from baken.policy.drafting.examining import Examined, mistakes_by_file
from baken.policy.drafting.layered import overview
from baken.policy.drafting.sections import sections
from baken.policy.library import library
from baken.policy.models import Draft
from baken.web.fields import said
from baken.web.parts import Happening

_OPEN, _CLOSE = mark_safe('<code class="draft-code-word">'), mark_safe("</code>")


@dataclass(frozen=True, slots=True)
class Card:
    """One draft in the list."""

    id: UUID
    valid_from: date
    number: int
    changed_at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of a draft in the list of files."""

    name: str
    label: str
    href: str
    mistakes: int
    there: bool


@dataclass(frozen=True, slots=True)
class PartLine:
    """One list of the policy, with how many elements are one's own and how many are taken over."""

    title: str
    href: str
    own: int
    inherited: int


@dataclass(frozen=True, slots=True)
class Wrong:
    """A mistake as the page shows it; `line` 0 means the file or policy as a whole."""

    line: int
    what: SafeString
    why: SafeString
    do: SafeString
    where: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """How the draft stands in one respect: a word in the colour of a status, and a sentence."""

    status: str
    word: str
    words: str
    href: str = ""


def cards(drafts: Sequence[Draft]) -> list[Card]:
    """Return the drafts for the list."""
    names = queries.names_of({draft.changed_by for draft in drafts})
    return [Card(d.id, d.valid_from, d.number, d.changed_at, names.get(d.changed_by, "")) for d in drafts]


def file_labels() -> Mapping[str, str]:
    """What each file is about."""
    return {
        "municipality.yaml": _("Wie u bent en op welke stukken u bouwt"),
        "route.yaml": _("De route: stappen, doorgeven, wachten en vragen"),
        "partners.yaml": _("Partners en hoe u hen bereikt"),
        "tables.yaml": _("Overleggen"),
        "texts.yaml": _("Zinnen die mensen lezen"),
        "enrichment.yaml": _("Bronnen die geraadpleegd mogen worden"),
        "processing.yaml": _("Doelen en grondslagen"),
        "care.yaml": _("Zorg voor slachtoffers: waar iemand op mag rekenen"),
        "retention.yaml": _("Hoelang alles bewaard wordt"),
        "reporting.yaml": _("Alarmnummers en andere meldpunten"),
        "card.yaml": _("De signalenkaart"),
        "properties.yaml": _("Beloften die altijd moeten gelden"),
    }


def file_label(name: str) -> str:
    """What one file is about."""
    if name.startswith(CASES):
        words = name.removeprefix(CASES).removesuffix(".yaml").replace("_", " ")
        return _("Gevallen waarvan de uitkomst vaststaat: {name}").format(name=words)
    return file_labels().get(name, name)


def page(draft: Draft, examined: Examined) -> dict[str, Any]:
    """Return everything on a draft's own page."""
    counted = mistakes_by_file(examined)
    there = texts(draft)
    cases = sorted(name for name in there if name.startswith(CASES))
    names = [*FILES, *(cases or [f"{CASES}gevallen.yaml"])]
    files = [
        FileLine(name, file_label(name), href_of(draft, name), counted.get(name, 0), name in there)
        for name in names
    ]
    return {
        "draft": draft,
        "states": states(draft, examined),
        "files": files,
        "parts": parts(draft),
        "elsewhere": wrongs(examined.elsewhere()),
        "history": history(draft),
        "check_href": reverse("policy:check", args=[draft.id]),
        "proposed": _is_proposed(draft),
        "what_if_href": reverse("policy:what_if", args=[draft.id]),
    }


def parts(draft: Draft) -> list[PartLine]:
    """Return the lists of the policy, with how many elements are the municipality's own."""
    there = overview(draft, library())
    return [
        PartLine(
            section.title,
            reverse("policy:draft_section", args=[draft.id, section.id]),
            sum(row.own for row in there.rows[section.id]),
            sum(row.inherited for row in there.live(section.id)),
        )
        for section in sections().values()
    ]


def _is_proposed(draft: Draft) -> bool:
    proposed = policies.decided().proposed
    return proposed is not None and proposed.draft == str(draft.id)


def states(draft: Draft, examined: Examined) -> list[State]:
    """Return how the draft stands: can it be read, do its cases come out, what does the check say."""
    found: list[State] = []
    if examined.errors:
        number = len(examined.errors)
        words = ngettext(
            "Er staat nog {number} fout in. Zolang die er staat, kan dit beleid niet in gebruik.",
            "Er staan nog {number} fouten in. Zolang die er staan, kan dit beleid niet in gebruik.",
            number,
        ).format(number=number)
        return [State("overdue", _("Nog niet"), words, href=_first_mistake(draft, examined))]
    found.append(
        State("done", _("Klopt"), _("Er staan geen fouten in: alles is leesbaar en past bij elkaar."))
    )
    if not examined.outcomes:
        found.append(State("optional", _("Mag nog"), _("Er zijn nog geen gevallen om op te proberen.")))
    elif failing := len(examined.failing):
        words = ngettext(
            "Van de {all} gevallen loopt {number} anders af dan er staat.",
            "Van de {all} gevallen lopen er {number} anders af dan er staat.",
            failing,
        ).format(number=failing, all=len(examined.outcomes))
        found.append(State("overdue", _("Klopt niet"), words))
    else:
        number = len(examined.outcomes)
        words = ngettext(
            "Het ene geval loopt af zoals er staat.",
            "Alle {number} gevallen lopen af zoals er staat.",
            number,
        ).format(number=number)
        found.append(State("done", _("Klopt"), words))
    return found


def _first_mistake(draft: Draft, examined: Examined) -> str:
    """The address of the first file with a mistake; mistakes elsewhere stand on the draft's own page."""
    names = [name for name in mistakes_by_file(examined) if name]
    return href_of(draft, names[0]) if names else ""


def wrongs(errors: Sequence[PolicyError], *, in_file: bool = False) -> list[Wrong]:
    """Return mistakes for the page; in a file each leads to its line."""
    return [
        wrong(error.line, error.what, error.why, error.do, where="" if in_file else error.file, leads=in_file)
        for error in errors
    ]


def wrong(line: int, what: Text, why: Text, do: Text, *, where: str = "", leads: bool = False) -> Wrong:
    """Return one mistake for the page."""
    href = f"#regel-{line}" if leads and line else ""
    return Wrong(line, _coded(what), _coded(why), _coded(do), where=where, href=href)


def _coded(words: Text) -> SafeString:
    """What stood between backticks is shown as what somebody wrote, and shortened where it is endless."""
    pieces = said(words).split("`")
    return format_html_join(
        "",
        "{}{}{}",
        (
            (_OPEN, piece if len(piece) <= 100 else f"{piece[:60]}...", _CLOSE) if at % 2 else ("", piece, "")
            for at, piece in enumerate(pieces)
        ),
    )


def history(draft: Draft) -> list[Happening]:
    """Return what happened to the draft, the newest first."""
    kinds = {
        "started": _("Begonnen"),
        "edited": _("Tekst gewijzigd"),
        "form": _("Gewijzigd met een formulier"),
        "imported": _("Bestanden ingelezen"),
        "day": _("Andere dag gekozen"),
        "dropped": _("Weggelegd"),
        "taken_up": _("Weer opgepakt"),
        "adopted": _("In gebruik genomen"),
    }
    titles = {section.id: section.title for section in sections().values()}
    found = []
    for change in queries.history(draft.id):
        title = kinds.get(change.kind, change.kind)
        named = _about(change.about, titles) or ", ".join(change.names[:4])
        shows = change.names and change.number > 1
        href = reverse("policy:draft_change", args=[draft.id, change.number]) if shows else ""
        found.append(Happening(change.at, f"{change.number}. {title}", change.who, named, href))
    return found


def _about(about: str, titles: Mapping[str, str]) -> str:
    """What was changed, with the list by its name."""
    section, sign, element = about.partition(": ")
    return f"{titles[section]}: {element}" if sign and section in titles else about


def href_of(draft: Draft, name: str) -> str:
    """Return the address of a file's text."""
    return reverse("policy:draft_file", args=[draft.id, name])
