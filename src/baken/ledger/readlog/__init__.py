"""Two logs. The read log: who looked at what, and why. The processing log: what was done with whose data, without a
user. Both hold closed words, identifiers and moments only, are written once, and are sealed in batches (ADR 0024)."""
