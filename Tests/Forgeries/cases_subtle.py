"""Forgeries that only an exact reading finds: encodings, other titles to the same post, other names."""
import base64
import hashlib

import book_acts as acts
import keys_acts as keys
from cases import BOOKS, MORNING, case, everybody, fresh
from cases_honest import honest
from sshkeys import armour, bytes_of
from volumes import field, to_bytes

QS, V1 = "QS 青石镇专职队", "QS-01 高庄村队"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
ORDER = 2 ** 252 + 27742317777372353535851937790883648493


def _rearmoured(change):
    """The same signature in other letters: it still holds, but the page is another one."""
    def forged(w, book):
        page = fresh(w, book)
        page.set("Signature", change(page.get("Signature")))
        page.volume.seal(page)
        return page
    return forged


def _other_lines(text):
    first, *lines, last = text.split("\n")
    whole = "".join(lines)
    return "\n".join([first, *(whole[at:at + 64] for at in range(0, len(whole), 64)), last])


def _other_letters(text):
    """The last letter before the padding has bits that nobody reads."""
    assert text.split("\n")[-2].endswith("="), "no padding, no spare bits"
    at = text.index("=")
    letter = ALPHABET[ALPHABET.index(text[at - 1]) ^ 1]
    return text[:at - 1] + letter + text[at:]


def _other_number(text):
    """Ed25519 lets a verifier that is not strict take S + L for S."""
    raw = bytes_of(text)
    number = int.from_bytes(raw[-32:], "little") + ORDER
    return armour(raw[:-32] + number.to_bytes(32, "little"))


for _book in BOOKS:
    for _name, _change in (
            ("lines-of-64", _other_lines), ("spare-bits", _other_letters), ("plus-order", _other_number)):
        case(f"j7-{_book}-armour-{_name}", "J3|J7", _change.__doc__ or "")(
            lambda w, book=_book, change=_change: _rearmoured(change)(w, book))


def _spoilt(book, rules, name, spoil):
    def forged(w):
        page = fresh(w, book)
        number = page.number
        spoil(page)
        page.volume.seal(page, everybody(w))
        return page.volume.path, str(number)
    case(f"j3-{book}-{name}", rules, "signed with it")(forged)


for _book in BOOKS:
    _spoilt(_book, "J3", "fullwidth-digits-in-date", lambda page: page.set("Date", "２" + page.get("Date")[1:]))
    _spoilt(_book, "J3", "words-behind-a-reference", lambda page: page.set("Keys", page.get("Keys") + " ok"))
    _spoilt(_book, "J3", "short-offset", lambda page: page.replace("+08:00 ", "+8:00 "))
    _spoilt(_book, "J4|J3", "second-60", lambda page: page.replace("09:01:00+", "09:01:60+"))
_spoilt("keys", "J3", "comment-behind-a-key", lambda page: page.set("NewKey", page.get("NewKey") + " 李春生"))
_spoilt("keys", "J3|J7", "key-in-other-words",
        lambda page: page.set("NewKey", "ed25519 " + page.get("NewKey").split()[1]))


@case("j3-keys-seals-out-of-order", "J3")
def _(w):
    page = fresh(w, "keys")
    proof = page.get("Proof")
    page.drop("Proof")
    page.volume.seal(page, everybody(w))
    page.insert("Digest", field("Proof", proof))
    page.volume.seal(page)
    return page


@case("j7-keys-second-hand-before-the-proof", "J7", "who cosigned had not seen that the new key proves itself")
def _(w):
    page = keys.replace(w, MORNING + "02", w.people["QS-0201"], w.people["P-001"], w.people["P-002"])
    second = w.people["P-002"].key()
    made = second.sign(page.volume.namespace("Cosigned"), to_bytes(page.before("Proof")))
    page.set("Cosigned", made)
    page.volume.seal(page, [w.people["P-001"].key()])
    return page


class Skeleton:
    """A public key to which there is no secret: one signature holds under it for every message.

    Its point is the neutral one of the curve, and OpenSSH takes it.
    """
    type = "ssh-ed25519"

    def __init__(self):
        point = bytes([1]) + bytes(31)
        self.blob = _string(b"ssh-ed25519") + _string(point)
        self.signature = _string(_string(b"ssh-ed25519") + _string(point + bytes(32)))
        self.base64 = base64.b64encode(self.blob).decode("ascii")
        self.public = f"ssh-ed25519 {self.base64}"
        self.fingerprint = "SHA256:" + base64.b64encode(hashlib.sha256(self.blob).digest()).decode().rstrip("=")

    def sign(self, namespace, message):
        return armour(b"SSHSIG" + (1).to_bytes(4, "big") + _string(self.blob) + _string(namespace.encode())
                      + _string(b"") + _string(b"sha512") + self.signature)


def _string(data):
    return len(data).to_bytes(4, "big") + data


@case("j7-keys-key-that-signs-everything", "J3|J7|J22", "a key to which there is no secret: everybody can sign with it")
def _(w):
    return keys.enrol(w, MORNING + "02", w.people["QS-0301"], w.people["P-001"], made=Skeleton())


# Titles.

@case("j10-review-on-a-title-that-ended", "J10", "appointed again, but the first appointment is named")
def _(w):
    officer = w.people["P-003"]
    old = w["appoint third officer"]
    keys.appoint(w, MORNING + "01", [("officer", "QSP", officer)], w.people["P-001"], w.people["P-002"])
    return acts.review(w, MORNING + "02", w["waits for review: refusal"], officer, entitled=old)


