"""J25 to J27: posts, deputies of a day, and the recovery of a keys book from outside."""
import keys_acts as keys
from cases import MORNING, case, table

V1 = "QS-01 高庄村队"
T = MORNING + "05"


def _person(w, code):
    return w.people[code]


# J25: posts

table("J25|J10|J12", [
    ("j25-officer-by-one-officer", "a puppet: an invented officer",
     lambda w: keys.appoint(w, T, [("officer", "QSP", _person(w, "P-003"))], _person(w, "P-001"))),
    ("j25-supervision-by-one-officer", "",
     lambda w: keys.appoint(w, T, [("supervision", "QSP", _person(w, "P-003"))], _person(w, "P-001"))),
    ("j25-office-by-one-officer", "",
     lambda w: keys.appoint(w, T, [("office", "QSP", _person(w, "P-003"))], _person(w, "P-001"))),
    ("j25-officer-with-a-leader", "",
     lambda w: keys.appoint(w, T, [("officer", "QSP", _person(w, "P-003"))], _person(w, "P-001"),
                            _person(w, "QS-001"))),
    ("j25-leader-by-a-leader", "",
     lambda w: keys.appoint(w, T, [("deputy", "QS", _person(w, "QS-0102"))], _person(w, "QS-001"),
                            entitled=w.title(_person(w, "QS-001"), "leader", "QS"))),
    ("j25-by-a-dismissed-officer", "",
     lambda w: keys.appoint(w, T, [("deputy", "QS", _person(w, "QS-0102"))], _person(w, "P-003"),
                            entitled=w["appoint third officer"])),
    ("j25-appoints-themselves", "", lambda w: keys.appoint(
        w, T, [("leader", "QS-03", _person(w, "P-001"))], _person(w, "P-001"))),
    ("j25-second-hand-appoints-themselves", "", lambda w: keys.appoint(
        w, T, [("supervision", "QSP", _person(w, "P-002"))], _person(w, "P-001"), _person(w, "P-002"))),
    ("j25-many-lines-one-of-an-officer", "hidden among leaders", lambda w: keys.appoint(
        w, T, [("deputy", "QS-01", _person(w, "QS-0102")), ("officer", "QSP", _person(w, "P-003")),
               ("leader", "QS-03", _person(w, "QS-0301"))], _person(w, "P-001"))),
    ("j25-dismiss-officer-by-one", "",
     lambda w: keys.dismiss(w, T, [("officer", "QSP", _person(w, "P-004"))], _person(w, "P-001"))),
    ("j25-dismiss-officer-with-a-leader", "",
     lambda w: keys.dismiss(w, T, [("officer", "QSP", _person(w, "P-004"))], _person(w, "P-001"),
                            _person(w, "QS-001"))),
    ("j25-dismiss-leader-by-a-leader", "",
     lambda w: keys.dismiss(w, T, [("leader", "QS-01", _person(w, "QS-0101"))], _person(w, "QS-001"),
                            entitled=w.title(_person(w, "QS-001"), "leader", "QS"))),
    ("j25-dismiss-a-post-not-held", "",
     lambda w: keys.dismiss(w, T, [("leader", "QS-01", _person(w, "QS-0102"))], _person(w, "P-001"))),
    ("j25-dismiss-a-post-ended-before", "",
     lambda w: keys.dismiss(w, T, [("deputy", "QS-02", _person(w, "QS-0202"))], _person(w, "P-001"))),
])
table("J25|J3", [
    ("j25-post-that-is-none", "",
     lambda w: keys.appoint(w, T, [("chief", "QS", _person(w, "QS-0102"))], _person(w, "P-001"))),
    ("j25-another-name", "",
     lambda w: keys.appoint(w, T, [("deputy", "QS", "QS-0102 高铁钢")], _person(w, "P-001"))),
    ("j25-line-without-name", "",
     lambda w: keys.appoint(w, T, [("deputy", "QS", "QS-0102")], _person(w, "P-001"))),
    ("j25-line-twice", "",
     lambda w: keys.appoint(w, T, [("deputy", "QS", _person(w, "QS-0102"))] * 2, _person(w, "P-001"))),
])


