"""The folder of a policy that was put into use, kept for everybody: to read, export, compare and build on."""

import hashlib
import json
from datetime import datetime

from baken.policy.models import Draft, Edition


def keep(draft: Draft, *, bundle_id: str, now: datetime) -> None:
    """Keep the folder of a draft as it stands. The same folder put into use again is a new edition: the last counts."""
    holds = {
        "policy_id": draft.policy_id,
        "version": draft.valid_from.isoformat(),
        "files": draft.files,
        "cases": draft.cases,
        "bundle": bundle_id,
    }
    written = json.dumps({**holds, "made_at": now.isoformat()}, ensure_ascii=False, sort_keys=True)
    Edition.objects.create(id=f"sha256:{hashlib.sha256(written.encode()).hexdigest()}", made_at=now, **holds)
