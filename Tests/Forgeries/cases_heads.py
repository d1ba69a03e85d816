"""H1 to H4: what only a note of earlier heads shows.

Whoever has all keys of a station can write its books anew from a page on; nothing within them tells.
"""
import re

import book_acts as acts
import heads
import keys_acts as keys
from cases import case, everybody, table
from volumes import sha256

QS, V1, V2 = "QS 青石镇专职队", "QS-01 高庄村队", "QS-02 柳庄村队"
MADE = "2026-11-25T18:02:11+08:00"


def rewrite(w, spoil):
    """Changes something and then every page of every book that hangs on it, with all keys.

    A page names earlier ones only, so one way through them all, the oldest first, is enough.
    """
    pages = [page for volume in w.volumes.values() for page in volume.pages]
    spoil()
    moved, keys_of_all = {}, everybody(w)
    order = sorted(pages, key=lambda page: (page.recorded, not page.volume.book.endswith(".keys"), page.number))
    for page in order:
        volume = page.volume
        index = volume.pages.index(page)
        if index == 0:
            volume.header = _moved(volume.header, moved)
        own = page.digest
        page.text = _moved(page.before("Previous"), moved) + page.text[len(page.before("Previous")):]
        page.set("Previous", "sha256 " + (volume.pages[index - 1].digest if index else sha256(volume.header)))
        volume.seal(page, keys_of_all)
        if page.digest != own:
            moved[own] = page.digest


def _moved(text, moved):
    return re.sub(r"sha256 ([0-9a-f]{64})", lambda found: "sha256 " + moved.get(found[1], found[1]), text)


def _changed(w, label, name, value):
    page = w[label]
    rewrite(w, lambda: page.set(name, value))
    return page


table("H1", [
    ("h1-patrol-rewritten", "", lambda w: _noted(w, _changed(w, "after a torn end", "Weather", "snow"))),
    ("h1-inspection-rewritten", "with both signatures anew",
     lambda w: _noted(w, _changed(w, "day of the note", "Present", "1"))),
    ("h1-handover-rewritten", "", lambda w: _noted(w, _changed(w, "handover", "Remark", "无"))),
    ("h1-last-year-rewritten", "", lambda w: _changed_2025(w)),
])


table("H1|exit2", [
    ("h1-keys-rewritten", "the note's own signature names a keys page that is another now",
     lambda w: _noted(w, _changed(w, "dismiss deputy", "Reason", "另有任用"))),
])


def _noted(w, page):
    """The note names the last page that it saw, and that one differs."""
    number = next(line.split(" ")[3] for line in w.note.split("\n")
                  if line.startswith(f"volume {page.volume.book} {page.volume.year} "))
    return page.volume.path, number


def _changed_2025(w):
    page = w["both 2025"]
    rewrite(w, lambda: page.set("Found", "在岗两人。"))
    return _noted(w, page)


@case("h1-page-and-its-signatures-removed", "H1|H2", "the rest is chained again; no signed page follows")
def _(w):
    volume = w.volume("QS-01.patrol")
    volume.pages.remove(w["after a torn end"])
    volume.rechain(0)
    return volume.path, str(len(volume.pages) + 1)


@case("j7-page-and-its-signatures-removed", "J6|J7", "a signed page follows that its signer doesn't sign again")
def _(w):
    volume = w.volume("QS.inspection")
    for label in ("day of the note", "day of the note: inspector", "day of the note: inspected"):
        volume.pages.remove(w[label])
    volume.rechain(0)
    return w["after the note: inspector"]


@case("j7-page-put-in", "J6|J7", "in the middle of a volume")
def _(w):
    volume = w.volume("QS.inspection")
    page = acts.inspection(w, "2026-11-24 20:00", QS, w.people["QS-002"], V2, "2026-11-24", "19:05", "19:40")
    at = volume.pages.index(w["day of the note"])
    volume.pages.remove(page)
    volume.pages.insert(at, page)
    volume.rechain(at)
    return w["day of the note: inspector"]


def _cut(w, book, keep):
    """The end of a volume cut off; what stands before is whole."""
    volume = w.volume(book)
    del volume.pages[keep:]
    return volume.path, next(line.split(" ")[3] for line in w.note.split("\n")
                             if line.startswith(f"volume {book} 2026 "))


