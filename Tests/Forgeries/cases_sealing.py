"""J7 to J9: whether a signature holds, whose key it is, which keys book was seen."""
import book_acts as acts
import keys_acts as keys
from cases import BOOKS, MORNING, case, enrolled, everybody, fresh
from sshkeys import armour, bytes_of
from volumes import to_bytes


def _signed(w, page, seal="Signature", armoured=None, **how):
    """Puts a signature in by hand; later seals and the digest follow."""
    page.set(seal, armoured or how.pop("key").sign(how.pop("namespace"), to_bytes(page.before(seal)), **how))
    rightful = page.key_of(seal)
    page.volume.seal(page, [key for key in everybody(w) if rightful not in (key.fingerprint, key.public)])
    return page


def _flipped(page, w):
    raw = bytearray(bytes_of(page.get("Signature")))
    raw[-1] ^= 1
    return _signed(w, page, armoured=armour(bytes(raw)))


def _longer(page, w):
    return _signed(w, page, armoured=armour(bytes_of(page.get("Signature")) + b"\0"))


def _elsewhere(page, w):
    """The signature of another page of the same person, or of the same book."""
    before = [other for other in page.volume.pages[:-1] if other.get("Key")]
    return _signed(w, page, armoured=before[-1].get("Signature"))


def _namespace(name):
    def spoil(page, w):
        told = "xunfang-book" if w.demo and name == "xunfang-demo" else name
        return _signed(w, page, key=w.ring.by_fingerprint(page.get("Key")), namespace=told)
    return spoil


def _changed_after(page, w):
    """The text is changed after it was signed, digest and chain are made anew."""
    page.set("Recorded", page.get("Recorded").replace("09:01:00", "09:01:07"))
    page.volume.seal(page)
    return page


def _by_forger(page, w):
    """The forger's own key signs, the signer's fingerprint stands."""
    return _signed(w, page, key=w.ring.key("forger"), namespace=page.volume.namespace("Signature"))


def _weak_hash(page, w):
    return _signed(w, page, key=w.ring.by_fingerprint(page.get("Key")),
                   namespace=page.volume.namespace("Signature"), hash="sha256")


J7 = {"bit-flipped": _flipped, "longer": _longer, "of-another-page": _elsewhere, "namespace-file": _namespace("file"),
      "namespace-demo": _namespace("xunfang-demo"), "namespace-key": _namespace("xunfang-key"),
      "namespace-heads": _namespace("xunfang-heads"), "changed-after-signing": _changed_after,
      "by-another-key": _by_forger, "sha256": _weak_hash}


def _key_of_the_forger(page, w):
    """The other's name and code, the forger's own key with its own fingerprint (a key nobody enrolled)."""
    page.set("Key", w.ring.key("forger").fingerprint)
    page.volume.seal(page, everybody(w))
    return page


def _key_of_a_colleague(page, w):
    """The other's name and code, a colleague's enrolled key."""
    page.set("Key", w.people["QS-002"].key().fingerprint)
    page.volume.seal(page, everybody(w))
    return page


def _another_name(page, w):
    """One's own code and key under a name that is not the enrolled one."""
    page.set("Signer", page.get("Signer") + "子")
    page.set("Recorded", page.get("Recorded") + "子")
    page.volume.seal(page, everybody(w))
    return page


def _recorded_by_another(page, w):
    page.set("Recorded", page.recorded + " P-003 赵警官")
    page.volume.seal(page, everybody(w))
    return page


J8 = {"key-nobody-enrolled": _key_of_the_forger, "key-of-a-colleague": _key_of_a_colleague,
      "another-name": _another_name, "recorded-by-another": _recorded_by_another}


def _keys(value):
    def spoil(page, w):
        page.set("Keys", value(page, w))
        page.volume.seal(page, everybody(w))
        return page
    return spoil


def _wrong_directory(page, w):
    page.set("Directory", w.directory("SQP"))
    page.volume.seal(page, everybody(w))
    return page


