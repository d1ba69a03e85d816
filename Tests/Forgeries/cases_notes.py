"""Notes of heads that are none: a verifier has to stop and say so, not to compare what it can read."""
import heads
from cases import case
from cases_heads import MADE
from volumes import sha256


def _broken(name, about, change):
    def forged(w):
        w.note = change(w, w.note)
        return "heads.txt", "0"
    case("note-" + name, "exit2", about)(forged)


def _resigned(w, text, signer="P-001", **how):
    """The body changed and its fingerprint made anew, signed by an officer of the house."""
    body = text[:text.index("fingerprint ")]
    body += f"fingerprint sha256:{sha256(body)}\n"
    return body + heads.seal(w, body, "signed", w.people[signer], MADE, **how)


def _body(note):
    return note[:note.index("signed ")]


for _name, _change in {
        "first-line": lambda w, note: _resigned(w, note.replace("heads 2", "heads 1")),
        "unknown-line": lambda w, note: _resigned(w, note.replace("lines ", "remark 无\nlines ")),
        "blank-line": lambda w, note: _resigned(w, note.replace("lines ", "\nlines ")),
        "wrong-count": lambda w, note: _resigned(w, note.replace("lines 2", "lines 3")),
        "line-left-out": lambda w, note: note.replace(
            next(line for line in note.split("\n") if line.startswith("key ")) + "\n", ""),
        "fingerprint": lambda w, note: note.replace("fingerprint sha256:", "fingerprint sha256:0", 1)[:-1] + "\n",
        "volume-digest": lambda w, note: note.replace("QS.patrol 2026 2 sha256:", "QS.patrol 2026 1 sha256:"),
        "unsigned": lambda w, note: _body(note),
        "signature-cut": lambda w, note: note[:note.index("-----END")],
        "signature-flipped": lambda w, note: note.replace("\nU1NIU0lH", "\nU1NIU0lI", 1),
        "cosignature-flipped": lambda w, note: "\nU1NIU0lI".join(note.rsplit("\nU1NIU0lH", 1)),
        "not-sorted": lambda w, note: _resigned(w, _swap_lines(note, "volume ")),
        "keys-not-sorted": lambda w, note: _resigned(w, _swap_lines(note, "key ")),
        "no-volume": lambda w, note: _resigned(w, _without_volumes(note)),
        "text-at-end": lambda w, note: note + "已核\n",
        "blank-at-end": lambda w, note: note + "\n",
        "no-line-end": lambda w, note: note[:-1],
        "carriage-return": lambda w, note: note.replace("\n", "\r\n"),
        "two-blanks": lambda w, note: _resigned(w, note.replace("volume QS.patrol ", "volume  QS.patrol ")),
        "empty": lambda w, note: "",
        "missing": lambda w, note: None,
        "other-directory": lambda w, note: _resigned(w, note.replace(w.directory("QSP"), "0" * 32)),
        "day-that-is-none": lambda w, note: _resigned(w, note.replace("day 2026-11-25", "day 2026-02-30")),
        "by-a-leader": lambda w, note: _resigned(w, note, "QS-001"),
        "by-the-neighbour": lambda w, note: _resigned(w, note, "S-001"),
        "by-a-dismissed-officer": lambda w, note: _resigned(w, note, "P-003"),
        "by-another-key": lambda w, note: _resigned(w, note, key=w.people["P-002"].key()),
        "by-a-stranger": lambda w, note: _resigned(w, note, key=w.ring.key("forger")),
        "as-a-page": lambda w, note: _resigned(w, note, namespace="xunfang-book"),
        "as-a-demo": lambda w, note: _resigned(w, note, namespace="xunfang-heads" if w.demo else "xunfang-demo-heads"),
        "cosigned-by-a-leader": lambda w, note: note + heads.seal(
            w, _body(note), "cosigned", w.people["SQ-001"], "2026-11-26T09:30:00+08:00"),
        "cosigned-by-a-stranger": lambda w, note: note + heads.seal(
            w, _body(note), "cosigned", w.people["S-002"], "2026-11-26T09:30:00+08:00", key=w.ring.key("forger")),
        "signed-twice": lambda w, note: note + heads.seal(
            w, _body(note), "signed", w.people["P-002"], "2026-11-26T09:30:00+08:00")}.items():
    _broken(_name, "", _change)


def _swap_lines(note, start):
    lines = note.split("\n")
    at = next(index for index, line in enumerate(lines) if line.startswith(start))
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return "\n".join(lines)


def _without_volumes(note):
    lines = [line for line in note.split("\n") if not line.startswith("volume ")]
    count = len([line for line in lines if line.startswith("key ")])
    return "\n".join(f"lines {count}" if line.startswith("lines ") else line for line in lines)


@case("note-signed-before-it-was-made", "exit2", "the line says an hour before the note")
def _(w):
    body = _body(w.note)
    w.note = body + heads.seal(w, body, "signed", w.people["P-001"], "2026-11-25T17:02:11+08:00")
    return "heads.txt", "0"

