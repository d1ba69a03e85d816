"""J21 to J24: the root of a keys book, enrolments, replacements and revocations."""
import keys_acts as keys
from cases import MORNING, case, everybody, table

T = MORNING + "05"


def _person(w, code):
    return w.people[code]


# J21

def _another_root(w):
    return keys.root(w, T, w.person("P-010", "自封人", "QSP", "QSP"))


table("J21", [
    ("j21-second-root", "somebody makes themselves the first officer", _another_root),
    ("j21-root-of-another-unit", "", lambda w: _root_changed(w, "Unit", "SQP")),
])


def _root_changed(w, name, value):
    page = w["root"]
    page.set(name, value)
    page.volume.rechain(0, everybody(w))
    return page


@case("j21-two-keys-books", "J21|J1", "another keys book with the same directory id", wide=True)
def _(w):
    w.names["QSP-2"] = "青石派出所"
    w.open("QSP-2.keys", 2026, "QSP")
    person = w.person("P-010", "自封人", "QSP-2", "QSP-2")
    return keys.root(w, T, person)


@case("j21-book-without-root", "J21|J6|J8|J9|J10|J22", "a keys book that begins with an enrolment")
def _(w):
    volume = w["root"].volume
    del volume.pages[0]
    volume.rechain(0, everybody(w))
    return volume.path, "0|1"


@case("j21-root-signed-by-another-key", "J7|J21|J8")
def _(w):
    page = w["root"]
    page.set("Key", w.people["P-002"].key().fingerprint)
    page.volume.rechain(0, everybody(w))
    return page


# J22: enrolment

table("J22|J10", [
    ("j22-enrolled-by-a-leader", "",
     lambda w: keys.enrol(w, T, _person(w, "QS-0301"), _person(w, "QS-001"),
                          entitled=w.title(_person(w, "QS-001"), "leader", "QS"))),
    ("j22-enrolled-by-a-dismissed-officer", "",
     lambda w: keys.enrol(w, T, _person(w, "QS-0301"), _person(w, "P-003"), entitled=w["appoint third officer"])),
    ("j22-second-key-while-one-is-in-force", "a colleague's new key in another's name",
     lambda w: keys.enrol(w, T, _person(w, "QS-0101"), _person(w, "P-001"))),
    ("j22-another-name-for-the-code", "",
     lambda w: keys.enrol(w, T, w.person("QS-0301", "冒名人", "QSP", "QS-03"), _person(w, "P-001"))),
    ("j22-another-name-after-revocation", "", lambda w: _renamed_after_revocation(w)),
    ("j22-key-of-somebody-else", "one key under two codes",
     lambda w: keys.enrol(w, T, _person(w, "QS-0301"), _person(w, "P-001"), made=_person(w, "QS-0101").key())),
    ("j22-key-that-was-somebodys", "a replaced key comes back under another code",
     lambda w: keys.enrol(w, T, _person(w, "QS-0301"), _person(w, "P-001"),
                          made=_person(w, "QS-0101").keys[0][1])),
    ("j22-key-of-the-neighbours", "never anybody's in any book",
     lambda w: keys.enrol(w, T, _person(w, "QS-0301"), _person(w, "P-001"), made=_person(w, "SQ-001").key())),
    ("j22-officers-own-key", "the officer enrols an invented leader with their own key",
     lambda w: keys.enrol(w, T, _person(w, "QS-0301"), _person(w, "P-001"), made=_person(w, "P-001").key())),
])


def _renamed_after_revocation(w):
    member = w.people["QS-0102"]
    keys.revoke(w, MORNING + "01", member, member)
    return keys.enrol(w, T, member, w.people["P-001"], person_text="QS-0102 高铁钢")


@case("j22-enrols-themselves", "J22|J8|J10", "nobody enrols themselves: a second key of one's own")
def _(w):
    return keys.enrol(w, T, w.people["P-002"], w.people["P-002"], key=w.people["P-002"].key())


@case("j22-own-key-again-after-revocation", "J22", "the very key that was revoked comes back")
def _(w):
    member = w.people["QS-0102"]
    old = member.key()
    keys.revoke(w, MORNING + "01", member, member)
    return keys.enrol(w, T, member, w.people["P-001"], made=old)


