"""Who may see the addresses of evaluation. Roles of the chain read and find; only who releases chooses what goes."""

from tests.tenants.programme_evaluation_things import (
    a_conclusion,
    a_finding,
    a_frozen_evaluation,
    a_question,
    an_evaluation,
    an_evaluation_to_close,
)
from tests.tenants.urls_rows import ADVISERS, CARE, ELSEWHERE, HANDLERS, Row, page

KEEP = (*HANDLERS, "adviser")
READ = (*KEEP, *ELSEWHERE, *CARE)
NOT_OURS = dict.fromkeys(ELSEWHERE, 404)
NOT_THEIRS = {**NOT_OURS, **dict.fromkeys(CARE, 404)}

ROWS: dict[str, Row] = {
    "programme_evaluation:overview": page(*READ),
    "programme_evaluation:start": page(*KEEP, *ELSEWHERE),
    "programme_evaluation:evaluation": page(*KEEP, of=an_evaluation, **NOT_THEIRS),
    "programme_evaluation:figures": page(*KEEP, of=a_frozen_evaluation, **NOT_THEIRS),
    "programme_evaluation:region": page(*KEEP, of=an_evaluation, **NOT_THEIRS),
    "programme_evaluation:pdf": page(*KEEP, of=a_frozen_evaluation, **NOT_THEIRS),
    "programme_evaluation:word": page(*KEEP, of=a_frozen_evaluation, **NOT_THEIRS),
    "programme_evaluation:letter": page(*KEEP, of=a_frozen_evaluation, **NOT_THEIRS),
    "programme_evaluation:finding": page(*KEEP, of=an_evaluation, **NOT_THEIRS),
    "programme_evaluation:take_up": page(*KEEP, of=an_evaluation, **NOT_OURS),
    "programme_evaluation:change_finding": page(*KEEP, of=a_finding, **NOT_THEIRS),
    "programme_evaluation:change": page(*KEEP, of=an_evaluation, **NOT_OURS),
    "programme_evaluation:question": page(*KEEP, of=an_evaluation, **NOT_OURS),
    "programme_evaluation:freeze": page(*KEEP, of=an_evaluation, **NOT_OURS),
    "programme_evaluation:conclusion": page(*KEEP, of=an_evaluation, **NOT_OURS),
    "programme_evaluation:share": page(*ADVISERS, of=a_frozen_evaluation),
    "programme_evaluation:change_conclusion": page(*KEEP, of=a_conclusion, **NOT_OURS),
    "programme_evaluation:make_action": page(*KEEP, of=a_conclusion, **NOT_OURS),
    "programme_evaluation:withdraw": page(*KEEP, of=a_question, **NOT_OURS),
    # Last: after it nothing is added to the evaluation that all of these are about.
    "programme_evaluation:close": page(*KEEP, of=an_evaluation_to_close, **NOT_OURS),
}
