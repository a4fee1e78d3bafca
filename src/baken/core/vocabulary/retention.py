"""What is kept for a time, when that time begins, and what happens at its end (V21)."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

CLOSED, WAITING, REPORTER = "closed_signal", "waiting_signal", "reporter"
RECEIVED, READ_LOG, FIGURES = "received_hand_over", "read_log", "figures"
REASONS = "reasons"
CLIENT_OPEN, CLIENT_ADULT, CLIENT_MINOR = "client_file_open", "client_file", "client_file_minor"
CLIENT_NO_VICTIM = "client_file_no_victim"

SUBJECTS: Mapping[str, Text] = {
    CLOSED: Text("een signaal dat is afgesloten", "a signal that was closed"),
    WAITING: Text("een signaal dat blijft liggen", "a signal that is left waiting"),
    REPORTER: Text("wie de melder is en hoe die te bereiken is", "who the reporter is and how to reach them"),
    RECEIVED: Text("een overdracht die u kreeg", "a hand-over that you received"),
    CLIENT_OPEN: Text("een cliëntdossier dat blijft liggen", "a client file that is left waiting"),
    CLIENT_ADULT: Text("een cliëntdossier dat is afgesloten", "a client file that was closed"),
    CLIENT_MINOR: Text(
        "een afgesloten cliëntdossier van wie minderjarig was", "a closed client file of who was a minor"
    ),
    CLIENT_NO_VICTIM: Text(
        "een cliëntdossier van wie toch geen slachtoffer was",
        "a client file of who was no victim after all",
    ),
    REASONS: Text(
        "waarom iemand iets deed met rechten, sleutels of beleid",
        "why somebody did something with rights, keys or a policy",
    ),
    READ_LOG: Text("het leesregister", "the read log"),
    FIGURES: Text("cijfers die naar niemand leiden", "figures that lead to nobody"),
}
"""Everything that has a term. A policy lays down each of these once; a closed signal by how it ended."""

STARTS: Mapping[str, Text] = {
    "closed": Text("de laatste afsluiting", "the last closing"),
    "last_content": Text(
        "de laatste afsluiting, of wat er daarna nog bij kwam",
        "the last closing, or what was added after it",
    ),
    "last_event": Text("het laatste dat ermee gebeurde", "the last thing that happened to it"),
    "answered": Text("het laatste antwoord aan de melder", "the last answer to the reporter"),
    "written": Text("het opschrijven", "the writing down"),
}
STARTS_OF: Mapping[str, tuple[str, ...]] = {
    CLOSED: ("closed", "last_content"),
    WAITING: ("last_event",),
    REPORTER: ("answered",),
    RECEIVED: ("last_event",),
    CLIENT_OPEN: ("last_event",),
    CLIENT_ADULT: ("closed", "last_content"),
    CLIENT_MINOR: ("closed", "last_content"),
    CLIENT_NO_VICTIM: ("closed",),
    REASONS: ("written",),
    READ_LOG: ("written",),
    FIGURES: ("written",),
}
"""From which moments the term of each can begin."""

THEN: Mapping[str, Text] = {
    "destroy": Text(
        "alles wordt vernietigd, alleen een aantal blijft", "all is destroyed, only a count stays"
    ),
    "erase": Text("dit deel wordt gewist, de rest blijft", "this part is erased, the rest stays"),
    "weigh": Text("opnieuw wegen: afsluiten of doorgaan", "weigh again: close it or go on"),
    "keep": Text("het blijft", "it stays"),
}
THEN_OF: Mapping[str, tuple[str, ...]] = {
    CLOSED: ("destroy",),
    WAITING: ("weigh",),
    REPORTER: ("erase",),
    RECEIVED: ("destroy",),
    CLIENT_OPEN: ("weigh",),
    CLIENT_ADULT: ("destroy",),
    CLIENT_MINOR: ("destroy",),
    CLIENT_NO_VICTIM: ("destroy",),
    REASONS: ("erase",),
    READ_LOG: ("destroy",),
    FIGURES: ("keep",),
}
"""What can happen to each when its term ends."""

DROPPED: Mapping[str, Text] = {
    "gone": Text("is al weg", "is gone already"),
    "not_due": Text("mag nog niet weg", "may not go yet"),
    "changed": Text("is veranderd", "has changed"),
}
"""Why something that stood on a list is no longer on it."""
ERASED_WHAT: Mapping[str, Text] = {
    "envelope": Text("wie de melder is", "who the reporter is"),
    "reason": Text("een reden", "a reason"),
}
"""What can be erased before the rest goes."""
