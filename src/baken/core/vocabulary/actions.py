"""Everything that can be allowed or refused, by name. Who may do it stands in `core/derive/access.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Action:
    """Something to be allowed or refused. `about_one`: on one of them; others are not told that it exists."""

    name: Text
    about_one: bool = False


ACTIONS: Mapping[str, Action] = MappingProxyType(
    {
        "signal.report": Action(Text("een signaal doorgeven", "report a signal")),
        "signal.enter": Action(
            Text("een signaal invoeren voor een ander", "enter a signal for someone else")
        ),
        "signal.list": Action(Text("de werkvoorraad zien", "see the work list")),
        "signal.read": Action(Text("een signaal lezen", "read a signal"), about_one=True),
        "signal.handle": Action(Text("een signaal behandelen", "handle a signal"), about_one=True),
        "envelope.open": Action(Text("zien wie de melder is", "see who reported"), about_one=True),
        "referral.list": Action(Text("de overdrachten zien", "see the hand-overs")),
        "referral.make": Action(Text("een signaal overdragen", "hand a signal over"), about_one=True),
        "notification.list": Action(Text("de ontvangen meldingen zien", "see the notifications received")),
        "notification.read": Action(
            Text("een ontvangen melding lezen", "read a notification"), about_one=True
        ),
        "notification.answer": Action(
            Text("een ontvangen melding beantwoorden", "answer a notification"), about_one=True
        ),
        "figures.read": Action(
            Text("de cijfers van de eigen organisatie zien", "see the organisation's own figures")
        ),
        "policy.read": Action(Text("het beleid lezen", "read the policy")),
        "sheet.read": Action(Text("de meldroute met namen lezen", "read the reporting route with names")),
        "policy.adopt": Action(Text("beleid wijzigen en voorstellen", "change and propose a policy")),
        "policy.confirm": Action(
            Text("voorgesteld beleid in gebruik nemen", "put a proposed policy into use")
        ),
        "contact.keep": Action(
            Text("contactpersonen bij partners bijhouden", "keep the contacts at partners")
        ),
        "people.manage": Action(Text("mensen en rollen beheren", "manage people and roles")),
        "post.delegate": Action(Text("een achtervang aanwijzen", "appoint a deputy")),
        "vault.use": Action(Text("de kluis openen", "open the vault")),
        "key.rotate": Action(Text("de sleutel van een functie vernieuwen", "renew the key of a post")),
        "key.recover": Action(Text("helpen een sleutel te herstellen", "help to recover a key")),
        "emergency.use": Action(Text("noodtoegang nemen", "take emergency access")),
        "people.read": Action(Text("zien wie welke rechten heeft", "see who has which rights")),
        "log.read": Action(Text("het leeslogboek zien", "see the read log")),
        "log.review": Action(
            Text("vragen bij het leeslogboek afhandelen", "settle questions about the read log")
        ),
        "log.export": Action(Text("het leeslogboek uitvoeren", "export the read log")),
        "retention.read": Action(Text("zien wat wanneer weggaat", "see what goes when")),
        "retention.hold": Action(
            Text("vernietiging tegenhouden van wat u mag lezen", "hold off destruction of what you may read"),
            about_one=True,
        ),
        "retention.approve": Action(Text("een vernietigingslijst goedkeuren", "approve a destruction list")),
        "rights.read": Action(Text("verzoeken van betrokkenen zien", "see the requests of those concerned")),
        "rights.keep": Action(
            Text("verzoeken van betrokkenen afhandelen", "settle the requests of those concerned")
        ),
        "rights.search": Action(
            Text("voor een verzoek de gegevens van iemand zoeken", "find somebody's data for a request")
        ),
        "incident.report": Action(Text("een datalek melden", "report a data leak")),
        "incident.read": Action(Text("datalekken zien", "see data leaks")),
        "incident.keep": Action(Text("een datalek afhandelen", "settle a data leak")),
        "accountability.read": Action(Text("de verantwoording lezen", "read what Baken is answerable for")),
        "accountability.keep": Action(
            Text("de stukken van de verantwoording bijhouden", "keep the papers of accountability")
        ),
        "programme.read": Action(Text("het programma zien", "see the programme")),
        "programme.keep": Action(Text("het programma bijhouden", "keep the programme")),
        "programme.release": Action(
            Text(
                "iets van het programma met de regio delen",
                "release something of the programme to the region",
            )
        ),
        "programme.find": Action(
            Text("bevindingen voor de evaluatie opschrijven", "write findings for the evaluation")
        ),
        "hours.book": Action(Text("eigen uren schrijven", "book one's own hours")),
        "hours.forecast": Action(
            Text("berekenen hoeveel uren de meldroute vraagt", "compute how many hours the route asks")
        ),
        "care.list": Action(Text("de cliënten en hun termijnen zien", "see the clients and their deadlines")),
        "care.begin": Action(Text("een cliëntdossier openen", "open a client file")),
        "care.read": Action(Text("een cliëntdossier lezen", "read a client file"), about_one=True),
        "care.keep": Action(Text("een cliëntdossier bijhouden", "keep a client file"), about_one=True),
        "care.oversee": Action(
            Text(
                "ingewikkelde casussen en gemiste termijnen volgen",
                "follow complex cases and missed deadlines",
            )
        ),
        "care.direct": Action(
            Text("meekijken met een ingewikkelde casus", "look along with a complex case"), about_one=True
        ),
        "care.exchange": Action(Text("cliëntgegevens uitvoeren of inlezen", "export or import client data")),
        "care.offer": Action(
            Text("het zorgaanbod en gegeven advies bijhouden", "keep the care offer and the advice given")
        ),
    }
)
