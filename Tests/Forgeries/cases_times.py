"""J4 and J5: times that are wrong, and pages of another book or another day."""
from datetime import datetime, timedelta

import book_acts as acts
import keys_acts as keys
from cases import BOOKS, MORNING, case, everybody, fresh
from cases_volumes import VOLUMES

V1 = "QS-01 高庄村队"


def _volume(w, book):
    return w.volume(VOLUMES[book])


def _each_book():
    for book in BOOKS:
        case(f"j4-{book}-earlier-than-page-before", "J4")(
            lambda w, book=book: _time(w, book, "2026-11-01T09:00:00+08:00"))
        case(f"j4-{book}-in-the-future", "J4")(lambda w, book=book: _time(w, book, "2099-11-26T09:00:00+08:00"))
        case(f"j4-{book}-offset-makes-it-earlier", "J4", "three hours later by the text, three earlier by its offset")(
            lambda w, book=book: _time(w, book, _later_in_text(_volume(w, book).pages[-1].recorded)))
        case(f"j4-{book}-hour-24", "J4|J3")(lambda w, book=book: _time(w, book, "2026-11-26T24:00:00+08:00"))


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