def _later_page(page, w):
    """A keys page that is recorded after the page that names it."""
    later = keys.enrol(w, MORNING + "30", w.person("QS-0909", "后来人", "QSP", "QS"), w.people["P-001"])
    return later.reference


J9 = {"keys-older-than-named": _keys(lambda page, w: w["deputies"].reference),
      "keys-other-digest": _keys(lambda page, w: page.get("Keys")[:-64] + "ab" * 32),
      "keys-not-there": _keys(lambda page, w: "QSP.keys 2026 No 999 sha256 " + "ab" * 32),
      "keys-of-another-book": _keys(lambda page, w: w["both"].reference),
      "directory-of-another": _wrong_directory}


def _register():
    for book in BOOKS:
        for rule, table in (("J7", J7), ("J8", J8), ("J9", J9)):
            for name, spoil in table.items():
                # What stands in a keys book is named by nobody else yet, so its order is its own.
                rules = "J8|J9|J3" if name == "keys-of-another-book" else rule
                case(f"{rule.lower()}-{book}-{name}", rules, spoil.__doc__ or "")(
                    lambda w, book=book, spoil=spoil: spoil(fresh(w, book), w))
    for book in BOOKS[:3]:
        case(f"j9-{book}-keys-from-the-future", "J9")(
            lambda w, book=book: _keys(_later_page)(fresh(w, book), w))


_register()


def _as_rsa(w, page):
    rsa = w.ring.key("forger-rsa", "rsa")
    page.set("Key", rsa.fingerprint)
    page.volume.seal(page, [rsa])
    return page


@case("j7-keys-rsa", "J7|J3|J22", "a key of another kind is enrolled")
def _(w):
    return keys.enrol(w, MORNING + "02", w.people["QS-0301"], w.people["P-001"], made=w.ring.key("forger-rsa", "rsa"))


@case("j7-inspection-rsa", "J7|J8")
def _(w):
    return _as_rsa(w, fresh(w, "inspection"))


@case("j7-inspection-token-untouched", "J7", "a token that nobody touched signs nothing")
def _(w):
    token = w.people["QS-003"]
    entry = acts.inspection(w, MORNING + "02", "QS 青石镇专职队", token, "QS-01 高庄村队", "2026-11-25")
    return acts.sign(w, MORNING + "03", entry, "inspector", token, post="deputy", touched=False)


@case("j7-keys-proof-untouched", "J7")
def _(w):
    person = w.person("QS-0904", "新来人", "QSP", "QS", "token")
    key = keys.new_key(w, person)
    page = keys.enrol(w, MORNING + "02", person, w.people["P-001"], made=key)
    return _signed(w, page, "Proof", key=key, namespace=page.volume.namespace("Proof"), touched=False)


@case("j7-keys-proof-by-the-officer", "J7", "the officer proves a key that is not theirs")
def _(w):
    page = fresh(w, "keys")
    return _signed(w, page, "Proof", key=w.people["P-001"].key(), namespace=page.volume.namespace("Proof"))


@case("j7-keys-proof-as-a-signature", "J7", "the new key signed, but as a book page")
def _(w):
    page = fresh(w, "keys")
    return _signed(w, page, "Proof", key=w.people["QS-0301"].key(), namespace=page.volume.namespace("Signature"))


@case("j7-keys-second-hand-forged", "J7", "the first officer alone, in the name of the second")
def _(w):
    page = keys.appoint(w, MORNING + "02", [("officer", "QSP", w.people["P-003"])], w.people["P-001"],
                        w.people["P-002"])
    return _signed(w, page, "Cosigned", key=w.people["P-001"].key(), namespace=page.volume.namespace("Cosigned"))


@case("j7-keys-old-key-forged", "J7", "a key exchanged in the name of its owner")
def _(w):
    page = keys.replace(w, MORNING + "02", w.people["QS-0201"], w.people["P-001"])
    return _signed(w, page, "Cosigned", key=w.people["P-001"].key(), namespace=page.volume.namespace("Cosigned"))


