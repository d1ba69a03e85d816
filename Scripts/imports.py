#!/usr/bin/env python3
"""Checks that every `import` of a target is among its declared dependencies, that the program does
without the whole of Foundation, whose ICU would be two thirds of it, and that nothing but the
program's C symbol is public: SwiftPM lets imports of transitive dependencies pass."""
import json
import pathlib
import re
import subprocess
import sys

SYSTEM = {"Glibc", "FoundationEssentials", "Synchronization", "Dispatch"}
TESTING = {"Foundation", "FoundationXML", "Testing", "XCTest", "CRT"}
IMPORT = re.compile(
    r"\s*(?:(?:@\w+|public|package|internal|fileprivate|private)\s+)*"
    r"import\s+(?:(?:class|enum|func|let|protocol|struct|typealias|var)\s+)?(\w+)")
package = json.loads(subprocess.check_output(["swift", "package", "describe", "--type", "json"]))
wrong = []
for target in package["targets"]:
    declared = set(target.get("target_dependencies", [])) | set(target.get("product_dependencies", []))
    allowed = declared | SYSTEM | (TESTING if target["path"].startswith("Tests/") else set())
    for file in pathlib.Path(target["path"]).rglob("*.swift"):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            found = IMPORT.match(line)
            if found and found[1] == "Foundation" and found[1] not in allowed:
                wrong.append(f"{file}:{number}: Foundation brings ICU; FoundationEssentials is at hand")
            elif found and found[1] not in allowed:
                wrong.append(f"{file}:{number}: {target['name']} does not declare {found[1]}")
            if re.match(r"\s*public\s", line) and "exportedWidth" not in line:
                wrong.append(f"{file}:{number}: public; between modules it is package")
print("\n".join(wrong) if wrong else "imports follow the declared directions")
sys.exit(1 if wrong else 0)
