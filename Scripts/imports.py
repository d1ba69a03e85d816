#!/usr/bin/env python3
"""Checks that every `import` of a target is among its declared dependencies, and that nothing but
the program's C symbol is public: SwiftPM lets imports of transitive dependencies pass."""
import json
import pathlib
import re
import subprocess
import sys

SYSTEM = {"Glibc", "Foundation", "Synchronization", "Dispatch", "Testing", "XCTest", "CRT"}
package = json.loads(subprocess.check_output(["swift", "package", "describe", "--type", "json"]))
wrong = []
for target in package["targets"]:
    declared = set(target.get("target_dependencies", [])) | set(target.get("product_dependencies", []))
    for file in pathlib.Path(target["path"]).rglob("*.swift"):
        for number, line in enumerate(file.read_text().splitlines(), 1):
            found = re.match(r"\s*(?:@\w+\s+)?import\s+(?:\w+\s+)?(\w+)", line)
            if found and found[1] not in declared | SYSTEM:
                wrong.append(f"{file}:{number}: {target['name']} does not declare {found[1]}")
            if re.match(r"\s*public\s", line) and "exportedWidth" not in line:
                wrong.append(f"{file}:{number}: public; between modules it is package")
print("\n".join(wrong) if wrong else "imports follow the declared directions")
sys.exit(1 if wrong else 0)