@case("j8-inspection-key-revoked", "J8", "the key was revoked in June, its owner has another since")
def _(w):
    old = w.people["QS-0202"].keys[0][1]
    return acts.sign(w, MORNING + "02", w["waits for inspected"], "inspected", w.people["QS-0202"],
                     post="deputy", key=old)


@case("j8-inspection-key-replaced", "J8", "an old key after its replacement")
def _(w):
    return acts.sign(w, MORNING + "02", w["correction by officer"], "inspected", w.people["QS-0101"],
                     key=w.people["QS-0101"].keys[0][1])


@case("j8-patrol-key-revoked-today", "J8")
def _(w):
    leader = w.people["QS-0101"]
    keys.revoke(w, MORNING + "02", leader, leader)
    return acts.sign(w, MORNING + "03", w["after midnight"], "recorder", leader)


@case("j8-inspection-before-enrolment", "J8", "a key of this morning signs as of last night")
def _(w):
    person = enrolled(w, "QS-0301", "李春生", "QS-03", "30")
    entry = acts.inspection(w, "2026-11-26 08:00", "QS 青石镇专职队", w.people["QS-002"], "QS-03 小李庄村队", "2026-11-25")
    return acts.sign(w, "2026-11-26 08:10", entry, "inspected", person, key=person.keys[0][1],
                     keys=w.newest_keys("QSP", "2026-11-26T08:00"))


@case("j8-inspection-keys-of-another-book", "J8", "our signer names the neighbour's keys book")
def _(w):
    page = fresh(w, "inspection")
    page.set("Keys", w["SQ leaders"].reference)
    page.volume.seal(page, everybody(w))
    return page


@case("j8-inspection-neighbour-names-our-keys-book", "J8", "the neighbour's leader names ours")
def _(w):
    return acts.sign(w, MORNING + "02", w["neighbour"], "inspected", w.people["SQ-0101"],
                     volume=w.volume("SQP.inspection"), keys=w.newest_keys("QSP", MORNING + "02"))


@case("j8-keys-second-hand-of-the-neighbour", "J8", "the second hand is an officer of the neighbour's")
def _(w):
    return keys.appoint(w, MORNING + "02", [("officer", "QSP", w.people["P-003"])], w.people["P-001"],
                        w.people["S-001"])


@case("j8-keys-old-key-is-not-theirs", "J8|J23", "the replaced key's owner is somebody else")
def _(w):
    return keys.replace(w, MORNING + "02", w.people["QS-0201"], w.people["P-001"], w.people["QS-0201"],
                        w.people["QS-0101"].key())


@case("j9-inspection-signed-for-a-copy", "J9", "what was signed in a training copy is put here")
def _(w):
    page = fresh(w, "inspection")
    plain = w.directory("QSP")[-32:]
    page.set("Directory", plain if w.demo else "demo-" + plain)
    page.volume.seal(page, everybody(w))
    return page


def _revoked_then_dated_back(w):
    """Revoked at nine; a signature of ten past nine says eight, and names the keys page of before."""
    leader = w.people["QS-0201"]
    old = w.newest_keys("QSP", "2026-11-26T08:00")
    keys.revoke(w, "2026-11-26 08:30", leader, leader)
    acts.sign(w, "2026-11-26 08:40", w["correction by officer"], "inspected", w.people["QS-0101"])
    return leader, old


@case("j9-inspection-dated-back-after-revocation", "J4|J9", "back-dated before one's own revocation")
def _(w):
    leader, old = _revoked_then_dated_back(w)
    return acts.sign(w, "2026-11-26 08:20", w["waits for inspected"], "inspected", leader, keys=old)


@case("j9-inspection-old-keys-page", "J8|J9", "the time is true, the keys page is that of before the revocation")
def _(w):
    leader, old = _revoked_then_dated_back(w)
    return acts.sign(w, MORNING + "02", w["waits for inspected"], "inspected", leader, keys=old)
