"""J28: the list of `ssh-keygen`, which has to give exactly what the pages give.

A stranger's check does not read it: it is derived from the keys book and entitles nobody.
"""
import re

import heads
from cases import case


def _list(name, about, change):
    def forged(w):
        text = heads.allowed_signers(w, "QSP")
        changed = change(w, text)
        assert changed != text
        w.extra["keys/allowed_signers.QSP"] = changed
        return "keys/allowed_signers.QSP", "0"
    case(name, "J28", about)(forged)


def _line(w, principal, key, options='namespaces="xunfang-book"'):
    return f"{principal} {options} {key.public}\n"


_list("j28-line-of-a-stranger", "", lambda w, text: text + _line(w, "QS-0101", w.ring.key("forger")))
_list("j28-everybody", "", lambda w, text: text + _line(w, "*", w.ring.key("forger")))
_list("j28-pattern", "", lambda w, text: text + _line(w, "QS-*", w.people["QS-0102"].key()))
_list("j28-several-principals", "", lambda w, text: text + _line(w, "QS-0102,QS-0101", w.people["QS-0102"].key()))
_list("j28-revoked-key-back", "an old line without its end",
      lambda w, text: text.replace(',valid-before="20260601000000Z"', ""))
_list("j28-earlier-start", "",
      lambda w, text: text.replace('valid-after="20260501020000Z"', 'valid-after="20250501020000Z"'))
_list("j28-no-start", "", lambda w, text: text.replace(',valid-after="20260501020000Z"', ""))
_list("j28-more-namespaces", "",
      lambda w, text: re.sub('namespaces="[^"]*"', 'namespaces="xunfang-*,file"', text, count=1))
_list("j28-no-namespaces", "", lambda w, text: re.sub('namespaces="[^"]*",', "", text, count=1))
_list("j28-certificate-authority", "",
      lambda w, text: text + _line(w, "QS-0101", w.ring.key("forger"), 'cert-authority,namespaces="xunfang-book"'))
_list("j28-line-gone", "", lambda w, text: text[text.index("\n") + 1:])
_list("j28-empty", "", lambda w, text: "\n")
_list("j28-line-that-nobody-can-read", "", lambda w, text: text + "QS-0101 ssh-ed25519 AAAA\n")


@case("j28-list-for-all", "J28", "an older list beside the station's brings an ended key back")
def _(w):
    w.extra["keys/allowed_signers"] = _line(w, "QS-0202", w.people["QS-0202"].keys[0][1])
    return "keys/allowed_signers", "0"

