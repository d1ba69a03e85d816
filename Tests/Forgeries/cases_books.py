"""J14 to J16 and J29: corrections and voids in the wrong place, closed books, void pages."""
import book_acts as acts
from cases import MORNING, case, table

V1, V2, QS = "QS-01 高庄村队", "QS-02 柳庄村队", "QS 青石镇专职队"


def _chief(w):
    return w.people["P-001"]


table("J14", [
    ("j14-void-in-another-teams-book", "strikes out a doubly signed page from elsewhere",
     lambda w: acts.void(w, MORNING + "05", w["day of the note"], _chief(w), volume=w.volume("QS.patrol"))),
    ("j14-void-in-the-stations-book", "",
     lambda w: acts.void(w, MORNING + "05", w["day of the note"], _chief(w), volume=w.volume("QSP.inspection"))),
    ("j14-correction-in-another-teams-book", "",
     lambda w: acts.correct(w, MORNING + "05", w["after a torn end"], {"Weather": "snow"}, by=w.people["QS-0201"],
                            volume=w.volume("QS.patrol"))),
    ("j14-correction-in-the-handover-book", "",
     lambda w: acts.correct(w, MORNING + "05", w["after midnight"], {"Remark": "无"}, by=_chief(w),
                            volume=w.volume("QSP.handover"))),
    ("j14-void-of-a-handover-in-another-book", "",
     lambda w: acts.void(w, MORNING + "05", w["handover"], _chief(w), volume=w.volume("QSP.inspection"))),
    ("j14-void-twice", "", lambda w: acts.void(w, MORNING + "05", w["void signed"], w.people["P-002"], late="误")),
    ("j14-void-patrol-twice", "",
     lambda w: acts.void(w, MORNING + "05", w["void patrol"], by=w.people["QS-0101"], late="误")),
    ("j14-correction-of-a-void-page", "",
     lambda w: acts.correct(w, MORNING + "05", w["void signed"], {"Present": "1"}, w.people["P-002"], late="误")),
    ("j14-correction-passes-over-the-newest", "follows the entry although a correction stands",
     lambda w: acts.correct(w, MORNING + "05", w["signed again"], {"Present": "6"}, _chief(w), late="误")),
    ("j14-void-passes-over-the-newest", "",
     lambda w: acts.void(w, MORNING + "05", w["signed again"], _chief(w), late="误")),
    ("j14-patrol-correction-follows-the-first-of-two", "",
     lambda w: acts.correct(w, MORNING + "05", w["unsigned patrol"], {"Weather": "snow"},
                            follows=w["first correction"], by=w.people["QS-0101"], late="误")),
    ("j14-correction-after-reopening-follows-the-entry", "",
     lambda w: acts.correct(w, MORNING + "05", w["reopened"], {"Present": "1"}, _chief(w), late="误")),
    ("j14-reopened-by-who-struck-out", "",
     lambda w: acts.reopen(w, MORNING + "05", w["void signed"], _chief(w))),
    ("j14-reopen-of-a-page-that-is-not-void", "",
     lambda w: acts.reopen(w, MORNING + "05", w["both"], w.people["P-002"])),
    ("j14-unsigned-void-of-a-signed-page", "",
     lambda w: acts.void(w, MORNING + "05", w["both"], by=_chief(w), late="误")),
    ("j14-unsigned-void-of-a-page-signed-by-one", "",
     lambda w: acts.void(w, MORNING + "05", w["waits for inspected"], by=w.people["QS-002"], late="误")),
    ("j14-unsigned-correction-of-a-signed-page", "",
     lambda w: acts.correct(w, MORNING + "05", w["day of the note"], {"Present": "1"}, by=w.people["QS-002"])),
    ("j14-unsigned-void-of-a-signed-patrol", "",
     lambda w: acts.void(w, MORNING + "05", w["patrol of QS"], by=w.people["QS-001"])),
    ("j14-unsigned-correction-of-a-signed-handover", "",
     lambda w: acts.correct(w, MORNING + "05", w["handover"], {"Remark": "另记"}, by=_chief(w))),
    ("j14-inspected-signs-the-old-wording", "the entry was corrected after it was signed",
     lambda w: acts.sign(w, MORNING + "05", _corrected(w), "inspected", w.people["QS-0201"])),
    ("j14-recorder-signs-the-old-wording", "",
     lambda w: acts.sign(w, MORNING + "05", w["first correction"], "recorder", w.people["QS-0101"])),
    ("j14-incoming-signs-the-old-wording", "",
     lambda w: _old_handover(w)),
    ("j14-refusal-of-the-old-wording", "",
     lambda w: acts.refuse(w, MORNING + "05", _corrected(w), w.people["QS-0201"], w.people["QS-0102"],
                           w.people["QS-002"], post="inspector")),
    ("j14-paper-for-the-old-wording", "",
     lambda w: acts.paper(w, MORNING + "05", _corrected(w), "inspected", w.people["QS-0201"], _chief(w))),
])


