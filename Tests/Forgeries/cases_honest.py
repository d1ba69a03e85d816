"""Honest acts that must all count, and what no verifier can find: neither may raise an answer."""
import book_acts as acts
import heads
import keys_acts as keys
from cases import BOOKS, MORNING, case, enrolled, fresh
from cases_heads import rewrite

QS, V1, V2 = "QS 青石镇专职队", "QS-01 高庄村队", "QS-02 柳庄村队"


def honest(name, about=""):
    """A case without any answer; what its function gives back is not asked for."""
    def keep(change):
        def run(w):
            change(w)
        case("honest-" + name, "", about or change.__doc__ or "")(run)
        return change
    return keep


for _book in BOOKS:
    honest(f"{_book}-fresh")(lambda w, book=_book: fresh(w, book))


@honest("office-to-come")
def _(w):
    """Offices and supervision of the station's own, by two officers; who inspects then."""
    person = enrolled(w, "P-012", "督察员", "QSP", "30")
    keys.appoint(w, "2026-11-26 08:40", [("supervision", "QSP", person)], w.people["P-001"], w.people["P-002"])
    entry = acts.inspection(w, MORNING + "02", QS, person, V1, "2026-11-25")
    acts.sign(w, MORNING + "03", entry, "inspector", person, post="supervision", unit="QSP")
    acts.sign(w, MORNING + "04", entry, "inspected", w.people["QS-0101"])


@honest("officer-leaves")
def _(w):
    """An officer ends their own post, and then their own key."""
    officer = w.people["P-004"]
    keys.dismiss(w, MORNING + "02", [("officer", "QSP", officer)], officer, reason="退休")
    keys.revoke(w, MORNING + "03", officer, officer, reason="退休")


@honest("leader-changes")
def _(w):
    keys.dismiss(w, MORNING + "01", [("leader", "QS-02", w.people["QS-0201"])], w.people["P-001"])
    keys.enrol(w, MORNING + "02", w.people["QS-0301"], w.people["P-001"], unit="QS-03")
    keys.appoint(w, MORNING + "03", [("leader", "QS-02", w.people["QS-0301"])], w.people["P-002"])
    acts.sign(w, MORNING + "04", w["waits for inspected"], "inspected", w.people["QS-0301"], unit="QS-02")


@honest("key-lost-and-new")
def _(w):
    """Revoked, enrolled again with another key; the post is still theirs."""
    leader = w.people["QS-0201"]
    keys.revoke(w, MORNING + "01", leader, w.people["P-001"], w.people["P-002"])
    keys.enrol(w, MORNING + "02", leader, w.people["P-002"])
    acts.sign(w, MORNING + "03", w["waits for inspected"], "inspected", leader)


@honest("token-enrolled")
def _(w):
    person = w.person("QS-0905", "持钥人", "QSP", "QS-01", "token")
    keys.enrol(w, MORNING + "01", person, w.people["P-001"])
    keys.replace(w, MORNING + "02", person, w.people["P-001"], made=w.ring.key("QS-0905-other", "token"))


@honest("recovered-by-the-office")
def _(w):
    """The office's supervision is no officer there, its root is."""
    chief = w.person("P-011", "新所长", "QSP", "QSP")
    keys.recover(w, MORNING + "01", chief, w.people["F-001"])
    keys.enrol(w, MORNING + "02", w.people["QS-0301"], chief)
    keys.appoint(w, MORNING + "03", [("officer", "QSP", w.people["P-001"])], chief)
    acts.close(w, MORNING + "04", "QS.patrol", "2026-11-25", chief)


@honest("fellow-officer-as-witness", "at the station's own inspection; a mark, no finding")
def _(w):
    officer = w.people["P-002"]
    entry = acts.inspection(w, MORNING + "02", "QSP 青石派出所", officer, V1, "2026-11-25")
    acts.sign(w, MORNING + "03", entry, "inspector", officer, post="officer", unit="QSP")
    page = acts.refuse(w, MORNING + "05", entry, w.people["QS-0101"], w.people["P-004"], officer, post="officer")
    acts.witness(w, MORNING + "07", page, w.people["P-004"])
    acts.review(w, MORNING + "08", page, w.people["P-001"])


@honest("refusal-from-first-to-last")
def _(w):
    entry = w["waits for inspected"]
    page = acts.refuse(w, MORNING + "05", entry, w.people["QS-0201"], w.people["QS-0102"], w.people["QS-0201"],
                       statement="人数不对。")
    acts.witness(w, MORNING + "07", page, w.people["QS-0102"])
    acts.review(w, MORNING + "08", page, w.people["P-001"], "overrule")
    acts.sign(w, MORNING + "09", entry, "inspected", w.people["QS-0201"])


@honest("corrected-after-reopening")
def _(w):
    person = w.people
    page = acts.correct(w, MORNING + "02", w["reopened"], {"Present": "5"}, person["QS-002"], follows=w["reopen"],
                        late="再查", entitled=w.title(person["QS-002"], "inspector", "QS"))
    acts.sign(w, MORNING + "03", page, "inspector", person["QS-002"], post="inspector")
    acts.void(w, MORNING + "04", w["reopened"], person["P-002"], follows=page, late="又误")
    acts.reopen(w, MORNING + "05", w["reopened"], person["P-004"], follows=page)


