"""Who may see the addresses of meetings. Each organisation has its own; what is Woerden's is not there for another."""

from tests.tenants.programme_meetings_things import (
    a_coming_meeting,
    a_meeting,
    an_action,
    an_action_for_the_programme,
    an_item,
    an_item_to_take_off,
    something_open,
)
from tests.tenants.things import a_policy
from tests.tenants.urls_rows import CARE, ELSEWHERE, HANDLERS, Row, page

KEEP = (*HANDLERS, "adviser")
READ = (*KEEP, *ELSEWHERE, *CARE)
THEIRS = dict.fromkeys(ELSEWHERE, 404)
NOT_READ = dict.fromkeys((*ELSEWHERE, *CARE), 404)
ROWS: dict[str, Row] = {
    "programme_meetings:overview": page(*READ, of=a_policy),
    "programme_meetings:plan": page(*KEEP, *ELSEWHERE, of=a_policy),
    "programme_meetings:actions": page(*READ),
    **{
        f"programme_meetings:{name}": page(*KEEP, of=a_meeting, **NOT_READ)
        for name in ("meeting", "ics", "agenda_pdf", "minutes_pdf")
    },
    **{
        f"programme_meetings:{name}": page(*KEEP, of=a_meeting, **THEIRS)
        for name in ("change", "add_item", "add_decision", "add_action")
    },
    "programme_meetings:tick": page(*KEEP, of=something_open, **THEIRS),
    "programme_meetings:item": page(*KEEP, of=an_item, **THEIRS),
    **{f"programme_meetings:{name}": page(*KEEP, of=an_action, **THEIRS) for name in ("line", "done")},
    "programme_meetings:to_plan": page(*KEEP, of=an_action_for_the_programme, **THEIRS),
    "programme_meetings:withdraw": page(*KEEP, of=an_item_to_take_off, **THEIRS),
    # what ends something comes last, because the words that are planted come in this order
    "programme_meetings:drop": page(*KEEP, of=a_coming_meeting, **THEIRS),
    "programme_meetings:lay_down": page(*KEEP, of=a_meeting, **THEIRS),
}
