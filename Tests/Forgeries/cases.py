"""The table of forgeries: its form, and honest pages that a forger starts from.

A case changes a copy of the sound world and returns the pages at which a verifier has to say one of
the case's rules: a page, a path and number, rules and a page, or a list of such. The tables themselves stand in the
files that this one imports at its end, a file a subject.
"""
import book_acts as acts
import keys_acts as keys
from volumes import Page

CASES = {}
# Somebody whom nobody knows yet, and the morning on which forgers write.
MORNING = "2026-11-26 09:"
BOOKS = ("patrol", "inspection", "handover", "keys")


class Case:
    def __init__(self, name, rules, change, about, wide):
        self.name, self.rules, self.change, self.about, self.wide = name, rules, change, about, wide


class Either(list):
    """Pages of one volume of which one has to be answered."""


def case(name, rules, about="", wide=False):
    """Names a forgery: `rules` are the answers that are right, parted by a bar; none is for an honest one.

    A `wide` one may take honest pages with it.
    """
    def keep(change):
        assert name not in CASES, name
        CASES[name] = Case(name, rules, change, about or change.__doc__ or "", wide)
        return change
    return keep


def table(rules, rows):
    """Cases that the same rules answer: name, what is done, and the change itself."""
    for name, about, change in rows:
        case(name, rules, about)(change)


def inspected(w, signer, **how):
    """The inspected side's signature that the sound world still waits for."""
    return acts.sign(w, MORNING + "05", w["waits for inspected"], "inspected", w.people[signer], **how)


def inspector(w, signer, **how):
    """The inspector's."""
    return acts.sign(w, MORNING + "05", w["waits for inspector"], "inspector", w.people[signer], **how)


def _place(at):
    return at if isinstance(at, tuple) else (at.volume.path, str(at.number))


def forge(name, sound):
    """The forged world, and what must be answered: rules, path, page."""
    kind = CASES[name]
    w = sound.copy()
    returned = kind.change(w)
    if returned is None:
        return w, [(kind.rules, "-", "-")]
    expected = []
    for at in [returned] if isinstance(returned, Either) or not isinstance(returned, list) else returned:
        if isinstance(at, Either):
            places = [_place(one) for one in at]
            expected.append((kind.rules, places[0][0], "|".join(page for _, page in places)))
        elif isinstance(at, tuple) and isinstance(at[1], Page):
            expected.append((at[0], *_place(at[1])))
        else:
            expected.append((kind.rules, *_place(at)))
    _leave_out(w, expected)
    return w, expected


def _leave_out(w, expected):
    """An honest list of keys follows from pages that count: not from the forged one, nor from what
    stands behind one that ends its volume."""
    for rules, path, numbers in expected:
        volume = next((volume for volume in w.volumes.values() if volume.path == path), None)
        if volume is None or not volume.book.endswith(".keys"):
            continue
        first = min(int(number) for number in numbers.split("|"))
        ends = any(rule in rules.split("|") for rule in ("J1", "J2", "J3", "J4"))
        w.refused += volume.pages[max(first - 1, 0):None if ends else first]


def everybody(w):
    """All keys there are: a signer spoils a page of their own before they sign it."""
    return list(w.ring.keys.values())


def fresh(w, book):
    """An honest signed page at the end of a book's volume, as yet with nothing wrong."""
    if book == "patrol":
        return acts.sign(w, MORNING + "01", w["after midnight"], "recorder", w.people["QS-0101"])
    if book == "inspection":
        return acts.sign(w, MORNING + "01", w["waits for inspected"], "inspected", w.people["QS-0201"])
    if book == "handover":
        return acts.sign(w, MORNING + "01", w["handover waits"], "incoming", w.people["P-004"], post="officer")
    return keys.enrol(w, MORNING + "01", newcomer(w), w.people["P-001"])


def newcomer(w, code="QS-0301", unit="QS-03", name="李春生"):
    """A leader without a key; or somebody new."""
    return w.people.get(code) or w.person(code, name, "QSP", unit)


def enrolled(w, code, name, unit, minute="00", home="QSP", officer="P-001", key=None, posts=()):
    """Somebody with a key, and with posts, since this morning."""
    person = w.people.get(code) or w.person(code, name, home, unit)
    keys.enrol(w, f"2026-11-26 08:{minute}", person, w.people[officer], made=key)
    if posts:
        keys.appoint(w, f"2026-11-26 08:{minute}:30", [(post, at, person) for post, at in posts], w.people[officer])
    return person


def register():
    """Reads the tables."""
    import cases_appointments  # noqa: F401
    import cases_books  # noqa: F401
    import cases_edges  # noqa: F401
    import cases_heads  # noqa: F401
    import cases_honest  # noqa: F401
    import cases_keys  # noqa: F401
    import cases_neighbours  # noqa: F401
    import cases_notes  # noqa: F401
    import cases_posts  # noqa: F401
    import cases_references  # noqa: F401
    import cases_refusals  # noqa: F401
    import cases_sealing  # noqa: F401
    import cases_sides  # noqa: F401
    import cases_signers  # noqa: F401
    import cases_subtle  # noqa: F401
    import cases_text  # noqa: F401
    import cases_times  # noqa: F401
    import cases_volumes  # noqa: F401
    return CASES