@case("j25-appointed-by-the-neighbours-officer", "J25|J10|J11|J8")
def _(w):
    return keys.appoint(w, T, [("deputy", "QS", w.people["QS-0102"])], w.people["S-001"], station="QSP")


@case("j25-dismissed-by-the-neighbours-officers", "J25|J10|J11|J8")
def _(w):
    return keys.dismiss(w, T, [("officer", "QSP", w.people["P-004"])], w.people["S-001"], w.people["S-002"],
                        station="QSP")


# J26: deputies of a day

table("J26|J10", [
    ("j26-by-a-member", "", lambda w: keys.deputy(w, T, "2026-11-27", V1, _person(w, "QS-0101"), _person(w, "QS-0102"),
                                                  entitled=w.title(_person(w, "QS-0102")))),
    ("j26-by-leader-of-another-team", "",
     lambda w: keys.deputy(w, T, "2026-11-27", V1, _person(w, "QS-0102"), _person(w, "QS-0201"),
                           entitled=w.title(_person(w, "QS-0201"), "leader", "QS-02"))),
    ("j26-by-a-dismissed-officer", "",
     lambda w: keys.deputy(w, T, "2026-11-27", V1, _person(w, "QS-0102"), _person(w, "P-003"),
                           entitled=w["appoint third officer"])),
    ("j26-of-another-team", "the deputy is of another team",
     lambda w: keys.deputy(w, T, "2026-11-27", V1, _person(w, "QS-0202"), _person(w, "QS-0101"))),
    ("j26-without-a-key", "",
     lambda w: keys.deputy(w, T, "2026-11-27", V1, "QS-0104 高小军", _person(w, "QS-0101"))),
    ("j26-another-name", "",
     lambda w: keys.deputy(w, T, "2026-11-27", V1, "QS-0102 高铁钢", _person(w, "QS-0101"))),
    ("j26-names-themselves", "", lambda w: keys.deputy(w, T, "2026-11-27", V1, _person(w, "QS-0101"),
                                                       _person(w, "QS-0101"))),
    ("j26-for-yesterday", "", lambda w: keys.deputy(w, T, "2026-11-25", V1, _person(w, "QS-0102"),
                                                    _person(w, "QS-0101"))),
])


# J27: recovery

table("J27|J10|J11|J8", [
    ("j27-by-an-own-officer", "",
     lambda w: keys.recover(w, T, w.person("P-011", "新所长", "QSP", "QSP"), _person(w, "P-001"))),
    ("j27-by-a-leader-elsewhere", "",
     lambda w: keys.recover(w, T, w.person("P-011", "新所长", "QSP", "QSP"), _person(w, "SQ-001"),
                            entitled=w["SQ leaders"])),
    ("j27-by-an-officer-elsewhere-who-was-dismissed", "", lambda w: _dismissed_elsewhere(w)),
    ("j27-by-a-forger", "", lambda w: _recovered_by_nobody(w)),
])


def _dismissed_elsewhere(w):
    officer = w.people["S-002"]
    keys.dismiss(w, MORNING + "01", [("officer", "SQP", officer)], officer)
    return keys.recover(w, T, w.person("P-011", "新所长", "QSP", "QSP"), officer)


def _recovered_by_nobody(w):
    forger = w.person("S-666", "冒名人", "SQP", "SQP")
    forger.keys.append(("2026-01-01", w.ring.key("forger")))
    return keys.recover(w, T, w.person("P-011", "新所长", "QSP", "QSP"), forger, entitled="SQP.keys 2026 No 3")


@case("j27-officers-after-a-recovery", "J10|J22", "all former officers have ended")
def _(w):
    keys.recover(w, MORNING + "01", w.person("P-011", "新所长", "QSP", "QSP"), w.people["S-001"])
    return keys.enrol(w, T, w.people["QS-0301"], w.people["P-001"])
