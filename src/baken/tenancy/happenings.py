"""What happens here that the ledger records. It lies above: it listens, in the same transaction."""

from django.dispatch import Signal

# Sent with `post`, `by` (the membership that made the key, or None) and `now`.
key_made = Signal()

# Sent with `event` (of core.events.people), `by` (the membership that did it, or None) and `now`.
rights = Signal()
