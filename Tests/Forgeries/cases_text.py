"""J3: pages that say more, or less, or otherwise than a reader sees.

Whoever signs spoils the page before signing, so digest and signature hold: only the grammar is broken.
"""
import book_acts as acts
import keys_acts as keys
from cases import BOOKS, MORNING, case, everybody, fresh
from volumes import field

UNSEEN = {"escape": "\x1b[2J", "delete": "\x7f", "c1": "\x85", "zero-width": "\u200b", "right-to-left": "\u202e",
          "isolate": "\u2066", "byte-order-mark": "\ufeff", "arabic-mark": "\u061c", "tab": "\t", "nul": "\0"}
BROKEN = {"no-utf8": "\udcff", "surrogate": "\udced\udca0\udc80", "overlong": "\udcc0\udcaf"}


def _after_signature(page):
    page.insert("Digest", "Statement: 本人认可全部问题。\n")


def _unseen(text):
    def spoil(page):
        end = page.text.index("\nRecorded: ")
        end = page.text.index("\n", end + 1)
        page.text = page.text[:end] + text + page.text[end:]
    return spoil


def _twice(page):
    page.insert("Recorded", f"Date: {page.get('Date')}\n")


def _swapped(page):
    key = page.get("Key")
    page.drop("Key")
    page.insert("Signer", f"Key: {key}\n")


def _replaced(name, change):
    def spoil(page):
        page.set(name, change(page.get(name)))
    return spoil


# Under the signature, so that only the page's own signer can have written it.
SPOILS = {
    "field-twice": _twice,
    "unknown-field": lambda page: page.insert("Signer", "Note: 已核\n"),
    "unknown-kind": lambda page: page.set("Kind", "annotation"),
    "field-of-another-kind": lambda page: page.insert("Signer", "Verdict: overrule\n"),
    "empty-field": lambda page: page.insert("Recorded", "Torn:\n"),
    "empty-field-with-blank": lambda page: page.insert("Recorded", "Torn: \n"),
    "order": _swapped,
    "two-blanks": lambda page: page.replace("Signer: ", "Signer:  "),
    "no-blank": lambda page: page.replace("Signer: ", "Signer:"),
    "comment": lambda page: page.insert("Signer", "# 已核\n"),
    "blank-line": lambda page: page.insert("Signer", "\n"),
    "plus-without-blank": lambda page: page.insert("Signer", "+更多\n"),
    "blank-at-end-of-line": lambda page: page.insert("Signer", "+ 更多 \n"),
    "empty-line-of-a-value": lambda page: page.insert("Signer", "+ \n+ 更多\n"),
    "carriage-return": lambda page: page.replace("\nSigner", "\r\nSigner"),
    "day-that-is-none": _replaced("Date", lambda day: "2026-02-30"),
    "number-with-zero": lambda page: page.replace("Number: ", "Number: 0"),
    "short-fingerprint": _replaced("Key", lambda key: key[:-1]),
    "digest-in-capitals": _replaced("Keys", lambda ref: ref[:-64] + ref[-64:].upper()),
    "lower-case-code": _replaced("Signer", lambda text: text.lower()),
    "offset": lambda page: page.replace("+08:00 ", "+15:00 "),
    "no-offset": lambda page: page.replace("+08:00 ", " "),
    "no-entitlement": lambda page: page.drop("Entitled"),
    "no-keys": lambda page: page.drop("Keys"),
    "no-directory": lambda page: page.drop("Directory"),
    "no-fingerprint": lambda page: page.drop("Key"),
    **{name: _unseen(text) for name, text in {**UNSEEN, **BROKEN}.items()},
}
# Later than the signature: no key is needed.
APPENDED = {
    "text-after-signature": _after_signature,
    "signer-after-signature": lambda page: page.insert("Digest", "Refused: QS-0101 高得胜\n"),
    "second-signature": lambda page: page.insert("Digest", field("Signature", page.get("Signature"))),
    "blank-in-base64": lambda page: page.replace("\n+ -----END", " \n+ -----END"),
    "line-below-signature": lambda page: page.insert("Digest", "+ 补充说明\n"),
    "no-signature": lambda page: page.drop("Signature"),
}


def _register():
    for book in BOOKS:
        for name, spoil in SPOILS.items():
            def change(w, book=book, spoil=spoil):
                page = fresh(w, book)
                number = page.number
                spoil(page)
                page.volume.seal(page, everybody(w))
                return page.volume.path, str(number)
            case(f"j3-{book}-{name}", "J3", "signed with it")(change)
        for name, spoil in APPENDED.items():
            def change(w, book=book, spoil=spoil):
                page = fresh(w, book)
                spoil(page)
                page.volume.seal(page)
                return page
            case(f"j3-{book}-{name}", "J3", "put there after the signature")(change)


