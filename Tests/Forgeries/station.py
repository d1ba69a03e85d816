"""A sound little world: a station, its neighbour, their office, and a station that was recovered.

Everything here counts. Its “now” is 2026-11-26T12:00+08:00, and no page is younger.
"""
import books
import keys_acts as keys
from world import World

UNITS = {"QSP": "青石派出所", "SQP": "石桥派出所", "HKP": "河口派出所", "XF": "县局巡防办", "QS": "青石镇专职队",
         "QS-01": "高庄村队", "QS-02": "柳庄村队", "QS-03": "小李庄村队", "SQ": "石桥镇专职队", "SQ-01": "桥东村队"}
# Code, name, the station whose keys book knows them, their unit; with a token where it says so.
PEOPLE = """P-001 王警官 QSP QSP
P-002 李警官 QSP QSP
P-003 赵警官 QSP QSP
P-004 陈警官 QSP QSP
QS-001 周建林 QSP QS
QS-002 吴大勇 QSP QS
QS-003 郑树田 QSP QS token
QS-0101 高得胜 QSP QS-01
QS-0102 高铁柱 QSP QS-01
QS-0103 高铁柱 QSP QS-01
QS-0201 柳长河 QSP QS-02
QS-0202 柳玉兰 QSP QS-02
QS-0301 李春生 QSP QS-03
S-001 孙警官 SQP SQP
S-002 钱警官 SQP SQP
SQ-001 石大山 SQP SQ
SQ-0101 桥永福 SQP SQ-01
H-001 何警官 HKP HKP
H-002 河警官 HKP HKP
F-001 方主任 XF XF
F-002 范科长 XF XF
F-003 冯督察 XF XF"""


def _office(w):
    a, b, c = w.people["F-001"], w.people["F-002"], w.people["F-003"]
    w.open("XF.keys", 2025, "XF")
    keys.root(w, "2025-12-01 09:00", a)
    keys.enrol(w, "2025-12-01 09:20", b, a)
    keys.enrol(w, "2025-12-01 09:25", c, a)
    keys.appoint(w, "2025-12-01 09:30", [("office", "XF", b), ("supervision", "XF", c)], a, label="office posts")


def _neighbour(w):
    a, b, team, village = (w.people[code] for code in ("S-001", "S-002", "SQ-001", "SQ-0101"))
    w.open("SQP.keys", 2026, "SQP")
    keys.root(w, "2026-01-02 09:00", a, w.directory("XF"))
    keys.enrol(w, "2026-01-02 09:10", b, a)
    keys.appoint(w, "2026-01-02 09:12", [("officer", "SQP", b)], a)
    keys.enrol(w, "2026-01-03 09:00", team, a)
    keys.enrol(w, "2026-01-03 09:05", village, b)
    keys.appoint(w, "2026-01-03 09:10", [("leader", "SQ", team), ("leader", "SQ-01", village)], b, label="SQ leaders")


def _recovered(w):
    """Its only officer lost the key; the neighbour's officer gave a new one to the next."""
    w.open("HKP.keys", 2026, "HKP")
    keys.root(w, "2026-02-01 09:00", w.people["H-001"])
    keys.recover(w, "2026-05-04 10:00", w.people["H-002"], w.people["S-001"], label="recover")
    keys.enrol(w, "2026-05-05 10:00", w.person("HK-01", "何小满", "HKP", "HK-01"), w.people["H-002"])


def _keys_2025(w):
    first, second, person = w.people["P-001"], w.people["P-002"], w.people
    w.open("QSP.keys", 2025, "QSP")
    keys.root(w, "2025-12-20 09:00", first, w.directory("XF"), label="root")
    keys.enrol(w, "2025-12-20 09:10", second, first, label="enrol second officer")
    keys.appoint(w, "2025-12-20 09:12", [("officer", "QSP", second)], first, label="appoint second officer")
    keys.enrol(w, "2025-12-20 09:30", person["QS-001"], first, label="enrol leader")
    keys.enrol(w, "2025-12-20 09:35", person["QS-002"], first)
    keys.enrol(w, "2025-12-20 09:40", person["QS-0101"], second)
    # The leaders of QS-02 and QS-03 have no key yet: a post without a key signs nothing.
    keys.appoint(w, "2025-12-20 10:00", [
        ("leader", "QS", person["QS-001"]), ("inspector", "QS", person["QS-002"]),
        ("leader", "QS-01", person["QS-0101"]), ("leader", "QS-02", person["QS-0201"]),
        ("leader", "QS-03", person["QS-0301"])], second, label="leaders")
    keys.enrol(w, "2025-12-21 10:00", person["QS-0201"], second)


def _keys_2026(w):
    first, second, third, fourth = (w.people[f"P-00{n}"] for n in (1, 2, 3, 4))
    person = w.people
    w.open("QSP.keys", 2026, "QSP")
    keys.enrol(w, "2026-01-05 09:00", third, first)
    keys.appoint(w, "2026-01-05 09:05", [("officer", "QSP", third)], first, second, label="appoint third officer")
    keys.enrol(w, "2026-01-06 09:00", person["QS-0202"], second, label="enrol deputy")
    keys.enrol(w, "2026-01-06 09:10", person["QS-003"], second, label="enrol token")
    keys.appoint(w, "2026-01-06 09:20", [
        ("deputy", "QS-02", person["QS-0202"]), ("deputy", "QS", person["QS-003"])], second, label="deputies")
    keys.replace(w, "2026-03-01 10:00", person["QS-0101"], first, reason="换新钥匙", label="replace by old key")
    keys.replace(w, "2026-04-01 10:00", person["QS-001"], first, second, label="replace by officers")
    keys.enrol(w, "2026-05-01 10:00", person["QS-0102"], second, label="enrol member")
    keys.revoke(w, "2026-06-01 08:00", person["QS-0202"], person["QS-0202"], label="revoke own")
    keys.enrol(w, "2026-06-02 08:00", person["QS-0202"], first, label="enrol again")
    keys.enrol(w, "2026-06-03 08:00", person["QS-0103"], first, label="enrol twice by mistake")
    keys.revoke(w, "2026-06-10 08:00", person["QS-0103"], first, second, same_as="QS-0102", reason="一人两号",
                label="revoke SameAs")
    keys.dismiss(w, "2026-09-01 09:00", [("officer", "QSP", third)], first, second, label="dismiss officer")
    keys.dismiss(w, "2026-10-01 09:00", [("deputy", "QS-02", person["QS-0202"])], second, label="dismiss deputy")
    keys.enrol(w, "2026-10-05 09:00", fourth, second)
    keys.appoint(w, "2026-10-05 09:10", [("officer", "QSP", fourth)], second, first, label="appoint fourth officer")
    keys.deputy(w, "2026-11-20 09:00", "2026-11-20", f"QS-01 {UNITS['QS-01']}", person["QS-0102"],
                person["QS-0101"], label="deputy by leader")
    keys.deputy(w, "2026-11-25 09:00", "2026-11-26", f"QS-01 {UNITS['QS-01']}", person["QS-0102"], fourth,
                label="deputy by officer")


def sound(ring, demo=False):
    w = World(ring, demo)
    w.names = dict(UNITS)
    for line in PEOPLE.split("\n"):
        w.person(*line.split(" "))
    _office(w)
    _neighbour(w)
    _recovered(w)
    _keys_2025(w)
    _keys_2026(w)
    books.write(w)
    return w
