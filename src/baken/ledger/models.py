"""The ledger's tables. Every key and index begins with the organisation; row-level security is in the
migration.

Nothing here holds personal data in the clear: payloads hold references, vault records hold closed boxes, and
projections hold words from closed lists.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from baken.ledger.models_clients import ClientRow as ClientRow
from baken.ledger.models_deadlines import DeadlineRow as DeadlineRow
from baken.ledger.readlog.models import ProcessingEntry as ProcessingEntry
from baken.ledger.readlog.models import ReadEntry as ReadEntry
from baken.ledger.readlog.models import Seal as Seal


class EventRecord(models.Model):
    """One event of one stream. Written once by `store.append`; the database refuses every change."""

    pk = models.CompositePrimaryKey("organisation_id", "stream_id", "number")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    number = models.IntegerField()
    id = models.UUIDField()
    kind = models.TextField()
    type = models.TextField()
    version = models.SmallIntegerField()
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    actor = models.UUIDField(null=True)
    on_behalf_of = models.UUIDField(null=True)
    bundle = models.TextField()
    command = models.UUIDField()
    causation = models.UUIDField(null=True)
    payload = models.JSONField(null=True)
    salt = models.BinaryField(null=True)
    commitment = models.BinaryField()
    previous = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        """One number once per stream: that is the whole of optimistic concurrency."""

        db_table = "ledger_event"
        constraints = [models.UniqueConstraint(fields=["organisation_id", "id"], name="ledger_event_id")]


class ClaimRecord(models.Model):
    """Something that may exist once in an organisation, and the stream and number it led to."""

    pk = models.CompositePrimaryKey("organisation_id", "kind", "key")
    organisation_id = models.UUIDField()
    kind = models.TextField()
    key = models.TextField()
    stream_id = models.UUIDField()
    number = models.IntegerField()

    class Meta:
        """Written inside `append`, never changed."""

        db_table = "ledger_claim"
        indexes = [models.Index(fields=["organisation_id", "stream_id"], name="ledger_claim_stream")]


class VaultRecord(models.Model):
    """One closed box of a stream; only the stream's data key, kept in the key database, opens it."""

    pk = models.CompositePrimaryKey("organisation_id", "stream_id", "id")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    id = models.UUIDField()
    kind = models.TextField()
    post = models.UUIDField(null=True)
    box = models.BinaryField()

    class Meta:
        """`post` is set when the box holds another box, sealed to that post."""

        db_table = "ledger_vault"


class DataKey(models.Model):
    """The data key of one stream, closed with a master key. It lives in the key database, alone."""

    database = "keys"

    pk = models.CompositePrimaryKey("organisation_id", "stream_id")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    master = models.TextField()
    box = models.BinaryField()

    class Meta:
        """`master` names the key of the keyset file that closed the box."""

        db_table = "ledger_datakey"


class BundleRecord(models.Model):
    """A policy bundle as it was adopted: public, immutable, named after its own hash."""

    id = models.TextField(primary_key=True)
    canonical = models.TextField()

    class Meta:
        """No organisation: two municipalities with the same bundle share a row."""

        db_table = "ledger_bundle"


class SignalRow(models.Model):
    """A signal as work list and figures need it: a projection, made again by `baken ledger rebuild`."""

    pk = models.CompositePrimaryKey("organisation_id", "stream_id")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    reference = models.TextField()
    number = models.IntegerField()
    stage = models.TextField()
    reported_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField()
    reporter = models.TextField()
    reporter_named = models.BooleanField()
    question = models.BooleanField()
    forms = ArrayField(models.TextField())
    urgency = models.TextField()
    urgency_claimed = models.TextField()
    assessment = models.TextField()
    closed = models.BooleanField()
    answered = models.BooleanField()
    bundle = models.TextField()
    engine_version = models.IntegerField()

    class Meta:
        """`number` is the last event that the row has seen."""

        db_table = "ledger_signalrow"
        indexes = [
            models.Index(fields=["organisation_id", "-reported_at", "-stream_id"], name="ledger_signal_time"),
            models.Index(fields=["organisation_id", "last_at"], name="ledger_signal_last"),
            models.Index(fields=["organisation_id", "reference"], name="ledger_signal_reference"),
        ]


