"""What a neighbour's keys book, which is sound in itself, tries to say about our people and our pages."""
import book_acts as acts
import heads
import keys_acts as keys
from cases import MORNING, Either, case, enrolled
from cases_honest import honest

V1 = "QS-01 高庄村队"
MADE = "2026-11-25T18:02:11+08:00"


def _twin(w, code, at="30"):
    """Our person's code and name, enrolled by the neighbour's officer with a key of the neighbour's."""
    ours = w.people[code]
    twin = w.person(code, ours.name, "SQP", ours.unit)
    keys.enrol(w, f"2026-11-26 08:{at}", twin, w.people["S-001"], made=w.ring.key(f"twin-{code}"))
    w.people[code] = ours
    return twin


@case("j10-twin-of-our-officer-on-our-root", "J10|J8|J11", "the neighbour's P-001 names our P-001's page")
def _(w):
    twin = _twin(w, "P-001")
    return acts.review(w, MORNING + "02", w["waits for review: refusal"], twin, entitled=w["root"])


@case("j10-twin-closes-our-book", "J10|J8|J11")
def _(w):
    twin = _twin(w, "P-002")
    return acts.close(w, MORNING + "02", "QSP.handover", "2026-11-25", twin, entitled=w["appoint second officer"])


@case("j10-twin-of-our-leader-on-our-leaders", "J10|J8|J11")
def _(w):
    twin = _twin(w, "QS-0201")
    return acts.sign(w, MORNING + "02", w["waits for inspected"], "inspected", twin, entitled=w["leaders"])


@case("j10-twin-enrols-in-our-keys-book", "J10|J8|J11|J22")
def _(w):
    twin = _twin(w, "P-001")
    return keys.enrol(w, MORNING + "02", w.people["QS-0301"], twin, station="QSP", entitled=w["root"])


@case("j11-recorder-enrolled-elsewhere", "J11|J10|J8", "by an enrolment that is not this directory's")
def _(w):
    twin = _twin(w, "QS-0102")
    entry = acts.patrol(w, MORNING + "02", V1, w.people["QS-0102"], "2026-11-25")
    return acts.sign(w, MORNING + "03", entry, "recorder", twin, post=None, entitled=w.title(twin))


@case("j11-incoming-enrolled-elsewhere", "J11|J10|J8")
def _(w):
    twin = _twin(w, "P-004")
    return acts.sign(w, MORNING + "03", w["handover waits"], "incoming", twin, entitled=w.title(twin))


@case("j18-witness-enrolled-elsewhere", "J18|J11|J8", "our witness has a key; the neighbour's twin confirms")
def _(w):
    twin = _twin(w, "QS-0102")
    return acts.witness(w, MORNING + "03", w["waits for witness: refusal"], twin, entitled=w.title(twin))


@case("j11-office-of-the-neighbours-making", "J11|J19|J10", "an office appointed by a station that is not ours")
def _(w):
    person = enrolled(w, "S-008", "假主任", "SQP", "30", "SQP", "S-001")
    keys.appoint(w, "2026-11-26 08:40", [("office", "SQP", person)], w.people["S-001"], w.people["S-002"])
    return acts.review(w, MORNING + "02", w["waits for review: refusal"], person,
                       entitled=w.title(person, "office", "SQP"))


@case("j22-enrolled-by-the-office", "J22|J10|J11|J8", "the office may recover a keys book, and no more")
def _(w):
    office = w.people["F-002"]
    return keys.enrol(w, MORNING + "02", w.people["QS-0301"], office, station="QSP",
                      entitled=w.title(office, "office", "XF"))


@honest("neighbour-merges-our-codes", "a merge in another station's keys book takes nothing away here")
def _(w):
    twin = _twin(w, "QS-002")
    keys.revoke(w, MORNING + "02", twin, w.people["S-001"], w.people["S-002"], same_as="QS-0101", station="SQP")


@honest("never-recovered-by-a-made-up-station", "a keys book that somebody invented beside ours; every screen shows it")
def _(w):
    w.names["ZZP"] = "虚构所"
    w.open("ZZP.keys", 2026, "ZZP")
    forger = w.person("Z-001", "虚构人", "ZZP", "ZZP")
    keys.root(w, "2026-11-26 08:00", forger)
    keys.recover(w, MORNING + "01", w.person("P-011", "新所长", "QSP", "QSP"), forger)


