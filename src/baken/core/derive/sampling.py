"""The random sample of the read log. Nobody can choose what is in it: it follows from the seal of a batch.

Whoever reads the log draws the same sample; whoever writes an entry cannot know the seal that will close over it.
"""

import hashlib

ONE_IN = 20
"""About one entry in so many. Chosen: in a quiet municipality a few a week."""
_BELOW = 256 // ONE_IN + 1


def sampled(seal: bytes, number: int) -> bool:
    """Say whether an entry is in the sample: SHA-256 over the seal of its batch and its number begins below 13."""
    return hashlib.sha256(seal + number.to_bytes(8, "big")).digest()[0] < _BELOW
