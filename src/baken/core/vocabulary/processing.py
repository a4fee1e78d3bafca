"""What is done with data, of whom and what kind it is, and which law speaks of it."""

import re
from collections.abc import Mapping

from baken.core.vocabulary.text import Text

ACTIVITIES: Mapping[str, Text] = {
    "take_in": Text("een melding of vraag aannemen", "taking in a report or a question"),
    "weigh": Text("een signaal wegen en beoordelen", "weighing and assessing a signal"),
    "consult_source": Text("een bron raadplegen", "consulting a source"),
    "discuss": Text("een signaal in een overleg bespreken", "discussing a signal at a table"),
    "hand_over": Text("een signaal overdragen aan een partner", "handing a signal over to a partner"),
    "receive_hand_over": Text("een overdracht ontvangen", "receiving a hand-over"),
    "answer_reporter": Text("de melder antwoorden", "answering the reporter"),
    "coordinate": Text("de aanpak van een signaal coördineren", "coordinating what is done about a signal"),
    "coordinate_care": Text(
        "hulp aan een vermoedelijk slachtoffer coördineren", "coordinating help for a presumed victim"
    ),
    "report_figures": Text("cijfers maken", "making figures"),
    "account_for": Text("beheren en verantwoorden", "managing and accounting for it"),
}
"""Everything that Baken does with data about people; each event kind belongs to exactly one of them."""

ACTIVITY_OF: Mapping[str, str] = {
    "signal.reported": "take_in",
    "signal.acknowledged": "take_in",
    "team_coordinator.consulted": "take_in",
    "signal.received": "take_in",
    "secrecy.noticed": "take_in",
    "fact.established": "weigh",
    "file.added": "weigh",
    "enrichment.weighed": "weigh",
    "secrecy.weighed": "weigh",
    "signal.assessed": "weigh",
    "signal.corrected": "weigh",
    "source.consulted": "consult_source",
    "signal.tabled": "discuss",
    "table.decided": "discuss",
    "police.discussed": "discuss",
    "signal.referred": "hand_over",
    "referral.sent": "hand_over",
    "partner.asked": "hand_over",
    "partner.answered": "hand_over",
    "notification.received": "receive_hand_over",
    "notification.answered": "receive_hand_over",
    "notification.registered_by_sender": "receive_hand_over",
    "notification.named_later": "receive_hand_over",
    "notification.gives_name": "receive_hand_over",
    "reporter.informed": "answer_reporter",
    "envelope.opened": "answer_reporter",
    "trusted_person.considered": "coordinate",
    "signal.closed": "coordinate",
    "signal.reopened": "coordinate",
    "signal.policy_moved": "coordinate",
    "client.opened": "coordinate_care",
    "client.described": "coordinate_care",
    "client.treatment_noted": "coordinate_care",
    "client.contact_agreed": "coordinate_care",
    "client.need_noted": "coordinate_care",
    "client.help_agreed": "coordinate_care",
    "client.need_settled": "coordinate_care",
    "client.wish_noted": "coordinate_care",
    "client.told_rights": "coordinate_care",
    "client.consent_given": "coordinate_care",
    "client.consent_withdrawn": "coordinate_care",
    "client.secrecy_weighed": "coordinate_care",
    "sharing.confirmed": "coordinate_care",
    "client.brought_in": "coordinate_care",
    "client.taken_back": "coordinate_care",
    "client.checked": "coordinate_care",
    "client.closed": "coordinate_care",
    "client.reopened": "coordinate_care",
    "residence.noted": "coordinate_care",
    "deadline.set": "coordinate_care",
    "deadline.moved": "coordinate_care",
    "deadline.handled": "coordinate_care",
    "deadline.seen": "coordinate_care",
    "direction.advised": "coordinate_care",
    "stay.noted": "coordinate_care",
    "shelter.needed": "coordinate_care",
    "shelter.requested": "coordinate_care",
    "shelter.answered": "coordinate_care",
    "shelter.moved": "coordinate_care",
    "client.transferred": "coordinate_care",
    "transfer.sent": "coordinate_care",
    "transfer.withdrawn": "coordinate_care",
    "transfer.answered": "coordinate_care",
    "comensha.prepared": "coordinate_care",
    "comensha.notified": "coordinate_care",
    "sender.told": "coordinate_care",
    "record.given": "coordinate_care",
    "record.received": "coordinate_care",
}
"""For what each kind of event about a signal or a hand-over stores what it stores; a new kind is added here."""


