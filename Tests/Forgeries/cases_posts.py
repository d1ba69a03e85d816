"""J10 to J13, J20: who may sign, where, and one person a side."""
import book_acts as acts
import keys_acts as keys
from cases import MORNING, Either, case, enrolled

V1, V2, QS = "QS-01 高庄村队", "QS-02 柳庄村队", "QS 青石镇专职队"


def _inspected(w, signer, **how):
    return acts.sign(w, MORNING + "05", w["waits for inspected"], "inspected", w.people[signer], **how)


def _inspector(w, signer, **how):
    return acts.sign(w, MORNING + "05", w["waits for inspector"], "inspector", w.people[signer], **how)


def _table(rules, rows):
    for name, about, change in rows:
        case(name, rules, about)(change)


_table("J10", [
    ("j10-inspected-by-a-member", "no leader, no deputy",
     lambda w: acts.sign(w, MORNING + "05", w["correction by officer"], "inspected", w.people["QS-0102"], post=None)),
    ("j10-inspected-by-leader-of-another-team", "", lambda w: _inspected(w, "QS-0101")),
    ("j10-inspected-by-inspector-of-another-book", "", lambda w: _inspected(w, "QS-001")),
    ("j10-inspected-by-an-officer", "", lambda w: _inspected(w, "P-001", post="officer")),
    ("j10-inspected-by-dismissed-deputy", "deputy until October", lambda w: _inspected(w, "QS-0202", post="deputy")),
    ("j10-inspected-on-the-leaders-entitlement", "a member names the leader's page",
     lambda w: acts.sign(w, MORNING + "05", w["correction by officer"], "inspected", w.people["QS-0102"],
                         entitled=w["leaders"])),
    ("j10-inspected-by-deputy-of-another-day", "deputy of the 20th signs for the 15th",
     lambda w: acts.sign(w, MORNING + "05", w["correction by officer"], "inspected", w.people["QS-0102"],
                         entitled=w["deputy by leader"])),
    ("j10-inspector-not-the-pages", "an inspector signs another's page", lambda w: _inspector(w, "QS-001")),
    ("j10-inspector-officer", "an officer signs as inspector of a team's page",
     lambda w: _inspector(w, "P-001", post="officer")),
    ("j10-inspector-by-enrolment", "the page's own inspector, but not by their post",
     lambda w: _inspector(w, "QS-002", post=None)),
    ("j10-inspector-names-a-close", "what entitles is no keys page",
     lambda w: _inspector(w, "QS-002", entitled=w["close by officer"])),
    ("j10-inspector-entitlement-not-there", "", lambda w: _inspector(w, "QS-002", entitled="QSP.keys 2026 No 999")),
    ("j10-recorder-of-another-team", "",
     lambda w: acts.sign(w, MORNING + "05", w["after midnight"], "recorder", w.people["QS-0201"])),
    ("j10-recorder-a-member", "by enrolment only the page's own leader",
     lambda w: acts.sign(w, MORNING + "05", w["after midnight"], "recorder", w.people["QS-0102"], post=None)),
    ("j10-recorder-dismissed-officer", "",
     lambda w: acts.sign(w, MORNING + "05", w["after midnight"], "recorder", w.people["P-003"],
                         entitled=w["appoint third officer"])),
    ("j10-incoming-another-officer", "",
     lambda w: acts.sign(w, MORNING + "05", w["handover waits"], "incoming", w.people["P-001"], post="officer")),
    ("j10-incoming-a-leader", "",
     lambda w: acts.sign(w, MORNING + "05", w["handover waits"], "incoming", w.people["QS-001"])),
    ("j10-void-by-the-inspected-leader", "strikes out what it signed itself",
     lambda w: acts.void(w, MORNING + "05", w["both"], w.people["QS-0101"], late="误",
                         entitled=w.title(w.people["QS-0101"], "leader", "QS-01"))),
    ("j10-void-by-a-member", "",
     lambda w: acts.void(w, MORNING + "05", w["both"], w.people["QS-0102"], late="误",
                         entitled=w.title(w.people["QS-0102"]))),
    ("j10-void-by-another-inspector", "the team's leader, but not the page's inspector",
     lambda w: acts.void(w, MORNING + "05", w["both"], w.people["QS-001"], late="误",
                         entitled=w.title(w.people["QS-001"], "leader", "QS"))),
    ("j10-void-by-dismissed-officer", "",
     lambda w: acts.void(w, MORNING + "05", w["both"], w.people["P-003"], late="误",
                         entitled=w["appoint third officer"])),
    ("j10-void-patrol-by-a-member", "",
     lambda w: acts.void(w, MORNING + "05", w["signed patrol"], w.people["QS-0102"], follows=w["signed correction"],
                         late="误", entitled=w.title(w.people["QS-0102"]))),
    ("j10-correction-by-the-inspected", "",
     lambda w: acts.correct(w, MORNING + "05", w["day of the note"], {"Present": "7"}, w.people["QS-0101"],
                            entitled=w.title(w.people["QS-0101"], "leader", "QS-01"))),
    ("j10-reopen-by-the-leader", "",
     lambda w: acts.reopen(w, MORNING + "05", w["void signed"], w.people["QS-001"],
                           entitled=w.title(w.people["QS-001"], "leader", "QS"))),
    ("j10-review-by-a-leader", "",
     lambda w: acts.review(w, MORNING + "05", w["waits for review: refusal"], w.people["QS-001"],
                           entitled=w.title(w.people["QS-001"], "leader", "QS"))),
    ("j10-review-by-dismissed-officer", "left the station in September",
     lambda w: acts.review(w, MORNING + "05", w["waits for review: refusal"], w.people["P-003"],
                           entitled=w["appoint third officer"])),
    ("j10-close-by-a-member", "",
     lambda w: acts.close(w, MORNING + "05", "QS-01.patrol", "2026-11-24", w.people["QS-0102"],
                          entitled=w.title(w.people["QS-0102"]))),
    ("j10-close-by-leader-of-another-team", "",
     lambda w: acts.close(w, MORNING + "05", "QS-01.patrol", "2026-11-24", w.people["QS-0201"],
                          entitled=w.title(w.people["QS-0201"], "leader", "QS-02"))),
    ("j10-close-by-dismissed-officer", "",
     lambda w: acts.close(w, MORNING + "05", "QSP.handover", "2026-11-25", w.people["P-003"],
                          entitled=w["appoint third officer"])),
    ("j10-paper-by-the-inspector", "neither officer nor leader",
     lambda w: acts.paper(w, MORNING + "05", w["waits for inspected"], "inspected", w.people["QS-0201"],
                          w.people["QS-002"], entitled=w.title(w.people["QS-002"], "inspector", "QS"))),
    ("j10-witness-without-enrolment-named", "a witness is entitled by the enrolment",
     lambda w: acts.witness(w, MORNING + "05", w["waits for witness: refusal"], w.people["QS-0102"],
                            entitled=w["leaders"])),
])

