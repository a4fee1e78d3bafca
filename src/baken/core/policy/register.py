"""The register of processing that follows from a bundle: each activity with its purposes, grounds and events (V28)."""

from dataclasses import dataclass

from baken.core.policy.activities import Activity
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.partners import TABLE_IDS
from baken.core.vocabulary.processing import ACTIVITY_OF

OF_CARE = frozenset({"receive_hand_over", "coordinate_care", "report_figures", "account_for"})
"""What a care organisation does in Baken: it takes in no signals, and weighs or discusses none."""


@dataclass(frozen=True, slots=True)
class Processing:
    """One activity in force, with every purpose and ground that the policy gives for it."""

    activity: Activity
    purposes: tuple[str, ...]
    grounds: tuple[str, ...]
    events: tuple[str, ...]


def activities_in_force(bundle: Bundle) -> tuple[Processing, ...]:
    """Return what the organisation itself does with data: its register of processing.

    A care organisation answers for what it does itself, and a municipality not for care that lies elsewhere.
    """
    if bundle.kind == "care":
        own = [one for one in bundle.activity_list if one.id in OF_CARE]
        own = [one.model_copy(update={"controllers": ("care_organisation",)}) for one in own]
    else:
        own = [
            one for one in bundle.activity_list if bundle.kind == "national" or one.id != "coordinate_care"
        ]
    return tuple(_processing(bundle, activity) for activity in own)


def every_activity(bundle: Bundle) -> tuple[Processing, ...]:
    """Return every activity that a policy holds, also those of another kind of organisation, as the policy reads."""
    return tuple(_processing(bundle, activity) for activity in bundle.activity_list)


def _processing(bundle: Bundle, activity: Activity) -> Processing:
    uses = [use for use in bundle.use_list if _of_use(use.id) == activity.id]
    grounds = [ground for use in uses for ground in use.grounds]
    if activity.id == "consult_source":
        grounds += [ground for source in bundle.source_list for ground in source.grounds]
    return Processing(
        activity,
        _each(*activity.purposes, *(purpose for use in uses for purpose in use.purposes)),
        _each(*activity.grounds, *grounds),
        tuple(event for event, belongs in ACTIVITY_OF.items() if belongs == activity.id),
    )


def _of_use(use: str) -> str:
    if use == "intake":
        return "take_in"
    return "discuss" if use in TABLE_IDS else "hand_over"


def _each(*ids: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
