"""J1 and J2: volumes out of place, and chains that are broken."""
import os

from cases import BOOKS, case, everybody, fresh

VOLUMES = {"patrol": "QS-01.patrol", "inspection": "QS.inspection", "handover": "QSP.handover", "keys": "QSP.keys"}


def _volume(w, book):
    return w.volume(VOLUMES[book])


def _copied(w, book, path):
    volume = _volume(w, book)
    w.extra[path] = volume.text
    return path, "0"


def _header(w, book, old, new, rechain=True):
    """Changes the header; by whoever has all keys, so that only the place is wrong."""
    volume = _volume(w, book)
    assert old in volume.header
    volume.header = volume.header.replace(old, new, 1)
    if rechain:
        volume.rechain(0, everybody(w))
    return volume.path, "0"


def _each_book():
    for book in BOOKS:
        name = VOLUMES[book]
        kind = name.split(".")[1]
        case(f"j1-{book}-copied-to-another-year", "J1")(
            lambda w, book=book, name=name: _copied(w, book, f"books/2027/{name}.rec"))
        case(f"j1-{book}-copied-to-another-owner", "J1")(
            lambda w, book=book, kind=kind: _copied(w, book, f"books/2026/QS-09.{kind}.rec"))
        case(f"j1-{book}-directory-unknown", "J1")(
            lambda w, book=book: _header(w, book, w.directory("QSP"), "0" * 32))
        case(f"j1-{book}-year-in-header", "J1")(
            lambda w, book=book: _header(w, book, "# Year: 2026", "# Year: 2027"))
        case(f"j1-{book}-comment-in-header", "J1|J3")(
            lambda w, book=book: _header(w, book, "# Rollover", "# Checked: yes\n# Rollover"))
        case(f"j2-{book}-title-changed", "J2", "no people's line either is without a digest")(
            lambda w, book=book: (_header(w, book, " · ", " ・ ", False)[0], "0|1"))
        case(f"j2-{book}-byte-changed", "J2|J3")(lambda w, book=book: _byte(w, book))
        case(f"j2-{book}-page-removed", "J2")(lambda w, book=book: _removed(w, book))
        case(f"j2-{book}-pages-swapped", "J2")(lambda w, book=book: _swapped(w, book))
        case(f"j2-{book}-page-twice", "J2")(lambda w, book=book: _twice(w, book))
        case(f"j2-{book}-number-left-out", "J2", "chained and signed anew, but a number is missing")(
            lambda w, book=book: _number(w, book))
        case(f"j2-{book}-previous-of-another", "J2")(lambda w, book=book: _previous(w, book))


def _byte(w, book):
    page = _volume(w, book).pages[1]
    page.text = page.text.replace("2026-11", "2026-10", 1) if "2026-11" in page.text else page.text.replace("王", "玉", 1)
    return page


def _removed(w, book):
    volume = _volume(w, book)
    del volume.pages[1]
    return volume.path, "2|3"


def _swapped(w, book):
    pages = _volume(w, book).pages
    pages[1], pages[2] = pages[2], pages[1]
    return pages[0].volume.path, "2|3"


def _twice(w, book):
    volume = _volume(w, book)
    volume.insert(2, volume.pages[1].text)
    return volume.path, "2|3"


def _number(w, book):
    page = fresh(w, book)
    number = page.number
    page.set("Number", str(number + 1))
    page.volume.seal(page, everybody(w))
    return page.volume.path, f"{number}|{number + 1}"


def _previous(w, book):
    page = fresh(w, book)
    page.set("Previous", "sha256 " + page.volume.pages[0].digest)
    page.volume.seal(page, everybody(w))
    return page


_each_book()


@case("j1-inspection-renamed-to-patrol", "J1")
def _(w):
    return _copied(w, "inspection", "books/2026/QS.patrol.rec")


@case("j1-inspection-short-year", "J1")
def _(w):
    return _copied(w, "inspection", "books/26/QS.inspection.rec")


@case("j1-inspection-link", "J1", "a link to a file is no regular file")
def _(w):
    volume = _volume(w, "inspection")
    w.extra["drafts/other.rec"] = volume.text
    w.extra[volume.path] = ("link", os.path.join("..", "..", "drafts", "other.rec"))
    return volume.path, "0"


@case("j1-inspection-neighbours-directory", "J1|J9", "a volume of ours that says it is the neighbour's")
def _(w):
    volume = _volume(w, "inspection")
    _header(w, "inspection", w.directory("QSP"), w.directory("SQP"))
    return volume.path, "|".join(str(n) for n in range(len(volume.pages) + 1))


@case("j1-inspection-continues-left-out", "J1")
def _(w):
    volume = _volume(w, "inspection")
    line = next(line for line in volume.header.split("\n") if "Continues" in line)
    return _header(w, "inspection", line + "\n", "")


@case("j1-inspection-continues-other-digest", "J1")
def _(w):
    return _header(w, "inspection", w["waits 2025"].volume.pages[-1].digest, "ab" * 32)


@case("j1-inspection-continues-another-book", "J1")
def _(w):
    old = w.volume("QS.inspection", 2025).pages[-1].reference
    return _header(w, "inspection", old, w.volume("QS-01.patrol", 2025).pages[-1].reference)


@case("j1-inspection-earlier-volume-gone", "J1")
def _(w):
    del w.volumes["QS.inspection", 2025]
    return _volume(w, "inspection").path, "0"


@case("j1-inspection-format-1", "J1|J3")
def _(w):
    return _header(w, "inspection", "# Format: 2", "# Format: 1")


@case("j1-inspection-rollover-that-is-none", "J1|J3")
def _(w):
    return _header(w, "inspection", "08:00", "25:00")


@case("j1-inspection-header-crlf", "J1|J3")
def _(w):
    return _header(w, "inspection", "# Format: 2\n", "# Format: 2\r\n")


@case("j1-inspection-byte-order-mark", "J1|J3")
def _(w):
    return _header(w, "inspection", "# 巡", "\ufeff# 巡")


@case("j1-demo-volume-in-a-productive-directory", "J1")
def _(w):
    other = w.directory("QSP")[5:] if w.demo else "demo-" + w.directory("QSP")
    return _header(w, "inspection", w.directory("QSP"), other)