table("H2", [
    ("h2-patrol-tail-off", "", lambda w: _cut(w, "QS-01.patrol", 14)),
    ("h2-inspection-tail-off", "an inspection and its signatures", lambda w: _cut(w, "QS.inspection", 85)),
    ("h2-handover-tail-off", "", lambda w: _cut(w, "QSP.handover", 3)),
    ("h2-volume-gone", "", lambda w: _gone(w, "QS.patrol")),
    ("h2-inspection-volume-gone", "", lambda w: _gone(w, "QSP.inspection")),
    ("h2-removed-and-later-signed-pages-dropped", "", lambda w: _removed_to_the_end(w)),
])


def _gone(w, book):
    volume = w.volumes.pop((book, 2026))
    return volume.path, str(len([page for page in volume.pages if page.recorded <= MADE]))


def _removed_to_the_end(w):
    volume = w.volume("QS.inspection")
    kept = len(volume.pages) - 6
    return _cut(w, "QS.inspection", kept)


def _note(w, **changes):
    """Another note of the same moment, signed by the officer: what was true then and is not now."""
    w.note = heads.note(w, "QSP", MADE, w.people["P-001"], **changes)


def _lines(w, kind):
    return [line for line in w.note.split("\n") if line.startswith(kind + " ")]


def _with_key(w, change):
    _note(w, keys=change(_lines(w, "key")))
    return "heads.txt", "0"


table("H3", [
    ("h3-key-gone", "the note names a key that no page gives any more", lambda w: _with_key(
        w, lambda lines: lines + [f"key {w.ring.key('gone').fingerprint} QS-0301 20260501020000Z -"])),
    ("h3-key-began-otherwise", "", lambda w: _with_key(
        w, lambda lines: [line.replace("20260501020000Z", "20260502020000Z") for line in lines])),
    ("h3-key-of-another", "", lambda w: _with_key(
        w, lambda lines: [line.replace("QS-0102", "QS-0103") for line in lines])),
    ("h3-end-gone", "the note says that it ended", lambda w: _with_key(
        w, lambda lines: [line.replace("20260501020000Z -", "20260501020000Z 20261001000000Z") for line in lines])),
    ("h3-other-end", "", lambda w: _with_key(
        w, lambda lines: [line.replace("20260601000000Z", "20260531000000Z") for line in lines])),
])


@case("h3-revoked-as-of-before-the-note", "H3|H4", "the note still calls the key good")
def _(w):
    page = keys.revoke(w, "2026-11-25 10:00", w.people["QS-0102"], w.people["P-001"], w.people["P-002"])
    return [("heads.txt", "0"), page]


table("H4", [
    ("h4-patrol-dated-back", "recorded after the note, with a time before it", lambda w: _dated_back(w, "patrol")),
    ("h4-handover-dated-back", "", lambda w: _dated_back(w, "handover")),
    ("h4-keys-dated-back", "", lambda w: _dated_back(w, "keys")),
    ("h4-inspection-dated-back", "", lambda w: _dated_back(w, "inspection")),
    ("h4-new-volume", "", lambda w: _new_volume(w)),
])


def _dated_back(w, book):
    at = "2026-11-25 11:00"
    if book == "patrol":
        return acts.patrol(w, at, V1, w.people["QS-0101"], "2026-11-25", "08:30", "10:30")
    if book == "handover":
        return acts.sign(w, at, w["handover waits"], "incoming", w.people["P-004"], post="officer")
    if book == "keys":
        return keys.deputy(w, at, "2026-11-25", V1, w.people["QS-0102"], w.people["QS-0101"])
    volume = w.volume("QS.inspection")
    while volume.pages[-1].recorded > MADE:
        volume.pages.pop()
    return acts.inspection(w, at, QS, w.people["QS-002"], V1, "2026-11-25", "08:30", "10:30")


def _new_volume(w):
    w.open("QS-02.patrol", 2026, "QSP")
    return acts.patrol(w, "2026-11-20 23:00", V2, w.people["QS-0201"], "2026-11-20")
