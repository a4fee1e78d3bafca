"""Who may see the addresses of outreach. Each organisation has its own; what is Woerden's is not there for another."""

from tests.tenants.programme_outreach_things import (
    a_campaign,
    a_condition,
    a_contact_made,
    a_kind,
    a_proposed_campaign,
    a_reach,
    a_step,
    an_announcement,
)
from tests.tenants.urls_rows import CARE, ELSEWHERE, HANDLERS, Row, page

KEEP = (*HANDLERS, "adviser")
READ = (*KEEP, *ELSEWHERE, *CARE)
THEIRS = dict.fromkeys(ELSEWHERE, 404)
NOT_READ = dict.fromkeys((*ELSEWHERE, *CARE), 404)
ROWS: dict[str, Row] = {
    **{
        f"programme_outreach:{name}": page(*READ)
        for name in ("overview", "contacts", "announcements", "campaigns")
    },
    **{f"programme_outreach:{name}": page(*KEEP, *ELSEWHERE) for name in ("add_contact", "add_announcement")},
    "programme_outreach:contact": page(*KEEP, of=a_contact_made, **THEIRS),
    **{
        f"programme_outreach:{name}": page(*KEEP, of=an_announcement, **THEIRS)
        for name in ("announcement", "again")
    },
    "programme_outreach:plan": page(*KEEP, of=a_kind, **THEIRS),
    **{
        f"programme_outreach:{name}": page(*KEEP, of=a_campaign, **NOT_READ)
        for name in ("campaign", "kit_pdf")
    },
    **{
        f"programme_outreach:{name}": page(*KEEP, of=a_campaign, **THEIRS)
        for name in ("change", "add_step", "reach")
    },
    **{f"programme_outreach:{name}": page(*KEEP, of=a_step, **THEIRS) for name in ("step", "step_done")},
    "programme_outreach:reasons": page(*KEEP, of=a_condition, **NOT_READ),
    **{
        f"programme_outreach:{name}": page(*KEEP, of=a_condition, **THEIRS)
        for name in ("propose", "note_number")
    },
    "programme_outreach:settle": page(*KEEP, of=a_proposed_campaign, **THEIRS),
    "programme_outreach:withdraw": page(*KEEP, of=a_reach, **THEIRS),
    # what ends something comes last, because the words that are planted come in this order
    "programme_outreach:drop": page(*KEEP, of=a_campaign, **THEIRS),
}