@case("j10-officer-of-another-station-by-our-book", "J10|J11|J25", "our book makes somebody officer of the neighbour's")
def _(w):
    person = enrolled(w, "P-013", "外派员", "QSP", "30")
    page = keys.appoint(w, "2026-11-26 08:40", [("officer", "SQP", person)], w.people["P-001"], w.people["P-002"])
    reviewed = acts.review(w, MORNING + "02", w["waits for review: refusal"], person, entitled=page)
    # Either the appointment is refused, or what comes of it.
    return [("J10|J11|J25|J6", reviewed)]


@case("j10-officer-of-a-team", "J10|J25", "an officer's post at a team")
def _(w):
    person = enrolled(w, "P-013", "外派员", "QSP", "30")
    page = keys.appoint(w, "2026-11-26 08:40", [("officer", "QS-01", person)], w.people["P-001"], w.people["P-002"])
    return acts.close(w, MORNING + "02", "QSP.handover", "2026-11-25", person, entitled=page)


@case("j11-our-officer-in-the-neighbours-book", "J11|J10", "our book cannot give a say in theirs")
def _(w):
    person = enrolled(w, "P-013", "外派员", "QSP", "30")
    page = keys.appoint(w, "2026-11-26 08:40", [("officer", "SQP", person)], w.people["P-001"], w.people["P-002"])
    return acts.close(w, MORNING + "02", "SQP.inspection", "2026-11-25", person, entitled=page)


@case("j17-inspector-signed-the-old-wording-only", "J17", "nobody has signed the newest one")
def _(w):
    entry = w["waits for inspected"]
    page = acts.correct(w, MORNING + "02", entry, {"Present": "5"}, w.people["P-001"], late="误")
    return acts.refuse(w, MORNING + "03", page, w.people["QS-0201"], w.people["QS-0102"], w.people["QS-002"],
                       post="inspector")


# Notes that leave something out, signed by an officer of the house.

def _note_without(w, *words):
    lines = [line for line in w.note.split("\n") if line.split(" ")[0] in ("volume", "key")
             and not all(word in line for word in words)]
    w.note = heads.note(w, "QSP", MADE, w.people["P-001"],
                        volumes=[line for line in lines if line.startswith("volume")],
                        keys=[line for line in lines if line.startswith("key")])


@case("h4-note-without-a-volume", "H4", "the volume was there when the note was made", True)
def _(w):
    _note_without(w, "volume", "QS.patrol")
    return w["patrol of QS"]


@case("h3-note-without-a-key", "H3", "the key was there when the note was made")
def _(w):
    _note_without(w, "key", "P-004")
    pages = [page for page in w.keys_book("QSP") if page.get("Person") == "P-004 陈警官"]
    return Either([pages[0]])


@case("h4-note-of-an-earlier-page", "H4", "the note says that the volume ended where it did not", True)
def _(w):
    page = w.volume("QS-01.patrol").pages[9]
    lines = [line for line in w.note.split("\n") if line.split(" ")[0] == "volume"]
    changed = [f"volume QS-01.patrol 2026 10 sha256:{page.digest}" if "QS-01.patrol 2026" in line else line
               for line in lines]
    w.note = heads.note(w, "QSP", MADE, w.people["P-001"], volumes=changed)
    return w.volume("QS-01.patrol").pages[10]


@case("note-volume-twice", "exit2|any", "two lines of one volume")
def _(w):
    page = w.volume("QS-01.patrol").pages[9]
    lines = [line for line in w.note.split("\n") if line.split(" ")[0] == "volume"]
    w.note = heads.note(w, "QSP", MADE, w.people["P-001"],
                        volumes=lines + [f"volume QS-01.patrol 2026 10 sha256:{page.digest}"])
    return "heads.txt", "0"


@case("note-cosigned-by-the-own-house", "exit2|any", "a second officer of the same station is no other house")
def _(w):
    body = w.note[:w.note.index("signed ")]
    w.note = heads.note(w, "QSP", MADE, w.people["P-001"])
    w.note += heads.seal(w, body, "cosigned", w.people["P-002"], "2026-11-26T09:30:00+08:00")
    return "heads.txt", "0"


@honest("note-signed-alone", "without any cosignature")
def _(w):
    w.note = heads.note(w, "QSP", MADE, w.people["P-001"])