_register()


@case("j3-inspection-decomposed", "J3", "letters that are not composed (NFC)")
def _(w):
    return acts.inspection(w, MORNING + "30", "QS 青石镇专职队", w.people["QS-002"], "QS-01 高庄村队", "2026-11-25",
                           changes={"Remark": "cafe\u0301"})


@case("j3-inspection-unsigned-review", "J3")
def _(w):
    return acts.review(w, MORNING + "02", w["waits for review: refusal"], w.people["P-001"], seals=[])


@case("j3-inspection-close-without-sign", "J3")
def _(w):
    volume = w.volume("QS.inspection")
    return w.page(volume, "close", MORNING + "02", [("Date", "2026-11-25"), ("Signs", volume.pages[-1].reference)],
                  by=w.people["P-001"])


@case("j3-patrol-with-signature", "J3", "an entry is signed by a page, not in itself")
def _(w):
    leader = w.people["QS-0101"]
    page = acts.patrol(w, MORNING + "02", "QS-01 高庄村队", leader, "2026-11-25")
    page.insert("Digest", "Signature: " + w["recorder by officer"].get("Signature").replace("\n", "\n+ ") + "\n")
    page.volume.seal(page)
    return page


@case("j3-patrol-inspection-in-it", "J3", "a kind of another book")
def _(w):
    return acts.inspection(w, MORNING + "02", "QS-01 高庄村队", w.people["QS-0101"], "QS-02 柳庄村队", "2026-11-25",
                           volume=w.volume("QS-01.patrol"))


@case("j3-inspection-enrol-in-it", "J3", "keys pages stand in the keys book alone")
def _(w):
    page = fresh(w, "keys")
    volume = w.volume("QS.inspection")
    page.volume.pages.remove(page)
    copied = volume.insert(len(volume.pages), page.text)
    volume.rechain(len(volume.pages) - 1, everybody(w))
    return copied


@case("j3-keys-patrol-in-it", "J3")
def _(w):
    return acts.patrol(w, MORNING + "02", "QSP 青石派出所", w.people["P-001"], "2026-11-25", volume=w.volume("QSP.keys"))


@case("j3-keys-proof-missing", "J3")
def _(w):
    return keys.enrol(w, MORNING + "02", w.people["QS-0301"], w.people["P-001"], seals=["Signature"])


@case("j3-keys-proof-of-nothing", "J3", "a Proof where there is no new key")
def _(w):
    page = keys.dismiss(w, MORNING + "02", [("leader", "QS-03", w.people["QS-0301"])], w.people["P-001"])
    page.insert("Signature", "Proof: " + w["enrol member"].get("Proof").replace("\n", "\n+ ") + "\n")
    page.volume.seal(page, everybody(w))
    return page


@case("j3-keys-second-hand-unsigned", "J3", "With stands there, Cosigned does not")
def _(w):
    return keys.appoint(w, MORNING + "02", [("officer", "QSP", w.people["P-003"])], w.people["P-001"],
                        w.people["P-002"], seals=["Signature"])


@case("j3-keys-root-with-entitlement", "J3")
def _(w):
    page = w["root"]
    page.insert("Directory", "Entitled: QSP.keys 2025 No 1\n")
    page.volume.rechain(0, everybody(w))
    return page


@case("j3-inspection-two-blank-lines", "J3|J2", "between two pages")
def _(w):
    page = fresh(w, "inspection")
    page.text = "\n" + page.text
    return page


@case("j3-inspection-no-line-end", "J3|J2")
def _(w):
    page = fresh(w, "inspection")
    page.text = page.text[:-1]
    return page.volume.path, str(page.number)


@case("j3-inspection-blank-line-at-end", "J3|J2")
def _(w):
    page = fresh(w, "inspection")
    page.text += "\n"
    return page.volume.path, f"{page.number}|{page.number + 1}"


@case("j3-inspection-text-after-digest", "J3|J2")
def _(w):
    page = fresh(w, "inspection")
    page.text += "Remark: 未检查\n"
    return page


@case("j3-inspection-torn-end", "J3|J2", "the last page was cut off while it was written")
def _(w):
    page = fresh(w, "inspection")
    page.text = page.text[:len(page.text) // 2]
    return page.volume.path, str(page.number)
