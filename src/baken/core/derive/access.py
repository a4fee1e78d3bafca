"""Who may do what. This table decides; no page, export or job decides for itself.

A role says in prose who it is, and names what it may do. What is not named is not allowed. Three roles stand
alone: whoever manages people or supervises the work never sees its content (V7).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from baken.core.vocabulary.actions import ACTIONS
from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its name, who it is, and what it may do."""

    name: Text
    who: Text
    may: frozenset[str]


@dataclass(frozen=True, slots=True)
class Relation:
    """How the one who acts stands to what it is about."""

    same_organisation: bool = True
    holds_post: bool = False
    themselves: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """Allowed or not, and why."""

    allowed: bool
    reason: Text


_HANDLING = frozenset(
    {
        "signal.enter",
        "signal.list",
        "signal.read",
        "signal.handle",
        "envelope.open",
        "referral.list",
        "referral.make",
        "contact.keep",
    }
)
_RECEIVING = frozenset({"notification.list", "notification.read", "notification.answer"})
_CARING = frozenset({"care.list", "care.begin", "care.read", "care.keep", "care.exchange", "care.offer"})
_PROGRAMME = frozenset({"programme.read", "programme.keep", "programme.find", "hours.book"})
_CHAIN = frozenset({"programme.read", "programme.find", "hours.book"})
_EVERYBODY = frozenset({"signal.report", "policy.read"})
_STAFF = _EVERYBODY | {"sheet.read", "incident.report"}
_ANSWERABLE = frozenset({"accountability.read", "retention.read", "rights.read", "incident.read"})
_KEEPING = _ANSWERABLE | {"retention.hold", "rights.search", "key.rotate", "key.recover"}

ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "reporter": Role(
            Text("melder", "reporter"),
            Text(
                "Iedereen die iets ziet of hoort en het doorgeeft. Ziet alleen de eigen antwoordpagina.",
                "Anyone who sees or hears something and passes it on. Sees only the page with their own "
                "answer.",
            ),
            frozenset({"signal.report"}),
        ),
        "team_coordinator": Role(
            Text("teamcoördinator", "team coordinator"),
            Text(
                "Denkt mee met de melder en kan het signaal namens die collega invoeren (ROLE-05). Leest "
                "geen signalen.",
                "Thinks along with the reporter and can enter the signal for that colleague (ROLE-05). "
                "Reads no signals.",
            ),
            _STAFF | {"signal.enter", "emergency.use", "hours.book"},
        ),
        "focal_point": Role(
            Text("aandachtsfunctionaris mensenhandel", "focal point"),
            Text(
                "Ontvangt, weegt, verrijkt, beoordeelt en draagt over (ROLE-01). Ziet wie de melder is als "
                "het signaal bij de eigen functie binnenkwam (ROLE-03, ROLE-04).",
                "Receives, weighs, enriches, assesses and hands over (ROLE-01). Sees who reported where "
                "the signal came in at their own post (ROLE-03, ROLE-04).",
            ),
            _STAFF
            | _HANDLING
            | _RECEIVING
            | _KEEPING
            | _PROGRAMME
            | {"figures.read", "post.delegate", "vault.use"},
        ),
        "deputy": Role(
            Text("achtervang", "deputy"),
            Text(
                "Neemt een functie waar zolang de aanwijzing loopt, met dezelfde rechten en plichten "
                "(ROLE-17). De rechten komen uit de aanwijzing; zonder aanwijzing zijn er geen.",
                "Stands in for a post as long as the delegation runs, with the same rights and duties "
                "(ROLE-17). The rights come from the delegation; without one there are none.",
            ),
            _STAFF | {"vault.use"},
        ),
        "idle_deputy": Role(
            Text("achtervang zonder aanwijzing", "deputy without a delegation"),
            Text(
                "Is achtervang, maar nu niet aangewezen. Kan alleen in nood toegang nemen (V10). Niemand "
                "krijgt deze rol toegekend; zij volgt uit het ontbreken van een aanwijzing.",
                "Is a deputy, but not appointed now. Can only take access in an emergency (V10). Nobody is "
                "given this role; it follows from there being no delegation.",
            ),
            frozenset({"emergency.use"}),
        ),
        "emergency": Role(
            Text("noodtoegang", "emergency access"),
            Text(
                "Nam in nood voor enkele uren toegang, met een reden die de functionaris "
                "gegevensbescherming meteen ziet (V10). Leest en behandelt signalen; ziet nooit wie de "
                "melder is. Niemand krijgt deze rol toegekend.",
                "Took access in an emergency for some hours, with a reason that the data protection "
                "officer sees at once (V10). Reads and handles signals; never sees who reported. Nobody is "
                "given this role.",
            ),
            frozenset({"signal.list", "signal.read", "signal.handle", "referral.list", "referral.make"}),
        ),
        "lead_focal_point": Role(
            Text("coördinator aandachtsfunctionarissen", "lead focal point"),
            Text(
                "Is zelf aandachtsfunctionaris en stemt het werk van de anderen af (ROLE-02). De naam van "
                "de melder alleen als het signaal bij de eigen functie binnenkwam (ROLE-04).",
                "Is a focal point and aligns the work of the others (ROLE-02). The reporter's name only "
                "where the signal came in at their own post (ROLE-04).",
            ),
            _STAFF
            | _HANDLING
            | _RECEIVING
            | _KEEPING
            | _PROGRAMME
            | {"figures.read", "post.delegate", "vault.use"},
        ),
        "care_coordinator": Role(
            Text("zorgcoördinator mensenhandel", "care coordinator"),
            Text(
                "Regelt hulp, opvang en bescherming en houdt de cliëntdossiers bij (ROLE-08). Leest wat aan "
                "de eigen organisatie is overgedragen, nooit het signaal zelf.",
                "Arranges help, shelter and protection and keeps the client files (ROLE-08). Reads what "
                "was handed over to their own organisation, never the signal itself.",
            ),
            _STAFF
            | _RECEIVING
            | _CARING
            | _CHAIN
            | {"rights.read", "rights.search", "retention.hold", "incident.read"},
        ),
        "case_director": Role(
            Text("casusregisseur", "case director"),
            Text(
                "Houdt het plan van een casus bij (ROLE-06). Leest geen losse signalen.",
                "Keeps a case plan on track (ROLE-06). Reads no single signals.",
            ),
            _STAFF,
        ),
        "process_director": Role(
            Text("procesregisseur", "process director"),
            Text(
                "Stuurt ingewikkelde casussen bij het Zorg- en Veiligheidshuis (ROLE-07). Leest wat aan de "
                "eigen organisatie is overgedragen, maar niet door een andere zorgorganisatie, en een "
                "cliëntdossier alleen als de zorgcoördinator het als ingewikkelde casus inbracht.",
                "Directs complex cases at the care and safety house (ROLE-07). Reads what was handed over "
                "to their own organisation, but not by another care organisation, and a client file only "
                "where the care coordinator brought it in as a complex case.",
            ),
            _STAFF | _RECEIVING | _CHAIN | {"care.oversee", "care.direct"},
        ),
        "chain_director": Role(
            Text("ketenregisseur", "chain director"),
            Text(
                "Verbindt de partners in de regio (ROLE-09). Ziet van een gemeente alleen wat zij inbrengt "
                "(ROLE-15).",
                "Links the partners in the region (ROLE-09). Sees of a municipality only what it brings "
                "(ROLE-15).",
            ),
            _STAFF | _CHAIN,
        ),
        "table_member": Role(
            Text("deelnemer aan een overleg", "table member"),
            Text(
                "Ziet de agenda en de eigen acties, zonder de melder. Leest geen signalen in de "
                "werkvoorraad.",
                "Sees the agenda and their own actions, without the reporter. Reads no signals in the work "
                "list.",
            ),
            _STAFF,
        ),
        "policy_adviser": Role(
            Text("beleidsadviseur", "policy adviser"),
            Text(
                "Onderhoudt het beleid, stelt het voor en neemt in gebruik wat een ander voorstelde "
                "(ROLE-12). Ziet nooit een signaal (ROLE-14), en cijfers pas als kleine aantallen zijn "
                "afgeschermd (V22).",
                "Maintains the policy, proposes it, and puts into use what somebody else proposed "
                "(ROLE-12). Never sees a signal (ROLE-14), and figures only once small numbers are "
                "shielded (V22).",
            ),
            _STAFF
            | _PROGRAMME
            | {
                "policy.adopt",
                "policy.confirm",
                "contact.keep",
                "accountability.read",
                "programme.release",
                "hours.forecast",
            },
        ),
        "policy_confirmer": Role(
            Text("medebeslisser beleid", "second decider on policy"),
            Text(
                "De tweede persoon die voorgesteld beleid in gebruik neemt (ROLE-12), in een kleine "
                "gemeente vaak iemand van een buurgemeente. Verandert zelf niets en ziet geen signalen of "
                "cijfers.",
                "The second person, who puts a proposed policy into use (ROLE-12); in a small municipality "
                "often somebody from a neighbour. Changes nothing, and sees no signals or figures.",
            ),
            _EVERYBODY | {"policy.confirm"},
        ),
        "privacy_officer": Role(
            Text("privacy officer", "privacy officer"),
            Text(
                "Handelt verzoeken en datalekken af en houdt de stukken bij. Ziet geen signalen.",
                "Settles requests and data leaks and keeps the papers. Sees no signals.",
            ),
            _STAFF | _ANSWERABLE | {"rights.keep", "incident.keep", "accountability.keep"},
        ),
        "data_protection_officer": Role(
            Text("functionaris gegevensbescherming", "data protection officer"),
            Text(
                "Houdt onafhankelijk toezicht: wie deed wat en waarom, nooit de inhoud. Staat alleen (V7).",
                "Supervises independently: who did what and why, never the content. Stands alone (V7).",
            ),
            _STAFF | _ANSWERABLE | {"log.read", "log.review", "log.export", "people.read"},
        ),
        "security_officer": Role(
            Text("CISO", "information security officer"),
            Text(
                "Kijkt of het systeem goed gebruikt wordt: wie deed wat, nooit de inhoud. Staat alleen (V9).",
                "Looks whether the system is used well: who did what, never the content. Stands alone (V9).",
            ),
            _STAFF | {"log.read", "incident.read", "incident.keep", "accountability.read", "people.read"},
        ),
        "archivist": Role(
            Text("archivaris", "archivist"),
            Text(
                "Keurt goed wat vernietigd wordt, aan de hand van soort, datum en reden. Ziet geen "
                "signalen (V21).",
                "Approves what is destroyed, by its kind, date and reason. Sees no signals (V21).",
            ),
            _STAFF | {"retention.read", "retention.approve"},
        ),
        "recovery_holder": Role(
            Text("bewaarder van een hersteldeel", "holder of a recovery share"),
            Text(
                "Helpt een sleutel te herstellen die niemand meer kan openen, samen met een ander; vaak "
                "iemand van een buurgemeente of de regio. Ziet geen signalen en kan alleen niets openen.",
                "Helps to recover a key that nobody can open any more, together with another; often "
                "somebody of a neighbour or the region. Sees no signals and can open nothing alone.",
            ),
            _EVERYBODY | {"vault.use", "key.recover"},
        ),
        "administrator": Role(
            Text("beheerder", "administrator"),
            Text(
                "Beheert mensen, rollen en koppelingen, nooit de inhoud en nooit de eigen rollen. Staat "
                "alleen (V7).",
                "Manages people, roles and connections, never content and never their own roles. Stands "
                "alone (V7).",
            ),
            _STAFF | {"people.manage", "people.read"},
        ),
    }
)
ALONE = frozenset({"administrator", "data_protection_officer", "security_officer"})
LENT = frozenset({"idle_deputy", "emergency"})
"""Roles that follow from something else, for as long as it lasts. They stand in no membership."""
GIVEN = frozenset(ROLES) - LENT
"""Roles that a membership may hold."""


