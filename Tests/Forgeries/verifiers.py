"""The two verifiers that are asked, each in its own way, with one form of answer."""
import collections
import json
import os
import re
import shutil
import subprocess

Found = collections.namedtuple("Found", "path page rule words")


class Answer:
    def __init__(self, status, findings, pages=None, states=None, end=""):
        self.status, self.findings, self.end = status, findings, end
        self.pages, self.states = pages or {}, states or {}
        # Of the program alone: what stands beside pages that count.
        self.marks = {}


class Check:
    """A stranger's check: a shell script that is run within a bundle of volumes and a note."""

    def __init__(self, script):
        self.script = os.path.abspath(script)

    def ask(self, folder, work):
        bundle = os.path.join(work, "bundle")
        os.makedirs(bundle)
        shutil.copytree(os.path.join(folder, "books"), os.path.join(bundle, "books"), symlinks=True)
        if os.path.exists(os.path.join(folder, "heads.txt")):
            shutil.copy(os.path.join(folder, "heads.txt"), bundle)
        shutil.copy(self.script, os.path.join(bundle, "check.sh"))
        run = subprocess.run(["sh", "check.sh", "-v"], cwd=bundle, capture_output=True,
                             env={**os.environ, "TMPDIR": work})
        return self.read(run.returncode, run.stdout.decode("utf-8", "replace"))

    @staticmethod
    def read(status, text):
        answer = Answer(status, [])
        for line in text.split("\n"):
            found = re.match(r"(\S+):(\d+) ([JH]\d+) (.*)", line)
            words = line.split(" ")
            if found:
                answer.findings.append(Found(*found.groups()))
            elif words[0] == "page" and len(words) == 5:
                answer.pages[tuple(words[1:4])] = words[4]
            elif words[0] == "entry" and len(words) == 5:
                answer.states[tuple(words[1:4])] = words[4]
            elif line:
                answer.end = line
        return answer


class Program:
    """The project's own `verify --json --pages`, over the whole directory, at the world's own time."""

    NOW = "2026-11-26T12:00:00+08:00"

    def __init__(self, path):
        self.path = os.path.abspath(path)

    def ask(self, folder, work):
        copy = os.path.join(work, "given")
        shutil.copytree(folder, copy, symlinks=True)
        note = os.path.join(copy, "heads.txt")
        run = subprocess.run([self.path, "verify", "--json", "--pages", "--heads", note, "--at", self.NOW, "--data", copy],
                             capture_output=True)
        answer = Answer(run.returncode, [])
        for line in run.stdout.decode("utf-8", "replace").split("\n"):
            if not line.startswith("{"):
                continue
            said = json.loads(line)
            place = (said.get("Book"), said.get("Year"), said.get("Number"))
            if "Rule" in said:
                answer.findings.append(Found(said["File"].replace(note, "heads.txt"), said["Page"], said["Rule"], said["Text"]))
            elif "Verdict" in said:
                answer.pages[place] = said["Verdict"]
                answer.marks[place] = set(said.get("Marks", "").split())
            elif "State" in said:
                answer.states[place] = said["State"]
        answer.end = run.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        return answer