@case("j22-enrolled-by-the-neighbours-officer", "J22|J10|J11|J8")
def _(w):
    return keys.enrol(w, T, w.people["QS-0301"], w.people["S-001"], station="QSP")


# J23: replacement

table("J23|J10|J12", [
    ("j23-second-hand-is-a-leader", "",
     lambda w: keys.replace(w, T, _person(w, "QS-0201"), _person(w, "P-001"), _person(w, "QS-001"))),
    ("j23-second-hand-is-a-dismissed-officer", "",
     lambda w: keys.replace(w, T, _person(w, "QS-0201"), _person(w, "P-001"), _person(w, "P-003"))),
    ("j23-one-officer-twice", "",
     lambda w: keys.replace(w, T, _person(w, "QS-0201"), _person(w, "P-001"), _person(w, "P-001"))),
    ("j23-signed-by-a-leader", "",
     lambda w: keys.replace(w, T, _person(w, "QS-0201"), _person(w, "QS-001"),
                            entitled=w.title(_person(w, "QS-001"), "leader", "QS"))),
    ("j23-key-of-somebody-else", "",
     lambda w: keys.replace(w, T, _person(w, "QS-0201"), _person(w, "P-001"), _person(w, "P-002"),
                            made=_person(w, "QS-0101").key())),
    ("j23-the-same-key", "",
     lambda w: keys.replace(w, T, _person(w, "QS-0201"), _person(w, "P-001"), made=_person(w, "QS-0201").key())),
    ("j23-an-older-key-of-their-own", "the key that was replaced in March",
     lambda w: keys.replace(w, T, _person(w, "QS-0101"), _person(w, "P-001"), made=_person(w, "QS-0101").keys[0][1])),
    ("j23-of-somebody-without-a-key", "", lambda w: _replace_nobody(w)),
    ("j23-of-a-revoked-key", "", lambda w: _replace_revoked(w)),
])


def _replace_nobody(w):
    stranger = w.people["QS-0301"]
    stranger.keys.append(("2025-01-01", w.ring.key("forger")))
    return keys.replace(w, T, stranger, w.people["P-001"], w.people["P-002"])


def _replace_revoked(w):
    member = w.people["QS-0102"]
    keys.revoke(w, MORNING + "01", member, member)
    return keys.replace(w, T, member, w.people["P-001"], w.people["P-002"])


@case("j23-another-name", "J23")
def _(w):
    page = keys.replace(w, T, w.people["QS-0201"], w.people["P-001"], w.people["P-002"])
    page.set("Person", "QS-0201 柳长海")
    page.volume.seal(page, everybody(w))
    return page


@case("j23-no-second-hand", "J3|J23", "an officer alone exchanges a key")
def _(w):
    return keys.replace(w, T, w.people["QS-0201"], w.people["P-001"], False)


# J24: revocation

table("J24|J10|J12", [
    ("j24-one-officer-alone", "", lambda w: keys.revoke(w, T, _person(w, "QS-0101"), _person(w, "P-001"))),
    ("j24-one-officer-twice", "",
     lambda w: keys.revoke(w, T, _person(w, "QS-0101"), _person(w, "P-001"), _person(w, "P-001"))),
    ("j24-another-leader", "",
     lambda w: keys.revoke(w, T, _person(w, "QS-0101"), _person(w, "QS-001"),
                           entitled=w.title(_person(w, "QS-001")))),
    ("j24-officer-and-leader", "",
     lambda w: keys.revoke(w, T, _person(w, "QS-0101"), _person(w, "P-001"), _person(w, "QS-001"))),
    ("j24-officer-and-dismissed-officer", "",
     lambda w: keys.revoke(w, T, _person(w, "QS-0101"), _person(w, "P-001"), _person(w, "P-003"))),
    ("j24-of-somebody-without-a-key", "",
     lambda w: keys.revoke(w, T, _person(w, "QS-0301"), _person(w, "P-001"), _person(w, "P-002"))),
])


@case("j24-revoked-twice", "J24")
def _(w):
    keys.revoke(w, MORNING + "01", w.people["QS-0102"], w.people["P-001"], w.people["P-002"])
    return keys.revoke(w, T, w.people["QS-0102"], w.people["P-001"], w.people["P-002"])
