"""Whether files may go with a signal, as a reader of the policy sees it; where they are off nothing is said."""

from baken.core.vocabulary.files import FILE_KINDS
from baken.core.vocabulary.text import Text
from baken.policy.reading.entries import EMPTY, Entry, Group, Saying
from baken.web.parts import Line


def files(saying: Saying) -> Group:
    """Return what a municipality switched on, with its ground and reason."""
    switch = saying.bundle.files
    entries: tuple[Entry, ...] = ()
    if switch is not None:
        ground = saying.bundle.grounds[switch.ground].name
        entries = (
            Entry(
                key="files.on",
                title=Text("Bestanden staan aan", "Files are switched on"),
                marks=(),
                words=(switch.because,),
                lines=(
                    Line(Text("Wat mag", "What may be added"), [FILE_KINDS[kind] for kind in switch.kinds]),
                    Line(
                        Text("Grondslag", "Legal ground"),
                        saying.to("bronnen-en-grondslagen", "grounds", switch.ground, ground),
                    ),
                ),
                source=EMPTY,
                chosen=EMPTY,
                whose=saying.whose(saying.bundle.policy_id),
                since=saying.bundle.valid_from,
            ),
        )
    return Group(
        Text("Bestanden bij een signaal", "Files with a signal"),
        entries,
        Text(
            "Alleen wie het signaal behandelt kan ze toevoegen en openen.",
            "Only who handles the signal can add and open them.",
        ),
    )