class Obligation(models.Model):
    """Something owed on a signal, with the moment it is due, so that SQL can compare it with now."""

    pk = models.CompositePrimaryKey("organisation_id", "stream_id", "step", "partner")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    step = models.TextField()
    partner = models.TextField(default="")
    since = models.DateTimeField()
    due_at = models.DateTimeField(null=True)

    class Meta:
        """`partner` is empty where the step has none."""

        db_table = "ledger_obligation"
        indexes = [
            models.Index(fields=["organisation_id", "due_at"], name="ledger_obligation_due"),
            models.Index(fields=["organisation_id", "since", "stream_id"], name="ledger_obligation_since"),
        ]


class NotificationRow(models.Model):
    """A hand-over that arrived in this organisation, as its list shows it: a projection."""

    pk = models.CompositePrimaryKey("organisation_id", "stream_id")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    reference = models.TextField()
    number = models.IntegerField()
    sender = models.UUIDField()
    sender_name = models.TextField()
    referral = models.UUIDField()
    purpose = models.TextField()
    ground = models.TextField()
    named = models.BooleanField()
    answer_asked = models.BooleanField()
    received_at = models.DateTimeField()
    last_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    outcome = models.TextField(default="")
    engine_version = models.IntegerField()

    class Meta:
        """Listed by the moment it arrived."""

        db_table = "ledger_notificationrow"
        indexes = [
            models.Index(
                fields=["organisation_id", "-received_at", "-stream_id"], name="ledger_notification_time"
            )
        ]


class ReferralRow(models.Model):
    """One hand-over, as the list of hand-overs shows it (ROUTE-17): a projection."""

    pk = models.CompositePrimaryKey("organisation_id", "stream_id", "id")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    id = models.UUIDField()
    partner = models.TextField()
    named = models.BooleanField()
    delivery = models.TextField()
    at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    outcome = models.TextField(default="")
    told_at = models.DateTimeField(null=True)
    bundle = models.TextField()
    engine_version = models.IntegerField()

    class Meta:
        """Listed by the moment of handing over."""

        db_table = "ledger_referralrow"
        indexes = [models.Index(fields=["organisation_id", "-at", "-id"], name="ledger_referral_time")]


class RetentionRow(models.Model):
    """What counts of a stream for how long it is kept: a projection, without any term. Terms are the policy's."""

    pk = models.CompositePrimaryKey("organisation_id", "stream_id")
    organisation_id = models.UUIDField()
    stream_id = models.UUIDField()
    reference = models.TextField()
    kind = models.TextField()
    number = models.IntegerField()
    begun = models.DateTimeField()
    last_at = models.DateTimeField()
    outcome = models.TextField(default="")
    assessment = models.TextField(default="")
    handed_over = models.BooleanField(default=False)
    closed_at = models.DateTimeField(null=True)
    informed_at = models.DateTimeField(null=True)
    owed = models.BooleanField(default=False)
    identity = models.BooleanField(default=False)
    held_until = models.DateTimeField(null=True)
    erasing_at = models.DateTimeField(null=True)
    bundle = models.TextField()

    class Meta:
        """Read as a whole: terms differ per category, and the policy can change them."""

        db_table = "ledger_retentionrow"


class DestroyedReport(models.Model):
    """How many signals or questions of part of a week were destroyed, so that a number of a period stays what it was.

    `on` is the first day of the week, or of the half year where that begins within it.
    """

    pk = models.CompositePrimaryKey("organisation_id", "on", "question")
    organisation_id = models.UUIDField()
    on = models.DateField()
    question = models.BooleanField()
    count = models.IntegerField()

    class Meta:
        """Only the owner's role writes it."""

        db_table = "ledger_destroyedreport"


class DestroyedCount(models.Model):
    """How many streams of a year and category were destroyed. It stays, inside the organisation."""

    pk = models.CompositePrimaryKey("organisation_id", "year", "category")
    organisation_id = models.UUIDField()
    year = models.IntegerField()
    category = models.TextField()
    count = models.IntegerField()

    class Meta:
        """`year` is that in which the stream began. Only the owner's role writes it."""

        db_table = "ledger_destroyedcount"
