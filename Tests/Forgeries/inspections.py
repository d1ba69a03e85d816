"""The books of inspections: a page in every state that one can be in."""
import book_acts as acts
import heads

QS, V1, V2, V3 = "QS 青石镇专职队", "QS-01 高庄村队", "QS-02 柳庄村队", "QS-03 小李庄村队"
NEIGHBOUR = "SQ-01 桥东村队"


class Pen:
    """Writes into one book, a minute after the other, and signs as people here usually do."""

    def __init__(self, w, volume, inspecting, inspector, post):
        self.w, self.volume, self.inspecting = w, volume, inspecting
        self.inspector, self.post = inspector, post

    def entry(self, day, inspected, label, clock="20:05", back="20:40", at="20:45", inspector=None, **how):
        self.day, self.minute = day, 0
        self.at = lambda: self._next(at)
        return acts.inspection(self.w, f"{day} {at}", self.inspecting, inspector or self.inspector, inspected, day,
                               clock, back, volume=self.volume, label=label, **how)

    def _next(self, at):
        self.minute += 1
        hour, minute = divmod(int(at[:2]) * 60 + int(at[3:5]) + self.minute, 60)
        return f"{self.day} {hour:02}:{minute:02}"

    def inspectors(self, wording, signer=None, **how):
        how.setdefault("post", self.post)
        return acts.sign(self.w, self.at(), wording, "inspector", signer or self.inspector, **how)

    def inspected(self, wording, signer, **how):
        return acts.sign(self.w, self.at(), wording, "inspected", signer, **how)


def _inspections_2025(w):
    pen = Pen(w, w.open("QS.inspection", 2025, "QSP"), QS, w.people["QS-002"], "inspector")
    entry = pen.entry("2025-12-22", V1, "both 2025")
    pen.inspectors(entry)
    pen.inspected(entry, w.people["QS-0101"])
    entry = pen.entry("2025-12-23", V2, "waits 2025")
    pen.inspectors(entry)
    acts.close(w, "2025-12-24 09:00", pen.volume, "2025-12-23", w.people["P-001"])


def _both(w, pen, day, label, inspected=V1, signer="QS-0101", **how):
    entry = pen.entry(day, inspected, label, **how)
    pen.inspectors(entry, label=f"{label}: inspector")
    pen.inspected(entry, w.people[signer], label=f"{label}: inspected")
    return entry


def _simple(w, pen):
    _both(w, pen, "2026-11-10", "both")
    entry = pen.entry("2026-11-11", V2, "waits for inspected", changes={
        "Present": "4", "Absent": "QS-0202 柳玉兰 (leave)", "Points": "12111113", "Problems": "B C",
        "Decision": "deadline", "By": "2026-11-14", "Required": "补齐手电。", "Statement": "已知道。",
        "Answering": "QS-0201 柳长河", "Remark": "夜间抽查"})
    pen.inspectors(entry, label="only inspector")
    entry = pen.entry("2026-11-11", V1, "waits for inspector", "21:05", "21:40", "21:45")
    pen.inspected(entry, w.people["QS-0101"], label="only inspected")
    pen.entry("2026-11-11", V3, "nobody signed", "22:05", "22:40", "22:45", changes={"Settles": "4"})


def _refusals(w, pen):
    first, second, fourth, village, other = (
        w.people[code] for code in ("P-001", "P-002", "P-004", "QS-0201", "QS-0102"))

    def refused(day, label, at, signer=None, **how):
        entry = pen.entry(day, V2, label, at[:3] + "05", at[:3] + "40", at)
        pen.inspectors(entry, label=f"{label}: inspector")
        return acts.refuse(w, pen.at(), entry, village, how.pop("witness", other), signer or pen.inspector,
                           post="inspector", label=f"{label}: refusal", **how)

    refused("2026-11-12", "waits for witness", "20:45")
    page = refused("2026-11-12", "waits for review", "21:45", village, statement="实到五人，不是四人。")
    acts.witness(w, pen.at(), page, other, label="waits for review: witness")
    page = refused("2026-11-13", "refused", "20:45", witness=first)
    acts.witness(w, pen.at(), page, first, label="refused: witness")
    acts.review(w, pen.at(), page, second, label="refused: review")
    page = refused("2026-11-13", "overruled", "21:45")
    acts.witness(w, pen.at(), page, other)
    acts.review(w, pen.at(), page, second, "overrule", label="overruled: review")
    page = refused("2026-11-14", "overruled and signed", "20:45")
    acts.witness(w, pen.at(), page, other)
    acts.review(w, pen.at(), page, fourth, "overrule")
    pen.inspected(w["overruled and signed"], village, label="signed after all")
    page = refused("2026-11-14", "reviewed by the office", "21:45")
    acts.witness(w, pen.at(), page, other)
    office = w.people["F-002"]
    acts.review(w, pen.at(), page, office, entitled=w.title(office, "office", "XF"), label="review by the office")


