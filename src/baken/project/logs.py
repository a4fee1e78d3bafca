"""What may be written to a log: where in the code something went wrong, never about whom.

Paths, addresses, form values and the text of an exception can all hold what identifies a person. So a line
shows the fixed part of a message without the values filled in, and of an exception its kind and its places.
"""

import logging
import re
import traceback
from typing import Any

OWN = "baken"  # our own loggers take care themselves and may fill in values
_ADDRESS = re.compile(r"\bip=\S+|\b\d{1,3}(?:\.\d{1,3}){3}\b|\[?\b(?:[0-9a-f]{0,4}:){3,}[0-9a-f:.]*\]?", re.I)


class Discreet(logging.Formatter):
    """Writes a record without the values that were filled in, and an exception without its message."""

    def format(self, record: logging.LogRecord) -> str:
        own = record.name == OWN or record.name.startswith(f"{OWN}.")
        words = record.getMessage() if own else _fixed_part(record)
        if record.name.startswith("gunicorn"):
            words = _ADDRESS.sub("...", record.getMessage() if not record.exc_info else words)
        if words.startswith(
            "Invalid request"
        ):  # gunicorn goes on with the line itself, and what stands in it
            words = "Invalid request"
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {words}"
        if record.exc_info and record.exc_info[0] is not None:
            every = traceback.extract_tb(record.exc_info[2])
            frames = [f for f in every[:-1] if "/baken/" in f.filename][-8:] + every[-1:]
            places = "".join(f"\n  {f.filename}:{f.lineno} in {f.name}" for f in frames)
            line += f"\n  {record.exc_info[0].__name__}{places}"
        return line


def _fixed_part(record: logging.LogRecord) -> str:
    """What stands in somebody else's code. Words without places to fill in are, with an error, those of the error."""
    if not record.args and (record.exc_info or record.name.startswith("django.security")):
        return "..."
    return re.sub(r"%\(?[\w)]*[srdfx]", "...", str(record.msg))


CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "baken.project.logs.Discreet"}},
    "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["err"], "level": "WARNING"},
    "loggers": {
        "baken": {"level": "INFO"},
        "django": {"handlers": ["err"], "level": "ERROR", "propagate": False},
        "gunicorn.http.wsgi": {"level": "ERROR"},  # it warns of every HEAD
        "django.server": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
