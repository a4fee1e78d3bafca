"""What an evaluation keeps of outreach: how often, to how many organisations, which campaigns, and their reach."""

from datetime import date

from baken.core.vocabulary import outreach
from baken.core.vocabulary.text import Text
from baken.programme.common.frozen import Block, Figure
from baken.programme.outreach.models import Announcement, Campaign, Contact, Reach
from baken.tenancy import kept


def block(first: date, last: date) -> Block | None:
    """Return the figures of a period; None where nothing was done and nothing was written down."""
    contacts = list(kept.kept(Contact).filter(on__range=(first, last)))
    announced = [
        one
        for one in kept.kept(Announcement).filter(since__lte=last)
        if one.until is None or one.until >= first
    ]
    campaigns = list(
        kept.kept(Campaign).filter(from_date__lte=last, until_date__gte=first, dropped_on__isnull=True)
    )
    if not (contacts or announced or campaigns):
        return None
    missed = [kind for kind in outreach.OWED if kind not in {one.kind for one in contacts}]
    reached = kept.kept(Reach).filter(campaign_id__in=[one.id for one in campaigns])
    return Block(
        "outreach",
        "execution",
        Text("Voorlichting en campagnes", "Outreach and campaigns"),
        [
            Figure(
                Text("Keren dat een organisatie bereikt werd", "Times an organisation was reached"),
                len(contacts),
            ),
            Figure(
                Text("Verschillende organisaties", "Different organisations"),
                len({one.organisation.casefold() for one in contacts}),
            ),
            Figure(
                Text("Soorten die niet bereikt werden", "Kinds that were not reached"),
                _list([outreach.KINDS[kind] for kind in missed]),
            ),
            Figure(
                Text("Plaatsen waar staat waar men kan melden", "Places that say where one can report"),
                len(announced),
                Text(
                    "In de eigen organisatie en in de gemeente samen.",
                    "In the own organisation and the municipality together.",
                ),
            ),
            Figure(Text("Campagnes", "Campaigns"), _list([Text(one.name, one.name) for one in campaigns])),
            Figure(
                Text(
                    "Bereik van die campagnes, over de kanalen opgeteld",
                    "Reach of those campaigns, over the channels",
                ),
                sum(one.people for one in reached),
                Text(
                    "Wie via twee kanalen bereikt is, telt twee keer mee. Vaak is het geschat.",
                    "Who was reached through two channels is counted twice. Often it was estimated.",
                ),
            ),
        ],
    )


def _list(words: list[Text]) -> Text:
    if not words:
        return Text("geen", "none")
    return Text(", ".join(one.nl for one in words), ", ".join(one.en for one in words))
