"""J17 to J19 and J30: refusals, their witnesses and reviews, and what is said to stand on paper."""
import book_acts as acts
import keys_acts as keys
from cases import MORNING, Either, case, enrolled, table

V1, V2, QS = "QS-01 高庄村队", "QS-02 柳庄村队", "QS 青石镇专职队"


def _refuse(w, label="waits for inspected", refused="QS-0201", witness="QS-0102", signer="QS-002", at="05", **how):
    how.setdefault("post", "inspector")
    person = w.people
    return acts.refuse(w, MORNING + at, w[label], person[refused], person[witness], person[signer], **how)


table("J17", [
    ("j17-inspector-has-not-signed", "",
     lambda w: _refuse(w, "waits for inspector", "QS-0101", "QS-0201")),
    ("j17-inspected-has-signed", "", lambda w: _refuse(w, "both", "QS-0101", "QS-0201")),
    ("j17-second-refusal", "while the first waits for its review",
     lambda w: _refuse(w, "waits for review", witness="P-004")),
    ("j17-second-refusal-after-it-was-upheld", "", lambda w: _refuse(w, "refused", witness="P-004")),
    ("j17-second-refusal-after-it-was-overruled", "", lambda w: _refuse(w, "overruled", witness="P-004")),
    ("j17-refused-by-a-member", "",
     lambda w: _new_refusal(w, refused="QS-0102", refused_by=w.title(w.people["QS-0102"]))),
    ("j17-refused-by-leader-of-another-team", "", lambda w: _refuse(w, refused="QS-0101", witness="P-004")),
    ("j17-refused-by-dismissed-deputy", "",
     lambda w: _refuse(w, refused="QS-0202", refused_by=w["deputies"])),
    ("j17-statement-by-the-inspector", "words that the refuser never wrote",
     lambda w: _refuse(w, statement="我们认错，不愿签字。")),
    ("j17-deputy-of-another-day", "",
     lambda w: _new_refusal(w, refused="QS-0102", refused_by=w["deputy by leader"])),
])


table("J17|J10", [
    ("j17-signed-by-an-officer", "neither the inspector nor who refuses",
     lambda w: _refuse(w, signer="P-001", post="officer")),
    ("j17-signed-by-the-witness", "",
     lambda w: _refuse(w, signer="QS-0102", entitled=w.title(w.people["QS-0102"]))),
])


def _new_refusal(w, **how):
    """Of an inspection of this morning, signed by the inspector."""
    entry = acts.inspection(w, MORNING + "02", QS, w.people["QS-002"], V1, "2026-11-25")
    acts.sign(w, MORNING + "03", entry, "inspector", w.people["QS-002"], post="inspector")
    refused = w.people[how.pop("refused", "QS-0101")]
    return acts.refuse(w, MORNING + "05", entry, refused, w.people[how.pop("witness", "QS-0201")],
                       w.people[how.pop("signer", "QS-002")], post="inspector", **how)


def _with_witness(w, **how):
    """A refusal and its witness page: either may be the one that does not count."""
    refusal = _new_refusal(w, **how)
    code = refusal.get("Witness").split(" ")[0]
    confirmed = acts.witness(w, MORNING + "07", refusal, w.people[code])
    return Either([refusal, confirmed])


table("J18", [
    ("j18-witness-is-the-inspector", "", lambda w: _with_witness(w, witness="QS-002")),
    ("j18-witness-refuses", "", lambda w: _with_witness(w, witness="QS-0101")),
    ("j18-witness-of-the-inspected-team", "", lambda w: _with_witness(w, witness="QS-0102")),
    ("j18-witness-of-the-inspecting-team", "", lambda w: _with_witness(w, witness="QS-001")),
])


@case("j18-witness-of-the-refusers-own-unit", "J18", "the refuser leads a team that is not the one of their enrolment")
def _(w):
    person = enrolled(w, "QS-0921", "兼任人", "QS-03", "10", posts=[("leader", "QS-02")])
    enrolled(w, "QS-0922", "同队人", "QS-03", "15")
    refusal = _refuse(w, refused=person.code, witness="QS-0922", refused_by=w.title(person, "leader", "QS-02"))
    return Either([refusal, acts.witness(w, MORNING + "07", refusal, w.people["QS-0922"])])


@case("j18-witness-is-the-inspector-under-another-code", "J18|J12")
def _(w):
    third = enrolled(w, "QS-0924", "吴大勇", "QSP", "12")
    keys.revoke(w, "2026-11-26 08:20", third, w.people["P-001"], w.people["P-002"], same_as="QS-002")
    keys.enrol(w, "2026-11-26 08:25", third, w.people["P-001"])
    refusal = _new_refusal(w, witness="QS-0924")
    return Either([refusal, acts.witness(w, MORNING + "07", refusal, third)])