def _corrected(w):
    """An entry that only its inspector had signed when it was corrected."""
    entry = w["waits for inspected"]
    acts.correct(w, MORNING + "03", entry, {"Present": "3"}, _chief(w), late="误")
    return entry


def _old_handover(w):
    entry = w["handover waits"]
    acts.correct(w, MORNING + "03", entry, {"Remark": "另记"}, w.people["P-001"])
    return acts.sign(w, MORNING + "05", entry, "incoming", w.people["P-004"], post="officer")


@case("j14-inspection-void-in-a-later-year", "J14|J5", "the entry of 2025 is struck out in the volume of 2026")
def _(w):
    return acts.void(w, MORNING + "05", w["both 2025"], _chief(w), volume=w.volume("QS.inspection"), late="误")


@case("j14-void-of-a-correction", "J14|J6", "what is struck out is an entry")
def _(w):
    return acts.void(w, MORNING + "05", w["correction by officer"], _chief(w), follows=w["correction by officer"],
                     late="误")


@case("j14-void-of-a-signature", "J14|J6")
def _(w):
    return acts.void(w, MORNING + "05", w["only inspector"], _chief(w), late="误")


def _fixed_field(book, name, value):
    def change(w):
        entry = w["after midnight"]
        if book == "inspection":
            entry = acts.inspection(w, MORNING + "04", QS, w.people["QS-002"], V1, "2026-11-25")
        return acts.correct(w, MORNING + "05", entry, {name: value}, by=w.people["QS-002"])
    return change


for _book, _name, _value in (
        ("patrol", "Team", V2), ("inspection", "Inspected", V2), ("inspection", "Inspector", "QS-001 周建林"),
        ("inspection", "Inspecting", "SQ 石桥镇专职队"), ("patrol", "Verdict", "uphold")):
    case(f"j14-{_book}-correction-of-{_name.lower()}", "J14|J3", "struck out and written anew, not corrected")(
        _fixed_field(_book, _name, _value))


@case("j14-patrol-correction-of-date", "J3|J14", "a second Date among the changed fields")
def _(w):
    return acts.correct(w, MORNING + "05", w["after midnight"], {"Date": "2026-11-25"}, by=w.people["QS-0101"])


@case("j14-patrol-cleared-unknown", "J3|J14", "a field that the entry's kind does not have")
def _(w):
    return acts.correct(w, MORNING + "05", w["after midnight"], {"Weather": "fog"}, cleared="Verdict",
                        by=w.people["QS-0101"])


@case("j14-patrol-cleared-team", "J3|J14", "a field that no entry is without")
def _(w):
    return acts.correct(w, MORNING + "05", w["after midnight"], {"Weather": "fog"}, cleared="Team",
                        by=w.people["QS-0101"])


@case("j14-patrol-fields-out-of-order", "J3")
def _(w):
    return acts.correct(w, MORNING + "05", w["after midnight"], {"Route": "村东", "Weather": "fog"},
                        by=w.people["QS-0101"])


