"""The closed list of events that a route may speak of, each said as something that is done."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

EVENT_WORDS: Mapping[str, Text] = {
    "signal.reported": Text("het signaal is gemeld", "the signal was reported"),
    "signal.acknowledged": Text("de melder kreeg een ontvangstbewijs", "the reporter got a receipt"),
    "signal.received": Text("het signaal is in ontvangst genomen", "the signal was received"),
    "team_coordinator.consulted": Text(
        "de teamcoördinator is geraadpleegd", "the team coordinator was consulted"
    ),
    "fact.established": Text("het feit is vastgesteld", "the fact was established"),
    "signal.assessed": Text("het signaal is beoordeeld", "the signal was assessed"),
    "signal.closed": Text("het signaal is afgesloten", "the signal was closed"),
    "signal.reopened": Text("het signaal is heropend", "the signal was reopened"),
    "signal.corrected": Text("het signaal is verbeterd", "the signal was corrected"),
    "signal.policy_moved": Text(
        "het signaal volgt voortaan ander beleid", "the signal follows another policy from here on"
    ),
    "signal.linked": Text("het signaal is gekoppeld", "the signal was linked"),
    "enrichment.weighed": Text("het raadplegen van bronnen is afgewogen", "consulting sources was weighed"),
    "source.consulted": Text("de bron is geraadpleegd", "the source was consulted"),
    "trusted_person.considered": Text(
        "onderzocht is of een vertrouwenspersoon kan helpen",
        "it was examined whether a trusted person can help",
    ),
    "secrecy.noticed": Text("er geldt misschien een beroepsgeheim", "professional secrecy may count"),
    "secrecy.weighed": Text("het beroepsgeheim is afgewogen", "professional secrecy was weighed"),
    "police.discussed": Text("het is met de politie besproken", "it was discussed with the police"),
    "signal.tabled": Text("het signaal is in een overleg besproken", "the signal was discussed at a table"),
    "table.decided": Text("het overleg nam een besluit", "the table decided"),
    "measure.taken": Text("er is een maatregel genomen", "a measure was taken"),
    "signal.referred": Text("het signaal is overgedragen", "the signal was handed over"),
    "referral.sent": Text("de overdracht is verzonden", "the hand-over was sent"),
    "referral.retracted": Text("de overdracht is ingetrokken", "the hand-over was withdrawn"),
    "partner.asked": Text("de partner is om terugkoppeling gevraagd", "the partner was asked for feedback"),
    "partner.answered": Text("de partner heeft geantwoord", "the partner answered"),
    "reporter.informed": Text("de melder heeft bericht", "the reporter was told"),
    "envelope.opened": Text("de envelop is geopend", "the envelope was opened"),
}
EVENT_NAMES: tuple[str, ...] = tuple(EVENT_WORDS)

ABOUT_PARTNER: frozenset[str] = frozenset(
    {"signal.referred", "referral.sent", "referral.retracted", "partner.asked", "partner.answered"}
)
ABOUT_TABLE: frozenset[str] = frozenset({"signal.tabled", "table.decided"})
ABOUT_SOURCE: frozenset[str] = frozenset({"source.consulted"})
