"""J10 and J11: who may sign what, and where they have a say."""
import book_acts as acts
import keys_acts as keys
from cases import MORNING, case, enrolled, inspected, inspector, table

V1, QS = "QS-01 高庄村队", "QS 青石镇专职队"


table("J10", [
    ("j10-inspected-by-a-member", "no leader, no deputy",
     lambda w: acts.sign(w, MORNING + "05", w["correction by officer"], "inspected", w.people["QS-0102"], post=None)),
    ("j10-inspected-by-leader-of-another-team", "", lambda w: inspected(w, "QS-0101")),
    ("j10-inspected-by-inspector-of-another-book", "", lambda w: inspected(w, "QS-001")),
    ("j10-inspected-by-an-officer", "", lambda w: inspected(w, "P-001", post="officer")),
    ("j10-inspected-by-dismissed-deputy", "deputy until October", lambda w: inspected(w, "QS-0202", post="deputy")),
    ("j10-inspected-on-the-leaders-entitlement", "a member names the leader's page",
     lambda w: acts.sign(w, MORNING + "05", w["correction by officer"], "inspected", w.people["QS-0102"],
                         entitled=w["leaders"])),
    ("j10-inspected-by-deputy-of-another-day", "deputy of the 20th signs for the 15th",
     lambda w: acts.sign(w, MORNING + "05", w["correction by officer"], "inspected", w.people["QS-0102"],
                         entitled=w["deputy by leader"])),
    ("j10-inspector-not-the-pages", "an inspector signs another's page", lambda w: inspector(w, "QS-001")),
    ("j10-inspector-officer", "an officer signs as inspector of a team's page",
     lambda w: inspector(w, "P-001", post="officer")),
    ("j10-inspector-by-enrolment", "the page's own inspector, but not by their post",
     lambda w: inspector(w, "QS-002", post=None)),
    ("j10-inspector-names-a-close", "what entitles is no keys page",
     lambda w: inspector(w, "QS-002", entitled=w["close by officer"])),
    ("j10-inspector-entitlement-not-there", "", lambda w: inspector(w, "QS-002", entitled="QSP.keys 2026 No 999")),
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

table("J11", [
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
