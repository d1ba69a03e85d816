"""J6: what a page names is there, is of the right kind, and counts."""
import book_acts as acts
from cases import MORNING, case

REFERENCES = {
    "not-there": lambda w: "QS.inspection 2026 No 999 sha256 " + "ab" * 32,
    "other-digest": lambda w: w["waits for inspected"].reference[:-64] + "ab" * 32,
    "signature": lambda w: w["only inspector"].reference,
    "close": lambda w: w["close by officer"].reference,
    "keys-page": lambda w: w["root"].reference,
    "volume-not-there": lambda w: "QS-09.inspection 2026 No 1 sha256 " + "ab" * 32,
}
for _name, _reference in REFERENCES.items():
    @case(f"j6-inspection-signs-{_name}", "J6|J14|J20|J5")
    def _(w, reference=_reference):
        return acts.sign(w, MORNING + "02", w["waits for inspected"], "inspected", w.people["QS-0201"],
                         signs=reference(w))

    @case(f"j6-inspection-corrects-{_name}", "J6|J14|J5")
    def _(w, reference=_reference):
        return acts.void(w, MORNING + "02", w["waits for inspected"], w.people["P-001"], corrects=reference(w),
                         late="误")


@case("j6-inspection-review-of-what-does-not-count", "J6")
def _(w):
    """A refusal by nobody who may, then its witness and review."""
    leader = w.people["QS-0201"]
    bad = acts.refuse(w, MORNING + "02", w["waits for inspected"], leader, w.people["QS-0102"], w.people["P-001"])
    return [("J10|J17", bad), acts.witness(w, MORNING + "03", bad, w.people["QS-0102"])]


@case("j6-inspection-signs-what-does-not-count", "J6|J14", "a signature under a correction by nobody who may")
def _(w):
    bad = acts.correct(w, MORNING + "02", w["both"], {"Present": "2"}, w.people["QS-0101"], late="误",
                       entitled=w.title(w.people["QS-0101"], "leader", "QS-01"))
    return [("J10", bad), acts.sign(w, MORNING + "03", bad, "inspected", w.people["QS-0101"])]


@case("j6-patrol-signs-a-page-of-another-kind", "J6|J20")
def _(w):
    return acts.sign(w, MORNING + "02", w["handover"], "recorder", w.people["QS-0101"],
                     volume=w.volume("QS-01.patrol"))
