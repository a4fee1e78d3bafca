"""Reads what pip-audit found for one lock file, and says of every package whether it was looked up at all.

Ends with 1 where a vulnerability is known. Where the advisories cannot be reached, nothing was audited: that is said
loudly, and is an error with BAKEN_AUDIT=must, as a machine with a network should have it.
"""

import json
import os
import sys
from pathlib import Path

lock, answer = sys.argv[1], Path(sys.argv[2]).read_text("utf-8")
packages = json.loads(answer)["dependencies"] if answer.strip() else []
looked_up = [package for package in packages if "skip_reason" not in package]
bad = [(package, one) for package in looked_up for one in package["vulns"]]
for package, one in bad:
    fixed = ", ".join(one["fix_versions"]) or "no version yet"
    print(f"requirements/{lock}.txt: {package['name']} {package['version']}: {one['id']}, mended in {fixed}")
if bad:
    sys.exit(1)
if looked_up and len(looked_up) == len(packages):
    print(f"requirements/{lock}.txt: {len(packages)} packages, no known vulnerability.")
    sys.exit(0)
print("*" * 78)
print(
    f"*  NOT AUDITED: requirements/{lock}.txt, {len(packages) - len(looked_up)} of {len(packages)} packages."
)
print("*  The advisories could not be reached from here. Run .ci/audit where they can.")
print("*" * 78)
sys.exit(1 if os.environ.get("BAKEN_AUDIT") == "must" else 0)
