"""J12, J13 and J20: one person a side, once, and in the right book."""
import book_acts as acts
import keys_acts as keys
from cases import MORNING, Either, case, enrolled, inspected, inspector, table

V1, V2, QS = "QS-01 高庄村队", "QS-02 柳庄村队", "QS 青石镇专职队"


@case("j12-both-sides-one-code", "J12|J10", "a leader of both teams signs both sides")
def _(w):
    person = w.people["QS-001"]
    keys.appoint(w, "2026-11-26 08:30", [("leader", "QS-02", person)], w.people["P-001"])
    entry = acts.inspection(w, MORNING + "02", QS, person, V2, "2026-11-25")
    acts.sign(w, MORNING + "03", entry, "inspector", person)
    return acts.sign(w, MORNING + "05", entry, "inspected", person, unit="QS-02")


def _two_codes(w, before):
    """One person under two codes, on both sides; the merge is signed before or after."""
    first = enrolled(w, "QS-0911", "双号人", "QS", "10", posts=[("inspector", "QS")])
    second = enrolled(w, "QS-0912", "双号人", "QS-02", "15", posts=[("leader", "QS-02")])

    def merge(at):
        return keys.revoke(w, at, first, w.people["P-001"], w.people["P-002"], same_as=second.code, reason="一人两号")

    entry = acts.inspection(w, MORNING + "02", QS, first, V2, "2026-11-25")
    acts.sign(w, MORNING + "03", entry, "inspector", first, post="inspector")
    if before:
        merge(MORNING + "04")
    page = acts.sign(w, MORNING + "05", entry, "inspected", second)
    if not before:
        merge(MORNING + "06")
    return page


@case("j12-two-codes-merged-before", "J12")
def _(w):
    return _two_codes(w, True)


@case("j12-two-codes-merged-after", "J12", "they are one person from ever, not from the merge")
def _(w):
    return _two_codes(w, False)


@case("j12-inspected-is-the-inspector-under-another-code", "J12", "the inspector has not signed")
def _(w):
    first = enrolled(w, "QS-0911", "双号人", "QS", "10", posts=[("inspector", "QS")])
    second = enrolled(w, "QS-0912", "双号人", "QS-02", "15", posts=[("leader", "QS-02")])
    entry = acts.inspection(w, MORNING + "02", QS, first, V2, "2026-11-25")
    page = acts.sign(w, MORNING + "05", entry, "inspected", second)
    keys.revoke(w, MORNING + "06", first, w.people["P-001"], w.people["P-002"], same_as=second.code)
    return page


@case("j12-handover-to-oneself-under-another-code", "J12")
def _(w):
    twin = enrolled(w, "P-009", "王警官", "QSP", "10")
    keys.appoint(w, "2026-11-26 08:11", [("officer", "QSP", twin)], w.people["P-001"], w.people["P-002"])
    entry = acts.handover(w, MORNING + "02", "QSP 青石派出所", w.people["P-004"], twin, "2026-11-26",
                          "2026-11-25 08:00", "2026-11-26 08:00")
    first = acts.sign(w, MORNING + "03", entry, "outgoing", w.people["P-004"], post="officer")
    page = acts.sign(w, MORNING + "04", entry, "incoming", twin, post="officer")
    keys.revoke(w, MORNING + "06", twin, w.people["P-001"], w.people["P-002"], same_as="P-004")
    return Either([page, first])


@case("j12-keys-second-hand-is-the-first", "J12|J25", "With is the signer")
def _(w):
    officer = w.people["P-001"]
    return keys.appoint(w, MORNING + "02", [("officer", "QSP", w.people["P-003"])], officer, officer)


