"""The books of the sound world, with every kind of page in every state."""
import book_acts as acts
import heads
import inspections

QS, V1, STATION = "QS 青石镇专职队", "QS-01 高庄村队", "QSP 青石派出所"


def _patrols_2025(w):
    person = w.people
    w.open("QS-01.patrol", 2025, "QSP")
    entry = acts.patrol(w, "2025-12-22 22:20", V1, person["QS-0101"], "2025-12-22")
    acts.sign(w, "2025-12-22 22:25", entry, "recorder", person["QS-0101"])
    entry = acts.patrol(w, "2025-12-23 22:20", V1, person["QS-0101"], "2025-12-23", changes={"Found": "hazard"})
    acts.correct(w, "2025-12-23 22:40", entry, {"Observed": "变压器围栏门未锁。", "Handling": "phoned"},
                 by=person["QS-0101"])
    acts.close(w, "2025-12-24 08:30", w.volume("QS-01.patrol", 2025), "2025-12-23",
               person["QS-0101"], "leader")


def _patrols_2026(w):
    person = w.people
    leader, officer = person["QS-0101"], person["P-001"]
    book = w.open("QS-01.patrol", 2026, "QSP")
    entry = acts.patrol(w, "2026-11-20 22:20", V1, person["QS-0102"], "2026-11-20", label="led by a member",
                        changes={"Present": "QS-0102 高铁柱, QS-0104 高小军", "Absent": "QS-0101 高得胜 (sick)"})
    acts.sign(w, "2026-11-20 22:25", entry, "recorder", person["QS-0102"], post=None, label="recorder by enrolment")
    entry = acts.patrol(w, "2026-11-21 22:20", V1, leader, "2026-11-21", label="unsigned patrol", changes={
        "Points": "QSP-R-0001 柳庄夜巡线 (2/3) 农机站", "Focus": "transformer cable", "Turnout": "uniform torch",
        "Objects": "transformer 14, well 3", "Found": "suspicious", "Handling": "station", "Intelligence": "yes",
        "Observed": "21:40 村口一辆无牌面包车停靠，\n车上两人称等人。", "Handled": "报派出所，民警核实后离开。",
        "Handover": "路灯待复查", "Remark": "雨后路滑"})
    first = acts.correct(w, "2026-11-21 22:40", entry, {"Weather": "rain"}, by=leader, label="first correction")
    acts.correct(w, "2026-11-21 22:50", entry, {"Route": "高庄—柳庄"}, follows=first, cleared="Remark", by=leader,
                 label="second correction")
    entry = acts.patrol(w, "2026-11-21 23:50", V1, leader, "2026-11-21", "22:30", "23:40", label="void patrol")
    acts.void(w, "2026-11-21 23:55", entry, by=leader, label="void unsigned")
    entry = acts.patrol(w, "2026-11-22 22:20", V1, leader, "2026-11-22", label="signed patrol",
                        changes={"Settles": "2"})
    acts.sign(w, "2026-11-22 22:25", entry, "recorder", officer, post="officer", label="recorder by officer")
    again = acts.correct(w, "2026-11-22 22:40", entry, {"Weather": "fog"}, leader,
                         entitled=w.title(leader, "leader", "QS-01"), label="signed correction")
    acts.sign(w, "2026-11-22 22:45", again, "recorder", leader, label="recorder again")
    acts.close(w, "2026-11-23 08:30", book, "2026-11-22", leader, "leader", label="leader's close")
    late = acts.patrol(w, "2026-11-23 09:00", V1, leader, "2026-11-22", "23:00", "23:40", label="late patrol",
                       changes={"Late": "忘记登记", "Paper": "纸本第3页"})
    acts.void(w, "2026-11-23 09:10", late, by=leader, late="补记有误", label="late void")
    acts.patrol(w, "2026-11-24 22:20", V1, leader, "2026-11-24", label="after a torn end",
                torn="731 sha256 " + "5c" * 32)
    acts.patrol(w, "2026-11-25 06:30", V1, leader, "2026-11-24", clock="23:00", back="23:50",
                changes={"From": "2026-11-25 04:30", "To": "2026-11-25 06:20"}, label="after midnight")


def _team_patrols(w):
    person = w.people
    w.open("QS.patrol", 2026, "QSP")
    entry = acts.patrol(w, "2026-11-24 22:12:33", QS, person["QS-001"], "2026-11-24", label="patrol of QS",
                        changes={"Officer": "P-002 李警官", "Mode": "foot car"})
    acts.sign(w, "2026-11-24 22:15", entry, "recorder", person["QS-001"], label="recorder QS")
    acts.patrol(w, "2026-11-25 22:00", QS, person["QS-003"], "2026-11-25", "19:00", "21:50", label="patrol after note")
    w.open("SQ.patrol", 2026, "SQP")
    entry = acts.patrol(w, "2026-11-20 22:00", "SQ 石桥镇专职队", person["SQ-001"], "2026-11-20", "19:00", "21:50",
                        label="patrol of SQ")
    acts.sign(w, "2026-11-20 22:05", entry, "recorder", person["SQ-001"])


def _handovers(w):
    first, second, fourth = (w.people[code] for code in ("P-001", "P-002", "P-004"))
    w.open("QSP.handover", 2026, "QSP")
    entry = acts.handover(w, "2026-11-24 08:05", STATION, first, second, "2026-11-24", "2026-11-23 08:00",
                          "2026-11-24 08:00", label="handover", changes={
                              "Out": f"{V1} | 2026-11-24 07:00 | 2026-11-24 10:00",
                              "Open": "done matter QS-01.patrol 2026 No 3 | 2026-11-21 高庄村队 路灯待复查 | 已修\n"
                                      "goes-on signature QS.inspection 2026 No 4 | 2026-11-11 柳庄村队 柳长河"})
    acts.sign(w, "2026-11-24 08:06", entry, "outgoing", first, post="officer", label="outgoing")
    acts.sign(w, "2026-11-24 08:07", entry, "incoming", second, post="officer", label="incoming")
    entry = acts.handover(w, "2026-11-25 08:05", STATION, second, fourth, "2026-11-25", "2026-11-24 08:00",
                          "2026-11-25 08:00", label="handover waits", changes={"Remark": "无"})
    acts.sign(w, "2026-11-25 08:06", entry, "outgoing", second, post="officer")
    w.open("SQP.handover", 2026, "SQP")
    alone = w.people["S-001"]
    entry = acts.handover(w, "2026-11-21 08:05", "SQP 石桥派出所", alone, alone, "2026-11-21", "2026-11-20 08:00",
                          "2026-11-21 08:00", label="handover alone")
    acts.sign(w, "2026-11-21 08:06", entry, "outgoing", alone, post="officer")


def write(w):
    _patrols_2025(w)
    _patrols_2026(w)
    _team_patrols(w)
    _handovers(w)
    inspections.write(w)
    w.note = heads.note(w, "QSP", "2026-11-25 18:02:11", w.people["P-001"],
                        [(w.people["S-001"], "2026-11-25 19:10:00"), (w.people["F-002"], "2026-11-26 09:00:00")])
