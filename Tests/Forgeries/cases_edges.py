"""Where a rule just holds and just does not: seconds, days, texts that look like pages."""
import book_acts as acts
import keys_acts as keys
from cases import MORNING, case, enrolled, fresh
from cases_honest import honest

QS, V1, V2 = "QS 青石镇专职队", "QS-01 高庄村队", "QS-02 柳庄村队"


@honest("enrolled-this-very-second")
def _(w):
    keys.enrol(w, MORNING + "02", w.people["QS-0301"], w.people["P-001"])
    entry = acts.inspection(w, MORNING + "01", QS, w.people["QS-002"], "QS-03 小李庄村队", "2026-11-25")
    acts.sign(w, MORNING + "02", entry, "inspected", w.people["QS-0301"], unit="QS-03", entitled=w["leaders"])


@case("j8-revoked-this-very-second", "J8", "a key holds until the second of the page that ends it, not in it")
def _(w):
    leader = w.people["QS-0201"]
    keys.revoke(w, MORNING + "02", leader, leader)
    return acts.sign(w, MORNING + "02", w["waits for inspected"], "inspected", leader)


@case("j10-dismissed-this-very-second", "J10")
def _(w):
    keys.dismiss(w, MORNING + "02", [("leader", "QS-02", w.people["QS-0201"])], w.people["P-001"])
    return acts.sign(w, MORNING + "02", w["waits for inspected"], "inspected", w.people["QS-0201"])


@case("j10-appointed-a-second-later", "J10|J9", "the post began when the page had been signed")
def _(w):
    person = enrolled(w, "QS-0301", "李春生", "QS-03", "30")
    keys.appoint(w, MORNING + "02:01", [("leader", "QS-02", person)], w.people["P-001"])
    return acts.sign(w, MORNING + "02:00", w["waits for inspected"], "inspected", person, unit="QS-02")


@honest("appointed-after-the-visit", "a post younger than the visit is a mark, no finding")
def _(w):
    person = enrolled(w, "QS-0301", "李春生", "QS-03", "30")
    keys.appoint(w, MORNING + "02:00", [("leader", "QS-02", person)], w.people["P-001"])
    acts.sign(w, MORNING + "02:01", w["waits for inspected"], "inspected", person, unit="QS-02")


@honest("never-post-lent", "appointed, signed, dismissed: the keys book shows it for ever")
def _(w):
    person = enrolled(w, "QS-0301", "李春生", "QS-03", "30")
    keys.appoint(w, MORNING + "02", [("leader", "QS-02", person)], w.people["P-001"])
    acts.sign(w, MORNING + "03", w["waits for inspected"], "inspected", person, unit="QS-02")
    keys.dismiss(w, MORNING + "04", [("leader", "QS-02", person)], w.people["P-001"])


@honest("first-and-last-minute-of-the-patrol-day")
def _(w):
    leader = w.people["QS-0101"]
    acts.patrol(w, MORNING + "02", V1, leader, "2026-11-24", "08:00", "08:30")
    acts.patrol(w, MORNING + "03", V1, leader, "2026-11-25",
                changes={"From": "2026-11-26 07:59", "To": "2026-11-26 08:20"})


@case("j5-first-minute-of-the-next-patrol-day", "J5")
def _(w):
    return acts.patrol(w, MORNING + "03", V1, w.people["QS-0101"], "2026-11-25",
                       changes={"From": "2026-11-26 08:00", "To": "2026-11-26 08:20"})


@case("j5-last-minute-of-the-day-before", "J5")
def _(w):
    return acts.patrol(w, MORNING + "03", V1, w.people["QS-0101"], "2026-11-25", "07:59", "08:20")


@case("j5-handover-of-another-day", "J5", "Date is the patrol day of its end")
def _(w):
    return acts.handover(w, MORNING + "03", "QSP 青石派出所", w.people["P-004"], w.people["P-001"], "2026-11-25",
                         "2026-11-25 08:00", "2026-11-26 08:00")


@honest("leap-day")
def _(w):
    w.open("QS-02.patrol", 2024, "QSP")
    acts.patrol(w, MORNING + "01", V2, w.people["QS-0201"], "2024-02-29")


