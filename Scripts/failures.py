#!/usr/bin/env python3
"""Prints what failed in a run of the tests, from the run's event stream, so that it stands at the end of the log."""

import json
import sys

for line in open(sys.argv[1], encoding="utf-8"):
    event = json.loads(line).get("payload", {})
    if event.get("kind") != "issueRecorded" or event["issue"].get("isKnown"):
        continue
    place = event["issue"].get("sourceLocation") or {}
    said = [message["text"] for message in event.get("messages", [])]
    comments = [text for text in event.get("_comments", []) if text not in said]
    print(f"✘ {place.get('fileID')}:{place.get('line')}", *said, *comments, sep="\n    ")
