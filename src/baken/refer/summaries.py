"""What goes along with a hand-over, line by line: to whom, why, on what ground, and how far it is."""

from collections.abc import Iterable

from baken.core.derive.sentences import ALWAYS
from baken.core.derive.signal import Referral
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.web import sources
from baken.web.fields import said
from baken.web.parts import Line

NAMED = {
    True: Text("met gegevens", "with details"),
    False: Text("melding zonder naam", "nameless notification"),
}
NOT_YET = Text("nog niet", "not yet")
YES, NO = Text("ja", "yes"), Text("nee", "no")


def preview(
    partner: str, in_baken: bool, bundle: Bundle, *, named: bool, purpose: str, ground: str, asked: bool
) -> tuple[Line, ...]:
    """Return what goes along with the content: to whom, why, on what ground and how."""
    copy = Text("een eigen afschrift in Baken", "a copy of its own in Baken")
    paper = Text(
        "een document (PDF) dat u zelf verzendt, langs een veilige weg",
        "a document (PDF) that you send yourself, by a secure way",
    )
    return (
        Line(Text("Aan", "To"), partner),
        Line(Text("Doel", "Purpose"), bundle.purposes[purpose].name),
        Line(Text("Grondslag", "Legal ground"), ground_words(bundle, ground)),
        Line(Text("Soort", "Kind"), NAMED[named]),
        Line(Text("Hoe", "How"), copy if in_baken else paper),
        Line(Text("U vraagt om terugkoppeling", "You ask for feedback"), YES if asked else NO),
    )


def lines(referral: Referral, bundle: Bundle) -> tuple[Line, ...]:
    """Return how a hand-over was made and how far it is."""
    in_baken = Text("binnen Baken", "within Baken")
    sent = in_baken if referral.delivery == "in_baken" else referral.sent_at or NOT_YET
    return (
        Line(Text("Overgedragen op", "Handed over on"), referral.at),
        Line(Text("Doel", "Purpose"), bundle.purposes[referral.purpose].name),
        Line(Text("Grondslag", "Legal ground"), ground_words(bundle, referral.ground)),
        Line(Text("Soort", "Kind"), NAMED[referral.named]),
        Line(Text("Verzonden", "Sent"), sent),
        Line(Text("Om terugkoppeling gevraagd", "Asked for feedback"), referral.asked_at or NOT_YET),
        Line(Text("Verteld aan de melder", "Told to the reporter"), referral.told_at or NOT_YET),
    )


def ground_words(bundle: Bundle, ground: str) -> str:
    found = bundle.grounds[ground]
    return f"{said(found.name)}, {found.article}"


def source_words(bundle: Bundle, partner: str) -> str:
    """Return where the rules that name a partner come from, each source once."""
    return "; ".join(
        dict.fromkeys(said(sources.of(bundle, rule)) for rule in bundle.referrals if rule.to == partner)
    )


def reasons(because: Iterable[Text]) -> tuple[Text, ...]:
    """Return the reasons that say something about this signal, each once."""
    return tuple(one for one in dict.fromkeys(because) if one != ALWAYS)


GOES_ON = Text(
    "De naam kwam later. Het gaat verder in die melding.", "The name came later. It goes on there."
)
"""Where a notification without a name stands once there is one with the name: about one person there is one."""


def stands(referral: Referral) -> Text:
    """Return in one sentence where a hand-over stands (ROUTE-17)."""
    if not referral.arrived:
        return Text("Het document moet nog worden verzonden.", "The document still has to be sent.")
    if referral.answers and referral.told_at:
        return Text("Beantwoord, en verteld aan de melder.", "Answered, and told to the reporter.")
    if referral.answers:
        return Text("Beantwoord. Nog niet verteld aan de melder.", "Answered. Not told to the reporter yet.")
    if referral.asked_at:
        return Text("Om terugkoppeling gevraagd, nog geen antwoord.", "Asked for feedback, no answer yet.")
    return Text(
        "Overgedragen, nog niet om terugkoppeling gevraagd.", "Handed over, not asked for feedback yet."
    )
