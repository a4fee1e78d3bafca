"""The ledger: what happened, append-only and chained, with personal data only as references into the vault."""
