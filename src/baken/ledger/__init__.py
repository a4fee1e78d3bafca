"""The ledger: what happened, append-only and chained, personal data only as references to the vault."""
