"""The signed note of the heads of all volumes, and the list of keys that follows from the pages."""
from datetime import datetime, timezone

from volumes import sha256, to_bytes
from world import moment


def utc(at):
    return datetime.fromisoformat(at).astimezone(timezone.utc).strftime("%Y%m%d%H%M%SZ")


def key_spans(pages):
    """Every key of a keys book in page order: its owner, itself, from, until (or none)."""
    spans = []

    def end(code, at):
        for span in spans:
            if span["until"] is None and code == span["code"]:
                span["until"] = at

    for page in pages:
        kind, at = page.kind, page.recorded
        if kind in ("replace", "revoke", "recover"):
            end(page.get("Person").split(" ")[0], at)
        if page.get("NewKey"):
            code, name = page.get("Person").split(" ", 1)
            spans.append({"code": code, "name": name, "key": page.get("NewKey"), "from": at, "until": None})
    return spans


def _fingerprint(w, public):
    return w.ring.by_public(public).fingerprint


def body(w, station, made, volumes=None, keys=None, day=None):
    """The note's lines through the fingerprint."""
    directory = w.directory(station)
    if volumes is None:
        volumes = []
        for volume in w.volumes.values():
            pages = [page for page in volume.pages if page.recorded <= made]
            if volume.directory == directory and pages:
                volumes.append(
                    f"volume {volume.book} {volume.year} {pages[-1].number} sha256:{pages[-1].digest}")
    if keys is None:
        keys = []
        for span in key_spans([page for page in w.keys_book(station) if page.recorded <= made]):
            until = "-" if span["until"] is None else utc(span["until"])
            keys.append(f"key {_fingerprint(w, span['key'])} {span['code']} {utc(span['from'])} {until}")
    lines = ["xunfang heads 2", f"directory {directory}", f"day {day or made[:10]}", f"made {made}",
             *sorted(volumes, key=to_bytes), *sorted(keys, key=to_bytes), f"lines {len(volumes) + len(keys)}"]
    text = "\n".join(lines) + "\n"
    return text + f"fingerprint sha256:{sha256(text)}\n"


def seal(w, text, word, signer, at, key=None, directory=None, keys_page=None, namespace=None, line=None):
    """The line of a signer under a note, and the signature's block."""
    key = key or signer.key(at)
    keys_page = keys_page or w.newest_keys(signer.home, at).reference
    line = line or f"{word} {directory or w.directory(signer.home)} {signer.code} {at} {key.fingerprint} {keys_page}\n"
    made = key.sign(namespace or ("xunfang-demo-heads" if w.demo else "xunfang-heads"), to_bytes(text + line))
    return line + made + "\n"


def note(w, station, made, signer, cosigners=(), **changes):
    made = moment(made)
    text = body(w, station, made, **changes)
    told = text + seal(w, text, "signed", signer, made)
    for cosigner, at in cosigners:
        told += seal(w, text, "cosigned", cosigner, moment(at))
    return told


def fingerprint(told):
    return told.split("fingerprint ")[1].split("\n")[0]


def allowed_signers(w, station):
    """The list of `ssh-keygen` as it follows from the pages of the keys book that count."""
    pages = [page for page in w.keys_book(station) if page not in w.refused]
    names = "xunfang-demo,xunfang-demo-key,xunfang-demo-heads" if w.demo else "xunfang-book,xunfang-key,xunfang-heads"
    lines = []
    for span in key_spans(pages):
        until = "" if span["until"] is None else f',valid-before="{utc(span["until"])}"'
        lines.append(f'{span["code"]} namespaces="{names}",valid-after="{utc(span["from"])}"{until} '
                     f'{span["key"]} {span["name"]}\n')
    return "".join(lines)