@honest("handover-corrected")
def _(w):
    page = acts.correct(w, MORNING + "02", w["handover waits"], {"Remark": "另记"}, w.people["P-002"],
                        entitled=w.title(w.people["P-002"], "officer", "QSP"))
    acts.sign(w, MORNING + "03", page, "incoming", w.people["P-004"], post="officer")
    acts.sign(w, MORNING + "04", page, "outgoing", w.people["P-002"], post="officer")


@honest("paper-for-both-sides")
def _(w):
    entry = acts.inspection(w, MORNING + "02", QS, w.people["QS-002"], V1, "2026-11-25", changes={"Paper": "第7页"})
    acts.paper(w, MORNING + "03", entry, "inspector", w.people["QS-002"], w.people["P-001"])
    acts.paper(w, MORNING + "04", entry, "inspected", w.people["QS-0101"], w.people["P-001"])


@honest("same-second", "several pages in one second")
def _(w):
    for _ in range(3):
        acts.patrol(w, MORNING + "02", V1, w.people["QS-0101"], "2026-11-25")


@honest("another-offset", "the clock stands at another offset; the moments are in order")
def _(w):
    acts.patrol(w, "2026-11-26T01:02:00+00:00", V1, w.people["QS-0101"], "2026-11-25")
    acts.patrol(w, "2026-11-26T05:03:00+04:00", V1, w.people["QS-0101"],
                "2026-11-25", "17:00", "18:00")


@honest("years-left-out", "2026 continues 2024; and pages came into 2024 after that")
def _(w):
    leader = w.people["QS-0201"]
    w.open("QS-02.patrol", 2024, "QSP")
    acts.patrol(w, "2026-11-26 09:01", V2, leader, "2024-12-30")
    w.open("QS-02.patrol", 2026, "QSP")
    acts.patrol(w, "2026-11-26 09:02", V2, leader, "2026-11-25")
    acts.patrol(w, "2026-11-26 09:03", V2, leader, "2024-12-31")


@honest("newest-note", "a note of this moment over everything there is")
def _(w):
    fresh(w, "keys")
    w.note = heads.note(w, "QSP", "2026-11-26 11:00", w.people["P-002"])


@honest("note-by-a-replaced-key", "the officer's key is replaced after the note")
def _(w):
    keys.replace(w, MORNING + "02", w.people["P-001"], w.people["P-002"])


@honest("signers-in-other-words", "legal forms of the list: order, quotes, comments, tabs")
def _(w):
    lines = heads.allowed_signers(w, "QSP").split("\n")[:-1]
    said = []
    for line in reversed(lines):
        code, options, rest = line.split(" ", 2)
        said.append(f'"{code}"\t{",".join(reversed(options.split(",valid-")[:1]))}'
                    + "".join(",valid-" + part for part in options.split(",valid-")[1:]) + f" {rest}")
    w.extra["keys/allowed_signers.QSP"] = "# 名单\n\n" + "\n".join(said) + "\n"


# Never: said so in docs/security.md.

@honest("never-tail-behind-the-note", "pages behind the note are cut off")
def _(w):
    del w.volume("QS.inspection").pages[-3:]


@honest("never-rewritten-with-its-note", "the owner of all keys rewrites the books and the note")
def _(w):
    page = w["day of the note"]
    rewrite(w, lambda: page.set("Present", "1"))
    w.note = heads.note(w, "QSP", "2026-11-25 18:02:11", w.people["P-001"])


@honest("never-two-colluding", "both sides sign a visit that was not")
def _(w):
    entry = acts.inspection(w, MORNING + "02", QS, w.people["QS-002"], V1, "2026-11-25")
    acts.sign(w, MORNING + "03", entry, "inspector", w.people["QS-002"], post="inspector")
    acts.sign(w, MORNING + "04", entry, "inspected", w.people["QS-0101"])


@honest("never-puppet", "one officer invents a leader: in view for ever, but two pages say so")
def _(w):
    person = enrolled(w, "QS-0930", "假队长", "QS-03", "30", posts=[("leader", "QS-03")])
    entry = acts.inspection(w, MORNING + "02", QS, w.people["QS-002"], "QS-03 小李庄村队", "2026-11-25")
    acts.sign(w, MORNING + "03", entry, "inspected", person)


@honest("marked-visit", "M1 to M4, M7, M8, M11 and M12: things to look at, no findings")
def _(w):
    """A leader enrolled and appointed after the visit by who inspects, with the inspector's name, late."""
    officer, fellow = w.people["P-002"], w.people["P-004"]
    new = w.person("QS-0109", officer.name, "QSP", "QS-01")
    entry = acts.inspection(w, MORNING + "02", "QSP 青石派出所", officer, V1, "2026-11-25", by="QS-0777 无钥人")
    keys.enrol(w, MORNING + "03", new, officer)
    keys.appoint(w, MORNING + "03", [("leader", "QS-01", new)], officer)
    acts.sign(w, MORNING + "04", entry, "inspector", officer, post="officer", unit="QSP")
    acts.sign(w, MORNING + "05", entry, "inspected", new)
    refused = acts.inspection(w, MORNING + "06", "QSP 青石派出所", officer, V1, "2026-11-25", clock="21:05", back="21:40")
    acts.sign(w, MORNING + "07", refused, "inspector", officer, post="officer", unit="QSP")
    page = acts.refuse(w, MORNING + "08", refused, new, fellow, officer, post="officer")
    acts.witness(w, MORNING + "09", page, fellow)