@case("j12-keys-second-hand-is-the-first-under-another-code", "J12")
def _(w):
    twin = enrolled(w, "P-009", "王警官", "QSP", "10")
    keys.appoint(w, "2026-11-26 08:11", [("officer", "QSP", twin)], w.people["P-004"], w.people["P-002"])
    third = enrolled(w, "P-008", "王警官", "QSP", "12")
    keys.revoke(w, "2026-11-26 08:20", third, w.people["P-004"], w.people["P-002"], same_as="P-009")
    keys.enrol(w, "2026-11-26 08:25", third, w.people["P-004"], made=w.ring.key("P-008-again"))
    keys.appoint(w, "2026-11-26 08:30", [("officer", "QSP", third)], w.people["P-004"], w.people["P-002"])
    return keys.appoint(w, MORNING + "02", [("officer", "QSP", w.people["P-003"])], twin, third)


# J13

@case("j13-inspector-twice", "J13")
def _(w):
    return acts.sign(w, MORNING + "05", w["waits for inspected"], "inspector", w.people["QS-002"], post="inspector")


@case("j13-inspected-twice", "J13")
def _(w):
    return acts.sign(w, MORNING + "05", w["both"], "inspected", w.people["QS-0101"])


@case("j13-recorder-twice", "J13")
def _(w):
    return acts.sign(w, MORNING + "05", w["patrol of QS"], "recorder", w.people["P-001"], post="officer")


@case("j13-outgoing-twice", "J13")
def _(w):
    return acts.sign(w, MORNING + "05", w["handover waits"], "outgoing", w.people["P-002"], post="officer")


@case("j13-inspected-in-two-books", "J13", "the neighbours' leader signs in two books of theirs")
def _(w):
    village = w.people["SQ-0101"]
    volume = w.open("SQ-01.inspection", 2026, "SQP")
    return acts.sign(w, MORNING + "05", w["neighbour"], "inspected", village, volume=volume)


# J20

table("J20", [
    ("j20-inspected-in-another-teams-book", "our leader signs in the book of a patrol",
     lambda w: inspected(w, "QS-0201", volume=w.volume("QS-01.patrol"))),
    ("j20-inspector-in-another-book", "",
     lambda w: inspector(w, "QS-002", post="inspector", volume=w.volume("QSP.handover"))),
    ("j20-recorder-in-another-book", "",
     lambda w: acts.sign(w, MORNING + "05", w["after midnight"], "recorder", w.people["QS-0101"],
                         volume=w.volume("QS.patrol"))),
    ("j20-refusal-in-another-book", "",
     lambda w: acts.refuse(w, MORNING + "05", w["waits for inspected"], w.people["QS-0201"], w.people["QS-0102"],
                           w.people["QS-002"], post="inspector", volume=w.volume("QSP.inspection"))),
    ("j20-witness-in-another-book", "",
     lambda w: acts.witness(w, MORNING + "05", w["waits for witness: refusal"], w.people["QS-0102"],
                            volume=w.volume("QSP.inspection"))),
    ("j20-review-in-another-book", "",
     lambda w: acts.review(w, MORNING + "05", w["waits for review: refusal"], w.people["P-001"],
                           volume=w.volume("QSP.inspection"))),
    ("j20-paper-in-another-book", "",
     lambda w: acts.paper(w, MORNING + "05", w["waits for inspected"], "inspected", w.people["QS-0201"],
                          w.people["P-001"], volume=w.volume("QSP.inspection"))),
])


@case("j20-inspected-of-last-year-in-this-years-volume", "J20|J5", "a signature under a page of 2025")
def _(w):
    return acts.sign(w, MORNING + "05", w["waits 2025"], "inspected", w.people["QS-0201"],
                     volume=w.volume("QS.inspection"))


@case("j20-countersigned-in-a-book-of-neither-unit-nor-station", "J20")
def _(w):
    """The leader of a neighbour's village signs in the book of the neighbour's township team."""
    entry = acts.inspection(w, MORNING + "02", QS, w.people["QS-002"], "SQ-01 桥东村队", "2026-11-25")
    return acts.sign(w, MORNING + "05", entry, "inspected", w.people["SQ-0101"], volume=w.volume("SQ.inspection"))
