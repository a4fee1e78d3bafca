"""What happens here that the ledger records. It lies above: it listens, in the same transaction."""

from django.dispatch import Signal

# Sent with `post`, `by` (the membership that made the key, or None), `now` and `why` (a word of core.decide.recovery).
key_made = Signal()
# Sent with `share` (that of whom it was given to), `by` (the membership that gave it) and `now`.
key_given = Signal()
# Sent with `key` (a member's vault key) when its member begins anew, with `now`.
vault_renewed = Signal()
# Sent with `key` (a member's vault key) before anything is sealed to it; whoever does not know the key raises.
key_used = Signal()

# Sent with `event` (of core.events.people), `by` (the membership that did it, or None) and `now`.
rights = Signal()
