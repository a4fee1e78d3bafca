"""Who may see the addresses of training. Each organisation has its own; what is Woerden's is not there for another."""

from tests.tenants.programme_training_things import (
    a_check,
    a_course,
    a_group,
    a_group_of_the_policy,
    a_session,
    a_session_to_take_back,
    a_team,
    somebody_due,
)
from tests.tenants.things import a_policy
from tests.tenants.urls_rows import CARE, ELSEWHERE, HANDLERS, Row, page

KEEP = (*HANDLERS, "adviser")
READ = (*KEEP, *ELSEWHERE, *CARE)
THEIRS = dict.fromkeys(ELSEWHERE, 404)
ROWS: dict[str, Row] = {
    **{
        f"programme_training:{name}": page(*READ, of=a_policy)
        for name in ("overview", "reach", "catalogue", "groups", "checks", "kit")
    },
    **{
        f"programme_training:{name}": page(*KEEP, *ELSEWHERE, of=a_policy)
        for name in ("plan", "add_group", "add_course", "add_check")
    },
    **{
        f"programme_training:{name}": page(*KEEP, of=a_team, **dict.fromkeys((*ELSEWHERE, *CARE), 404))
        for name in ("kit_for", "kit_pdf")
    },
    "programme_training:session": page(*KEEP, of=a_session, **dict.fromkeys((*ELSEWHERE, *CARE), 404)),
    **{
        f"programme_training:{name}": page(*KEEP, of=a_session, **THEIRS)
        for name in ("change", "given", "moved", "dropped")
    },
    "programme_training:group": page(*KEEP, of=a_group, **THEIRS),
    "programme_training:leave": page(*KEEP, of=a_group_of_the_policy, **THEIRS),
    "programme_training:course": page(*KEEP, of=a_course, **THEIRS),
    "programme_training:check": page(*KEEP, of=a_check, **THEIRS),
    "programme_training:action": page(*KEEP, of=somebody_due, **THEIRS),
    "programme_training:withdraw": page(*KEEP, of=a_session_to_take_back, **THEIRS),
}