_table("J11", [
    ("j11-review-by-neighbours-officer", "",
     lambda w: acts.review(w, MORNING + "05", w["waits for review: refusal"], w.people["S-001"])),
    ("j11-close-by-neighbours-officer", "",
     lambda w: acts.close(w, MORNING + "05", "QS.inspection", "2026-11-25", w.people["S-002"])),
    ("j11-close-patrol-by-neighbours-officer", "",
     lambda w: acts.close(w, MORNING + "05", "QS-01.patrol", "2026-11-24", w.people["S-002"])),
    ("j11-close-handover-by-neighbours-officer", "",
     lambda w: acts.close(w, MORNING + "05", "QSP.handover", "2026-11-25", w.people["S-002"])),
    ("j11-void-by-neighbours-officer", "",
     lambda w: acts.void(w, MORNING + "05", w["both"], w.people["S-001"], late="误")),
    ("j11-correction-by-neighbours-officer", "",
     lambda w: acts.correct(w, MORNING + "05", w["day of the note"], {"Present": "7"}, w.people["S-001"])),
    ("j11-reopen-by-neighbours-officer", "",
     lambda w: acts.reopen(w, MORNING + "05", w["void signed"], w.people["S-001"])),
    ("j11-paper-by-neighbours-officer", "",
     lambda w: acts.paper(w, MORNING + "05", w["waits for inspected"], "inspected", w.people["QS-0201"],
                          w.people["S-001"])),
    ("j11-recorder-neighbours-officer", "",
     lambda w: acts.sign(w, MORNING + "05", w["after midnight"], "recorder", w.people["S-001"], post="officer")),
])