def _amended(w, pen):
    first, second, leader = w.people["P-001"], w.people["P-002"], w.people["QS-0101"]
    entry = _both(w, pen, "2026-11-15", "signed again")
    page = acts.correct(w, pen.at(), entry, {"Present": "5"}, pen.inspector, label="correction by inspector",
                        entitled=w.title(pen.inspector, "inspector", "QS"))
    pen.inspectors(page, label="inspector again")
    pen.inspected(page, leader, label="inspected again")
    entry = _both(w, pen, "2026-11-15", "waits again", clock="21:05", back="21:40", at="21:45",
                  changes={"Remark": "无"})
    page = acts.correct(w, pen.at(), entry, {"Found": "在岗五人。"}, first, cleared="Remark",
                        label="correction by officer")
    pen.inspectors(page)
    entry = pen.entry("2026-11-16", V1, "void unsigned")
    acts.void(w, pen.at(), entry, by=pen.inspector, label="void of an unsigned page")
    entry = _both(w, pen, "2026-11-16", "void signed", clock="21:05", back="21:40", at="21:45")
    acts.void(w, pen.at(), entry, first, label="void of a signed page")
    entry = _both(w, pen, "2026-11-16", "reopened", clock="22:05", back="22:40", at="22:45")
    acts.void(w, pen.at(), entry, first, label="void before reopening")
    page = acts.reopen(w, pen.at(), entry, second, label="reopen")
    pen.inspectors(page, label="inspector after reopening")
    pen.inspected(page, leader, label="inspected after reopening")


def _others(w, pen):
    leader, token, watch = w.people["QS-0101"], w.people["QS-003"], w.people["F-003"]
    entry = pen.entry("2026-11-17", V1, "paper")
    pen.inspectors(entry)
    acts.paper(w, pen.at(), entry, "inspected", leader, w.people["P-001"], label="paper: inspected")
    entry = pen.entry("2026-11-17", V1, "paper and key", "21:05", "21:40", "21:45", changes={"Paper": "纸本第12页"})
    pen.inspectors(entry)
    acts.paper(w, pen.at(), entry, "inspected", leader, w.people["QS-001"], post="leader", unit="QS",
               label="paper by leader")
    pen.inspected(entry, leader, label="key after paper")
    entry = pen.entry("2026-11-20", V1, "by a deputy", inspector=token)
    pen.inspectors(entry, token, post="deputy", label="by a token")
    pen.inspected(entry, w.people["QS-0102"], post="day", unit="QS-01 2026-11-20", label="by deputy of the day")
    entry = pen.entry("2026-11-21", NEIGHBOUR, "neighbour", "09:05", "09:40", "09:45")
    pen.inspectors(entry)
    entry = pen.entry("2026-11-21", "SQ 石桥镇专职队", "neighbour's team", "10:05", "10:40", "10:45")
    pen.inspectors(entry)
    entry = pen.entry("2026-11-21", V1, "by supervision", "14:05", "14:40", "14:45", inspector=watch)
    pen.inspectors(entry, watch, post="supervision", unit="XF", label="supervision signs")
    pen.inspected(entry, leader)


def _closed(w, pen):
    officer, leader = w.people["P-001"], w.people["QS-001"]
    _both(w, pen, "2026-11-22", "before the close", at="20:45")
    acts.close(w, "2026-11-22 23:30", pen.volume, "2026-11-22", officer, label="close by officer",
               heads=heads.fingerprint(heads.note(w, "QSP", "2026-11-22 23:00", officer)))
    entry = acts.inspection(w, "2026-11-23 09:00", QS, pen.inspector, V2, "2026-11-22", "21:05", "21:40",
                            volume=pen.volume, changes={"Late": "当晚断电"}, label="late")
    acts.void(w, "2026-11-23 09:10", w["nobody signed"], by=pen.inspector, late="该队当日未巡防", label="late void")
    acts.sign(w, "2026-11-23 09:20", entry, "inspector", pen.inspector, post="inspector")
    acts.close(w, "2026-11-23 09:30", pen.volume, "2026-11-22", leader, "leader", label="close by leader")
    _both(w, pen, "2026-11-24", "day of the note")
    _both(w, pen, "2026-11-25", "after the note", V2, "QS-0201")


def _station_and_neighbours(w):
    second, person = w.people["P-002"], w.people
    pen = Pen(w, w.open("QSP.inspection", 2026, "QSP"), "QSP 青石派出所", second, "officer")
    entry = pen.entry("2026-11-18", V1, "station's check")
    pen.inspectors(entry, unit="QSP", label="station's check: inspector")
    pen.inspected(entry, person["QS-0101"], label="station's check: inspected")
    # The neighbours' leaders sign in books of their own directory.
    pen = Pen(w, w.open("SQP.inspection", 2026, "SQP"), "SQP 石桥派出所", person["S-002"], "officer")
    entry = pen.entry("2026-11-21", NEIGHBOUR, "check by the neighbour", "15:05", "15:40", "15:45")
    pen.inspectors(entry, unit="SQP")
    pen.inspected(w["neighbour"], person["SQ-0101"], volume=pen.volume, label="countersignature in the station's book")
    pen = Pen(w, w.open("SQ.inspection", 2026, "SQP"), "SQ 石桥镇专职队", person["SQ-001"], "leader")
    entry = pen.entry("2026-11-21", NEIGHBOUR, "check by the neighbour's team", "16:05", "16:40", "16:45")
    pen.inspectors(entry)
    pen.inspected(w["neighbour's team"], person["SQ-001"], volume=pen.volume,
                  label="countersignature in the team's book")


def write(w):
    _inspections_2025(w)
    pen = Pen(w, w.open("QS.inspection", 2026, "QSP"), QS, w.people["QS-002"], "inspector")
    for part in (_simple, _refusals, _amended, _others, _closed):
        part(w, pen)
    _station_and_neighbours(w)