@case("j3-leap-day-of-no-leap-year", "J3|J4|J5")
def _(w):
    w.open("QS-02.patrol", 2025, "QSP")
    return acts.patrol(w, MORNING + "01", V2, w.people["QS-0201"], "2025-02-29")


@honest("texts-that-look-like-pages", "within a value every line begins with a plus")
def _(w):
    page = acts.patrol(w, MORNING + "02", V1, w.people["QS-0101"], "2026-11-25", changes={
        "Observed": "# 不是注释\n+ 加号\nDigest: sha256 " + "0" * 64
                    + "\nNumber: 5\nSignature: -----BEGIN SSH SIGNATURE-----\n"
                    "Signer: P-001 王警官\n%rec: Page", "Remark": "𮯰某与𱍐某，é，🚓，“引号”，\\反斜杠 100%"})
    acts.sign(w, MORNING + "03", page, "recorder", w.people["QS-0101"])


@honest("note-ten-minutes", "a page that lagged ten minutes behind the note's clock")
def _(w):
    acts.sign(w, "2026-11-25 17:52:11", w["handover waits"], "incoming", w.people["P-004"], post="officer")


@case("h4-ten-minutes-and-a-second", "H4")
def _(w):
    return acts.sign(w, "2026-11-25 17:52:10", w["handover waits"], "incoming", w.people["P-004"], post="officer")


@case("j1-inspection-of-the-neighbours", "J1", "the neighbour's volume in the place of ours")
def _(w):
    w.extra["books/2026/QS.inspection.rec"] = w.volume("SQ.inspection").text
    return "books/2026/QS.inspection.rec", "0"


@case("j1-inspection-whole-volume-crlf", "J1|J3")
def _(w):
    w.extra["books/2026/QS.inspection.rec"] = w.volume("QS.inspection").text.replace("\n", "\r\n")
    return "books/2026/QS.inspection.rec", "0"


@case("j1-keys-earlier-volume-gone", "J1", "the year with the root")
def _(w):
    del w.volumes["QSP.keys", 2025]
    return "books/2026/QSP.keys.rec", "0"


@case("j1-keys-book-gone", "J1", "the whole keys book")
def _(w):
    del w.volumes["QSP.keys", 2025], w.volumes["QSP.keys", 2026]
    return "books/2026/QS.inspection.rec", "0"


@case("j27-recovered-by-a-demo", "J27|J10|J11|J8", "a training station's officer recovers a real one")
def _(w):
    w.others.add("DMO")
    w.names["DMO"] = "练习所"
    w.open("DMO.keys", 2026, "DMO")
    officer = w.person("D-001", "练习员", "DMO", "DMO")
    keys.root(w, "2026-11-26 08:00", officer)
    return keys.recover(w, MORNING + "01", w.person("P-011", "新所长", "QSP", "QSP"), officer)


@case("j8-own-code-and-anothers-name", "J8", "my code, the other's name, my key")
def _(w):
    me = w.people["QS-0102"]
    return acts.sign(w, MORNING + "02", w["correction by officer"], "inspected", me, entitled=w["leaders"],
                     signer_text="QS-0102 高得胜", by="QS-0102 高得胜")


@case("j12-same-as-in-a-register", "J12", "unsigned, between two who have keys: a finding that takes nothing away")
def _(w):
    from directory import files
    path = "register/QSP/members.rec"
    w.extra[path] = files(w)[path].replace("Code: QS-0102\n", "Code: QS-0102\nSameAs: QS-0201\n")
    return path, "0"


@case("h2-volumes-all-gone", "exit2|H2", "an empty folder agrees with nothing")
def _(w):
    w.volumes = {name: volume for name, volume in w.volumes.items() if volume.directory != w.directory("QSP")}
    return "heads.txt", "0"


@honest("inspected-by-the-newest-key", "the leader's key was replaced this morning by two officers")
def _(w):
    leader = w.people["QS-0201"]
    keys.replace(w, MORNING + "01", leader, w.people["P-001"], w.people["P-004"])
    fresh(w, "inspection")