def _neighbours_leader(w, code, name, unit, post, at, home="SQP", officer="S-001"):
    return enrolled(w, code, name, unit, at, home, officer, posts=[(post, unit)])


@case("j11-neighbour-appoints-our-leader", "J11", "the neighbour's keys book makes somebody leader of our team")
def _(w):
    person = _neighbours_leader(w, "SQ-0901", "外来人", "QS-02", "leader", "30")
    return acts.sign(w, MORNING + "05", w["waits for inspected"], "inspected", person, unit="QS-02")


@case("j11-neighbour-enrols-our-person", "J11|J8", "our leader's code and name with a key of the neighbour's making")
def _(w):
    twin = w.person("QS-0201", "柳长河", "SQP", "QS-02")
    keys.enrol(w, "2026-11-26 08:30", twin, w.people["S-001"], made=w.ring.key("forger-twin"))
    keys.appoint(w, "2026-11-26 08:31", [("leader", "QS-02", twin)], w.people["S-001"])
    return acts.sign(w, MORNING + "05", w["waits for inspected"], "inspected", twin, unit="QS-02")


@case("j11-inspector-of-the-neighbours-making", "J11", "appointed inspector of our team in the neighbour's book")
def _(w):
    person = _neighbours_leader(w, "SQ-0902", "外来人", "QS", "inspector", "30")
    entry = acts.inspection(w, MORNING + "02", QS, person, V1, "2026-11-25")
    return acts.sign(w, MORNING + "05", entry, "inspector", person, post="inspector", unit="QS")


@case("j11-neighbour-countersigns-a-unit-of-two-books", "J11", "two other books appoint for the unit")
def _(w):
    other = w.person("HK-09", "第三人", "HKP", "SQ-01")
    keys.enrol(w, "2026-11-20 08:30", other, w.people["H-002"])
    keys.appoint(w, "2026-11-20 08:31", [("leader", "SQ-01", other)], w.people["H-002"])
    return w["countersignature in the station's book"]


@case("j11-supervision-of-the-neighbours-making", "J11", "supervision appointed by a station that is not our office")
def _(w):
    person = w.person("S-009", "假督察", "SQP", "SQP")
    keys.enrol(w, "2026-11-26 08:30", person, w.people["S-001"])
    keys.appoint(w, "2026-11-26 08:31", [("supervision", "SQP", person)], w.people["S-001"], w.people["S-002"])
    entry = acts.inspection(w, MORNING + "02", QS, person, V1, "2026-11-25")
    return acts.sign(w, MORNING + "05", entry, "inspector", person, post="supervision", unit="SQP")


@case("j11-office-that-the-root-does-not-name", "J11", "the office acts in a station that never named it")
def _(w):
    w.names.update({"HK": "河口镇专职队"})
    volume = w.open("HK.inspection", 2026, "HKP")
    watch = w.people["F-003"]
    entry = acts.inspection(w, MORNING + "02", "HK 河口镇专职队", watch, V1, "2026-11-25", volume=volume)
    return acts.sign(w, MORNING + "05", entry, "inspector", watch, post="supervision", unit="XF")


# J12

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

_table("J20", [
    ("j20-inspected-in-another-teams-book", "our leader signs in the book of a patrol",
     lambda w: _inspected(w, "QS-0201", volume=w.volume("QS-01.patrol"))),
    ("j20-inspector-in-another-book", "",
     lambda w: _inspector(w, "QS-002", post="inspector", volume=w.volume("QSP.handover"))),
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
    ("j20-countersigned-in-a-book-of-neither-unit-nor-station", "the village's leader in the township team's book",
     lambda w: acts.sign(w, MORNING + "05", w["neighbour"], "inspected", w.people["SQ-0101"],
                         volume=w.volume("SQ.patrol"))),
])


@case("j20-inspected-of-last-year-in-this-years-volume", "J20|J5", "a signature under a page of 2025")
def _(w):
    return acts.sign(w, MORNING + "05", w["waits 2025"], "inspected", w.people["QS-0201"], volume=w.volume("QS.inspection"))

