"""J1, J2, J4, J5: volumes out of place, chains that are broken, times and days that are wrong."""
import os
from datetime import datetime, timedelta

import book_acts as acts
import keys_acts as keys
from cases import BOOKS, MORNING, case, everybody, fresh

VOLUMES = {"patrol": "QS-01.patrol", "inspection": "QS.inspection", "handover": "QSP.handover", "keys": "QSP.keys"}
V1 = "QS-01 高庄村队"


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
        case(f"j4-{book}-earlier-than-page-before", "J4")(
            lambda w, book=book: _time(w, book, "2026-11-01T09:00:00+08:00"))
        case(f"j4-{book}-in-the-future", "J4")(lambda w, book=book: _time(w, book, "2099-11-26T09:00:00+08:00"))
        case(f"j4-{book}-offset-makes-it-earlier", "J4", "three hours later by the text, three earlier by its offset")(
            lambda w, book=book: _time(w, book, _later_in_text(_volume(w, book).pages[-1].recorded)))
        case(f"j4-{book}-hour-24", "J4|J3")(lambda w, book=book: _time(w, book, "2026-11-26T24:00:00+08:00"))


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


def _later_in_text(recorded):
    return (datetime.fromisoformat(recorded) + timedelta(hours=3)).isoformat().replace("+08:00", "+14:00")


def _time(w, book, at):
    page = fresh(w, book)
    page.set("Recorded", at + page.get("Recorded")[len(at):])
    if book == "keys":
        page.set("Date", at[:10])
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


@case("j4-patrol-recorded-before-its-end", "J4")
def _(w):
    return acts.patrol(w, MORNING + "02", V1, w.people["QS-0101"], "2026-11-26", "08:30", "11:00")


@case("j4-inspection-recorded-before-its-end", "J4")
def _(w):
    return acts.inspection(w, MORNING + "02", "QS 青石镇专职队", w.people["QS-002"], V1, "2026-11-26", "08:30", "11:00")


@case("j4-patrol-ends-before-it-begins", "J4")
def _(w):
    return acts.patrol(w, MORNING + "02", V1, w.people["QS-0101"], "2026-11-25", "22:00", "19:00")


@case("j4-handover-recorded-before-its-end", "J4")
def _(w):
    return acts.handover(w, MORNING + "02", "QSP 青石派出所", w.people["P-004"], w.people["P-001"], "2026-11-26",
                         "2026-11-25 08:00", "2026-11-26 11:00")


@case("j4-countersigned-before-it-was-written", "J4", "in a volume of the neighbour's, with a time before the entry's")
def _(w):
    volume = w.volume("SQP.inspection")
    volume.pages.clear()
    return acts.sign(w, "2026-11-21 09:30", w["neighbour"], "inspected", w.people["SQ-0101"], volume=volume)


@case("j5-patrol-of-another-team", "J5")
def _(w):
    return acts.patrol(w, MORNING + "02", "QS-02 柳庄村队", w.people["QS-0201"], "2026-11-25",
                       volume=_volume(w, "patrol"))


@case("j5-inspection-by-another-team", "J5")
def _(w):
    return acts.inspection(w, MORNING + "02", "SQ 石桥镇专职队", w.people["SQ-001"], V1, "2026-11-25",
                           volume=_volume(w, "inspection"))


@case("j5-handover-of-another-station", "J5")
def _(w):
    return acts.handover(w, MORNING + "02", "QSP 青石派出所", w.people["P-004"], w.people["P-001"], "2026-11-26",
                         "2026-11-25 08:00", "2026-11-26 08:00", changes={"Station": "SQP 石桥派出所"})


@case("j5-patrol-of-another-year", "J5")
def _(w):
    return acts.patrol(w, MORNING + "02", V1, w.people["QS-0101"], "2025-12-30", volume=_volume(w, "patrol"))


@case("j5-inspection-of-another-year", "J5")
def _(w):
    return acts.inspection(w, MORNING + "02", "QS 青石镇专职队", w.people["QS-002"], V1, "2025-12-30",
                           volume=_volume(w, "inspection"))


@case("j5-patrol-on-another-day", "J5", "at two in the morning it is still the day before")
def _(w):
    return acts.patrol(w, MORNING + "02", V1, w.people["QS-0101"], "2026-11-25",
                       changes={"From": "2026-11-26 08:30", "To": "2026-11-26 08:50"})


@case("j5-inspection-on-another-day", "J5")
def _(w):
    return acts.inspection(w, MORNING + "02", "QS 青石镇专职队", w.people["QS-002"], V1, "2026-11-25",
                           changes={"From": "2026-11-25 07:30", "To": "2026-11-25 07:50"})


def _other_day(page, w):
    page.set("Date", "2026-11-09")
    page.volume.seal(page, everybody(w))
    return page


for _book in BOOKS:
    case(f"j5-{_book}-signed-page-of-another-day", "J5")(lambda w, book=_book: _other_day(fresh(w, book), w))


@case("j5-inspection-correction-of-another-day", "J5")
def _(w):
    return acts.correct(w, MORNING + "02", w["waits for inspected"], {"Present": "3"}, w.people["P-001"],
                        date="2026-11-25")


@case("j5-inspection-void-of-another-day", "J5")
def _(w):
    return acts.void(w, MORNING + "02", w["both"], w.people["P-001"], date="2026-11-25", late="重复")


@case("j5-inspection-witness-of-another-day", "J5")
def _(w):
    return acts.witness(w, MORNING + "02", w["waits for witness: refusal"], w.people["QS-0102"], date="2026-11-25")


@case("j5-keys-deputy-page-on-a-day-gone", "J5|J26", "a deputy put in afterwards for yesterday")
def _(w):
    return keys.deputy(w, MORNING + "02", "2026-11-24", V1, w.people["QS-0102"], w.people["QS-0101"])