@case("j18-witness-without-a-key", "J18|J8", "nobody knows the witness: the page waits for ever")
def _(w):
    stranger = w.person("QS-0925", "路过人", "QSP", "QS-03")
    stranger.keys.append(("2026-01-01", w.ring.key("forger")))
    refusal = _new_refusal(w, witness="QS-0925")
    return Either([refusal, acts.witness(w, MORNING + "07", refusal, stranger, entitled="QSP.keys 2026 No 8")])


@case("j18-confirmed-by-another", "J18|J10", "the witness is somebody else than the one named")
def _(w):
    return acts.witness(w, MORNING + "07", w["waits for witness: refusal"], w.people["QS-0101"])


@case("j18-confirmed-by-the-inspector", "J18|J10")
def _(w):
    return acts.witness(w, MORNING + "07", w["waits for witness: refusal"], w.people["QS-002"])


@case("j18-confirmed-twice", "J13|J18")
def _(w):
    return acts.witness(w, MORNING + "07", w["waits for review: refusal"], w.people["QS-0102"])


table("J19", [
    ("j19-review-before-the-witness", "",
     lambda w: acts.review(w, MORNING + "07", w["waits for witness: refusal"], w.people["P-001"])),
    ("j19-reviewed-twice", "", lambda w: acts.review(w, MORNING + "07", w["refused: refusal"], w.people["P-004"])),
    ("j19-overruled-then-upheld", "",
     lambda w: acts.review(w, MORNING + "07", w["overruled: refusal"], w.people["P-004"])),
])


@case("j19-reviewed-by-the-witness", "J19")
def _(w):
    refusal = _new_refusal(w, witness="P-001")
    acts.witness(w, MORNING + "07", refusal, w.people["P-001"])
    return acts.review(w, MORNING + "08", refusal, w.people["P-001"])


@case("j19-reviewed-by-the-inspector", "J19", "at the station's own inspection")
def _(w):
    officer = w.people["P-002"]
    entry = acts.inspection(w, MORNING + "02", "QSP 青石派出所", officer, V1, "2026-11-25")
    acts.sign(w, MORNING + "03", entry, "inspector", officer, post="officer", unit="QSP")
    refusal = acts.refuse(w, MORNING + "05", entry, w.people["QS-0101"], w.people["QS-0201"], officer, post="officer")
    acts.witness(w, MORNING + "07", refusal, w.people["QS-0201"])
    return acts.review(w, MORNING + "08", refusal, officer)


@case("j19-reviewed-by-the-refused", "J19", "the refuser has become an officer meanwhile")
def _(w):
    refusal = _new_refusal(w)
    acts.witness(w, MORNING + "07", refusal, w.people["QS-0201"])
    refuser = w.people["QS-0101"]
    keys.appoint(w, MORNING + "08", [("officer", "QSP", refuser)], w.people["P-001"], w.people["P-002"])
    return acts.review(w, MORNING + "09", refusal, refuser)


@case("j19-reviewed-by-the-witness-under-another-code", "J19")
def _(w):
    twin = enrolled(w, "P-009", "王警官", "QSP", "10")
    keys.appoint(w, "2026-11-26 08:11", [("officer", "QSP", twin)], w.people["P-001"], w.people["P-002"])
    refusal = _new_refusal(w, witness="P-004")
    acts.witness(w, MORNING + "07", refusal, w.people["P-004"])
    page = acts.review(w, MORNING + "08", refusal, twin)
    keys.revoke(w, MORNING + "09", twin, w.people["P-001"], w.people["P-002"], same_as="P-004")
    return page


table("J30", [
    ("j30-who-attests-themselves", "",
     lambda w: acts.paper(w, MORNING + "05", w["waits for inspector"], "inspector", "QS-001 周建林",
                          w.people["QS-001"], post="leader", unit="QS")),
    ("j30-officer-attests-themselves", "",
     lambda w: acts.paper(w, MORNING + "05", w["waits for inspected"], "inspected", w.people["P-001"],
                          w.people["P-001"])),
    ("j30-side-that-is-none", "",
     lambda w: acts.paper(w, MORNING + "05", w["waits for inspected"], "incoming", w.people["QS-0201"],
                          w.people["P-001"])),
    ("j30-recorder-of-an-inspection", "",
     lambda w: acts.paper(w, MORNING + "05", w["waits for inspected"], "recorder", w.people["QS-0201"],
                          w.people["P-001"])),
    ("j30-inspected-of-a-patrol", "",
     lambda w: acts.paper(w, MORNING + "05", w["after midnight"], "inspected", w.people["QS-0101"],
                          w.people["P-001"])),
])


@case("j30-who-attests-themselves-under-another-code", "J30|J12")
def _(w):
    twin = enrolled(w, "P-009", "柳长河", "QSP", "10")
    keys.appoint(w, "2026-11-26 08:11", [("officer", "QSP", twin)], w.people["P-001"], w.people["P-002"])
    page = acts.paper(w, MORNING + "05", w["waits for inspected"], "inspected", w.people["QS-0201"], twin)
    keys.revoke(w, MORNING + "09", twin, w.people["P-001"], w.people["P-002"], same_as="QS-0201")
    return page