def activity_of(event: str) -> str:
    """Return the one activity of a kind of event; what is about no signal is about managing and accounting."""
    return ACTIVITY_OF.get(event, "account_for")


DATA: Mapping[str, Text] = {
    "account": Text("wat iemand zag, hoorde of vertelde", "what somebody saw, heard or told"),
    "involved": Text("namen en kenmerken van wie erbij betrokken is", "names and features of those involved"),
    "places": Text("adressen en plekken", "addresses and places"),
    "organisations": Text("bedrijven en organisaties", "businesses and organisations"),
    "facts": Text(
        "kenmerken van het signaal, uit vaste lijsten", "features of the signal, from closed lists"
    ),
    "reporter": Text("wie de melder is, verzegeld", "who reported, sealed"),
    "reasons": Text("redenen van besluiten", "reasons of decisions"),
    "source_answers": Text("gevonden of niet, met het ene feit", "found or not, with the one fact"),
    "partner_answers": Text("wat een partner terugkoppelde", "what a partner answered"),
    "messages": Text("berichten aan de melder", "messages to the reporter"),
    "staff": Text("wie wat deed, en wanneer", "who did what, and when"),
    "counts": Text("aantallen die niemand aanwijzen", "counts that point to nobody"),
    "special": Text(
        "gezondheid, seksueel gedrag of afkomst (AVG artikel 9)",
        "health, sexual behaviour or origin (GDPR article 9)",
    ),
    "criminal": Text(
        "vermoedens van strafbare feiten (AVG artikel 10)", "suspicions of offences (GDPR article 10)"
    ),
}
PEOPLE: Mapping[str, Text] = {
    "presumed_victim": Text("vermoedelijke slachtoffers", "presumed victims"),
    "minor": Text("minderjarigen", "minors"),
    "suspected_exploiter": Text("mogelijke uitbuiters", "suspected exploiters"),
    "other_involved": Text("anderen die betrokken zijn", "others involved"),
    "reporter": Text("melders", "reporters"),
    "staff": Text("medewerkers", "staff"),
    "partner_contact": Text("contactpersonen van partners", "contacts at partners"),
}
CONTROLLERS: Mapping[str, Text] = {
    "college": Text("het college van burgemeester en wethouders", "the municipal executive"),
    "mayor": Text("de burgemeester", "the mayor"),
    "care_organisation": Text("de zorgorganisatie", "the care organisation"),
}

WORK: Mapping[str, Text] = {
    "care": Text("zorg of maatschappelijke hulp", "care or social work"),
    "health": Text("gezondheid, zoals een huisarts of de GGD", "health, such as a doctor"),
    "youth": Text("jeugdhulp", "youth care"),
    "education": Text("onderwijs", "education"),
    "boa": Text("toezicht of handhaving als boa", "enforcement as a special investigating officer"),
    "other": Text("ander werk", "other work"),
    "unknown": Text("niet bekend", "not known"),
}
"""In what work a reporter learned of it; not who it is. Some work is under professional secrecy (V5, ENR-06)."""

WGS_RECEIVERS: frozenset[str] = frozenset({"riec", "riec_information_plaza", "care_safety_house"})
"""The partnerships of the WGS that a municipality can hand something to; what comes back is kept apart (V3)."""

_WGS = re.compile(r"(?<![a-z])wgs(?![a-z])|gegevensverwerking door samenwerkingsverbanden", re.I)
_WAMS = re.compile(r"(?<![a-z])wams(?![a-z])|meervoudige problematiek", re.I)


def names_wgs(*words: str) -> bool:
    """Whether one of these words names the act on data processing by partnerships."""
    return any(_WGS.search(one) for one in words)


def names_wams(*words: str) -> bool:
    """Whether one of these words names the act on multiple problems in the social domain."""
    return any(_WAMS.search(one) for one in words)