@honest("review-on-the-new-title")
def _(w):
    officer = w.people["P-003"]
    keys.appoint(w, MORNING + "01", [("officer", "QSP", officer)], w.people["P-001"], w.people["P-002"])
    acts.review(w, MORNING + "02", w["waits for review: refusal"], officer)


@case("j10-inspected-on-the-neighbours-title", "J10|J11", "a leader of ours names the neighbour's page of leaders")
def _(w):
    return acts.sign(w, MORNING + "02", w["waits for inspected"], "inspected", w.people["QS-0201"],
                     entitled=w["SQ leaders"])


@case("j10-title-newer-than-the-keys-page", "J10", "Keys names a page of before the appointment")
def _(w):
    officer = w.people["P-003"]
    old = w.newest_keys("QSP", "2026-11-26T08:00")
    keys.appoint(w, MORNING + "01", [("officer", "QSP", officer)], w.people["P-001"], w.people["P-002"])
    return acts.review(w, MORNING + "02", w["waits for review: refusal"], officer, keys=old)


@case("j10-review-on-the-root", "J10", "the second officer names the first one's page")
def _(w):
    return acts.review(w, MORNING + "02", w["waits for review: refusal"], w.people["P-002"], entitled=w["root"])


@case("j11-our-book-once-appointed-for-the-unit", "J11", "a unit for which a page here appoints is ours")
def _(w):
    """Even where that post has ended: who signs for the unit is decided in one place."""
    keys.appoint(w, MORNING + "01", [("leader", "SQ-01", w.people["QS-0102"])], w.people["P-001"])
    entry = acts.inspection(w, MORNING + "02", QS, w.people["QS-002"], "SQ-01 桥东村队", "2026-11-25")
    return acts.sign(w, MORNING + "03", entry, "inspected", w.people["SQ-0101"], volume=w.volume("SQP.inspection"))


@case("j13-handover-to-oneself-signed-twice", "J12|J13", "one person in both fields signs once")
def _(w):
    return acts.sign(w, MORNING + "02", w["handover alone"], "incoming", w.people["S-001"], post="officer")


@case("j12-handover-by-one-person-for-two", "J10|J12", "two are named, one signs for both")
def _(w):
    return acts.sign(w, MORNING + "02", w["handover waits"], "incoming", w.people["P-002"], post="officer")


@case("j14-reopened-by-who-struck-out-unsigned", "J14", "the void was not signed; who recorded it struck out")
def _(w):
    entry = acts.inspection(w, MORNING + "01", QS, w.people["QS-002"], V1, "2026-11-25")
    acts.void(w, MORNING + "02", entry, by=w.people["P-001"])
    return acts.reopen(w, MORNING + "03", entry, w.people["P-001"])


@honest("reopened-by-another")
def _(w):
    acts.reopen(w, MORNING + "03", w["void patrol"], w.people["P-001"])
    acts.sign(w, MORNING + "04", w.volume("QS-01.patrol").pages[-1], "recorder", w.people["QS-0101"])


@case("j14-signature-of-before-the-reopening", "J14|J13", "after a reopening both sign again, the reopening")
def _(w):
    entry = acts.inspection(w, MORNING + "01", QS, w.people["QS-002"], V1, "2026-11-25")
    acts.sign(w, MORNING + "02", entry, "inspector", w.people["QS-002"], post="inspector")
    acts.void(w, MORNING + "03", entry, w.people["P-001"])
    acts.reopen(w, MORNING + "04", entry, w.people["P-002"])
    return acts.sign(w, MORNING + "05", entry, "inspected", w.people["QS-0101"])


@honest("refused-by-the-deputy-of-the-day")
def _(w):
    deputy = w.people["QS-0102"]
    entry = acts.inspection(w, MORNING + "10", QS, w.people["QS-002"], V1, "2026-11-26", "08:30", "08:50")
    acts.sign(w, MORNING + "11", entry, "inspector", w.people["QS-002"], post="inspector")
    page = acts.refuse(w, MORNING + "12", entry, deputy, w.people["QS-0201"], deputy, statement="不认可。",
                       refused_by=w["deputy by officer"])
    acts.witness(w, MORNING + "13", page, w.people["QS-0201"])


@case("j10-entry-under-another-name", "J3|J8|J10|J22", "the entry names the inspector's code with another name")
def _(w):
    entry = acts.inspection(w, MORNING + "01", QS, "QS-002 吴小勇", V1, "2026-11-25", by=w.people["QS-002"])
    return acts.sign(w, MORNING + "02", entry, "inspector", w.people["QS-002"], post="inspector")


# Places.

def _file(name, path, rules="J1", about="", wide=False):
    def forged(w):
        w.extra[path] = w.volume("QS.patrol").text
        return path, "0"
    case(f"j1-file-{name}", rules, about, wide)(forged)


_file("hidden", "books/2026/.QS.patrol.rec")
_file("lower-case", "books/2026/qs.patrol.rec")
_file("year-with-zero", "books/02026/QS.patrol.rec")
_file("other-kind", "books/2026/QS.reports.rec")
_file("blank-in-name", "books/2026/QS 2.patrol.rec", "any")
_file("line-end-in-name", "books/2026/QS\n2.patrol.rec", "any", "a name of two lines", True)
_file("in-a-folder-of-that-name", "books/2026/QS-05.patrol.rec/QS.patrol.rec", "J1", "", True)


@case("j1-folder-in-the-place-of-a-volume", "J1|any")
def _(w):
    w.volumes.pop(("QS.patrol", 2026))
    w.extra["books/2026/QS.patrol.rec/x"] = "x\n"
    return "books/2026/QS.patrol.rec", "0"


@honest("volume-without-a-page", "the header was written, the first page was not")
def _(w):
    w.open("QS-03.patrol", 2026, "QSP")

