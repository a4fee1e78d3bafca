"""Copies the front-end files that Baken serves from the installed npm packages: `make vendor`.

Each file is committed with its version, licence and sha256, so that nobody needs node to run or test Baken.
Only packages on this list are copied; `@utrecht/design-tokens` may not be, its licence forbids that.
"""

import hashlib
import json
import re
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
STATIC = ROOT / "src" / "baken" / "web" / "static" / "vendor"
TESTS = ROOT / "tests" / "browser" / "vendor"
SCHEMAS = ROOT / "tests" / "core" / "draw" / "xsd"
FREE = {"EUPL-1.2", "MPL-2.0", "MIT", "bpmn.io"}
# Its package names a file instead of a licence: MIT, and the mark of bpmn.io in a shown diagram stays.
NAMED = {"bpmn-js": "bpmn.io"}
XSDS = ("BPMN20.xsd", "BPMNDI.xsd", "DC.xsd", "DI.xsd", "Semantic.xsd")
FILES = [
    ("@utrecht/component-library-css", "dist/index.css", STATIC / "utrecht.css"),
    ("@nl-design-system-unstable/voorbeeld-design-tokens", "dist/theme.css", STATIC / "voorbeeld.css"),
    ("axe-core", "axe.min.js", TESTS / "axe.min.js"),
    ("bpmn-js", "dist/bpmn-viewer.production.min.js", TESTS / "bpmn-viewer.min.js"),
    *(("bpmn-moddle", f"resources/bpmn/xsd/{name}", SCHEMAS / name) for name in XSDS),
]
# A hashed-name storage follows this comment to a map that is not there, and fails.
SOURCE_MAP = re.compile(rb"\n?/[*/][#@] ?sourceMappingURL=[^\n*]*(?:\*/)?")


def main() -> None:
    """This function will copy each file and write what it is beside it."""
    notes: dict[Path, dict[str, dict[str, str]]] = {}
    for package, source, target in FILES:
        folder = HERE / "node_modules" / package
        about = json.loads((folder / "package.json").read_text("utf-8"))
        name = NAMED.get(package, about["license"])
        if name not in FREE:
            raise SystemExit(f"{package} has licence {name}, which this list does not allow.")
        target.parent.mkdir(parents=True, exist_ok=True)
        content = SOURCE_MAP.sub(b"", (folder / source).read_bytes())
        target.write_bytes(content)
        licence = next(iter(sorted(folder.glob("LICEN*"))))
        kept = target.parent / f"LICENCE-{name}.txt"
        shutil.copyfile(licence, kept)
        notes.setdefault(target.parent, {})[target.name] = {
            "package": package,
            "version": about["version"],
            "licence": name,
            "file": source,
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    for folder_, files in notes.items():
        text = json.dumps(files, indent=2, sort_keys=True)
        (folder_ / "versions.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