def may(roles: Iterable[str], action: str, relation: Relation = Relation()) -> Decision:
    """Decide whether someone in these roles may do this. An unknown role or action is a mistake in the program."""
    named, held = ACTIONS[action].name, [ROLES[role] for role in sorted(set(roles))]
    if not relation.same_organisation:
        return _no(Text("Dit hoort bij een andere organisatie.", "This belongs to another organisation."))
    giving = [role for role in held if action in role.may]
    if not giving:
        return _no(
            Text("Uw rol geeft geen recht op: {what}.", "Your role gives no right to: {what}.").format(
                what=named
            )
        )
    if action == "envelope.open" and not relation.holds_post:
        return _no(
            Text(
                "Alleen wie de functie vervult waar het signaal binnenkwam, ziet wie de melder is.",
                "Only who holds the post where the signal came in sees who reported.",
            )
        )
    if action == "people.manage" and relation.themselves:
        return _no(Text("Uw eigen rollen kunt u niet veranderen.", "You cannot change your own roles."))
    because = Text("Als {role} mag u: {what}.", "As {role} you may: {what}.")
    return Decision(True, because.format(role=giving[0].name, what=named))


def conflict(roles: Iterable[str]) -> Text | None:
    """Say why these roles cannot go together, or nothing where they can (V7)."""
    held = set(roles)
    for role in sorted(held & ALONE):
        if len(held) > 1:
            return Text(
                "De rol {role} kan niet samengaan met een andere rol.",
                "The role {role} cannot be combined with another role.",
            ).format(role=ROLES[role].name)
    return None


def _no(reason: Text) -> Decision:
    return Decision(False, reason)