table("J15", [
    ("j15-entry-after-the-close", "",
     lambda w: acts.inspection(w, MORNING + "05", QS, w.people["QS-002"], V1, "2026-11-21",
                               clock="17:05", back="17:20")),
    ("j15-correction-after-the-close", "",
     lambda w: acts.correct(w, MORNING + "05", w["both"], {"Present": "1"}, _chief(w))),
    ("j15-void-after-the-close", "", lambda w: acts.void(w, MORNING + "05", w["both"], _chief(w))),
    ("j15-patrol-after-the-leaders-close", "",
     lambda w: acts.patrol(w, MORNING + "05", V1, w.people["QS-0101"], "2026-11-21", "17:00", "18:00")),
    ("j15-patrol-correction-after-the-close", "",
     lambda w: acts.correct(w, MORNING + "05", w["unsigned patrol"], {"Weather": "snow"},
                            follows=w["second correction"], by=w.people["QS-0101"])),
])


@case("j15-handover-after-the-close", "J15")
def _(w):
    acts.close(w, MORNING + "03", "QSP.handover", "2026-11-25", _chief(w))
    return acts.void(w, MORNING + "05", w["handover waits"], _chief(w))


table("J16", [
    ("j16-close-of-an-earlier-page", "leaves the last page out",
     lambda w: acts.close(w, MORNING + "05", "QS.inspection", "2026-11-25", _chief(w),
                          signs=w.volume("QS.inspection").pages[-2].reference)),
    ("j16-close-of-a-day-to-come", "",
     lambda w: acts.close(w, MORNING + "05", "QS.inspection", "2026-11-27", _chief(w))),
    ("j16-patrol-close-of-a-day-to-come", "",
     lambda w: acts.close(w, MORNING + "05", "QS-01.patrol", "2026-11-28", w.people["QS-0101"], "leader")),
    ("j16-handover-close-of-an-earlier-page", "",
     lambda w: acts.close(w, MORNING + "05", "QSP.handover", "2026-11-25", _chief(w),
                          signs=w["handover"].reference)),
])

table("J16|J6", [
    ("j16-close-of-another-book", "",
     lambda w: acts.close(w, MORNING + "05", "QS.inspection", "2026-11-24", _chief(w),
                          signs=w.volume("QS.patrol").pages[-1].reference)),
])

table("J29", [
    ("j29-signature-on-a-void-page", "",
     lambda w: acts.sign(w, MORNING + "05", w["void unsigned"], "inspector", w.people["QS-002"], post="inspector")),
    ("j29-recorder-on-a-void-page", "",
     lambda w: acts.sign(w, MORNING + "05", w["void patrol"], "recorder", w.people["QS-0101"])),
    ("j29-refusal-on-a-void-page", "", lambda w: _void_then_refused(w)),
    ("j29-paper-on-a-void-page", "",
     lambda w: acts.paper(w, MORNING + "05", w["void unsigned"], "inspected", w.people["QS-0101"], _chief(w))),
    ("j29-incoming-on-a-void-handover", "", lambda w: _void_handover(w)),
])


def _void_then_refused(w):
    acts.void(w, MORNING + "03", w["waits for inspected"], _chief(w), late="误")
    return acts.refuse(w, MORNING + "05", w["waits for inspected"], w.people["QS-0201"], w.people["QS-0102"],
                       w.people["QS-002"], post="inspector")


def _void_handover(w):
    acts.void(w, MORNING + "03", w["handover waits"], _chief(w))
    return acts.sign(w, MORNING + "05", w["handover waits"], "incoming", w.people["P-004"], post="officer")


@case("j14-void-page-signed-by-a-forger-who-dates-back", "J14", "put in before the void, which then lacks its signer")
def _(w):
    volume = w.volume("QS.inspection")
    void = w["void of an unsigned page"]
    at = volume.pages.index(void)
    page = acts.sign(w, "2026-11-16 20:46", w["void unsigned"], "inspector", w.people["QS-002"], post="inspector")
    volume.pages.remove(page)
    volume.pages.insert(at, page)
    volume.rechain(at, [w.people["QS-002"].key()])
    return void
