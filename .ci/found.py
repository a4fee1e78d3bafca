"""Compares what looks like a secret with `.ci/no-secrets.json`: per file, the digests of what is none.

With `list` as its second word it writes that list anew instead; read every line of the difference before committing.
"""

import json
import sys
from pathlib import Path

KNOWN = Path(__file__).with_name("no-secrets.json")
scanned = json.loads(Path(sys.argv[1]).read_text("utf-8"))["results"]
if sys.argv[2:] == ["list"]:
    found = {file: sorted({one["hashed_secret"] for one in ones}) for file, ones in sorted(scanned.items())}
    KNOWN.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    sys.exit(0)
known = json.loads(KNOWN.read_text("utf-8"))
new = [
    f"{file}:{one['line_number']}: {one['type']}"
    for file, ones in sorted(scanned.items())
    for one in ones
    if one["hashed_secret"] not in known.get(file, [])
]
if new:
    print(
        "These look like secrets. Take them out, or show that they are none: .ci/audit list", *new, sep="\n  "
    )
    sys.exit(1)
print(f"No secrets in the repository ({sum(map(len, known.values()))} known words that only look like one).")
