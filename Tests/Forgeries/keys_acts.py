"""What is written into a book of keys and posts, an act a function.

Each puts down what an honest program would; arguments of `World.page` change what is said.
"""
from world import moment


def _day(at):
    return at[:10]


def book_of(w, station, at):
    return w.volume(f"{station}.keys", int(at[:4]))


def officer_title(w, officer):
    """The page that makes somebody an officer of their own station."""
    return w.titles.get((officer.code, "officer", officer.home))


def new_key(w, person, name=None):
    kind = "token" if person.kind == "token" else "ed25519"
    return w.ring.key(name or f"{person.code}-{len(person.keys) + 1}", kind)


def took_effect(w, person, key, page):
    person.keys.append((page.recorded, key))
    return page


def root(w, at, person, office=None, **how):
    key = how.pop("made", None) or new_key(w, person)
    person.keys.append((moment(at), key))
    fields = [("Date", _day(at)), ("Person", person.text), ("NewKey", key.public), ("Unit", person.home)]
    if office:
        fields.append(("Office", office))
    from world import NONE
    page = w.page(book_of(w, person.home, at), "root", at, fields, person, NONE, keys=NONE, new_key=key, key=key,
                  **how)
    w.titles[person.code, None, None] = w.titles[person.code, "officer", person.home] = page
    return page


def enrol(w, at, person, officer, station=None, unit=None, person_text=None, **how):
    key = how.pop("made", None) or new_key(w, person)
    fields = [("Date", how.pop("date", _day(at))), ("Person", person_text or person.text), ("NewKey", key.public),
              ("Unit", unit or person.unit)]
    how.setdefault("entitled", officer_title(w, officer))
    page = w.page(book_of(w, station or person.home, at), "enrol", at, fields, officer, new_key=key, **how)
    w.titles[person.code, None, None] = page
    return took_effect(w, person, key, page)


def replace(w, at, person, officer, second=None, second_key=None, reason="旧钥匙遗失", **how):
    """The second hand is the old key's, or another officer."""
    old, key = person.key(moment(at)), how.pop("made", None) or new_key(w, person)
    fields = [("Date", _day(at)), ("Person", person.text), ("NewKey", key.public), ("Reason", reason)]
    how.setdefault("entitled", officer_title(w, officer))
    if second is None:
        second, second_key = person, second_key or old
    page = w.page(book_of(w, person.home, at), "replace", at, fields, officer, second=second or None,
                  second_key=second_key, new_key=key, **how)
    return took_effect(w, person, key, page)


def revoke(w, at, person, signer, second=None, same_as=None, reason="钥匙遗失", station=None, **how):
    fields = [("Date", _day(at)), ("Person", person.text), ("Reason", reason)]
    if same_as:
        fields.append(("SameAs", same_as))
    how.setdefault("entitled", w.title(person) if signer is person else officer_title(w, signer))
    return w.page(book_of(w, station or person.home, at), "revoke", at, fields, signer, second=second, **how)


def _lines(posts):
    return "\n".join(f"{post} {unit} {person if isinstance(person, str) else person.text}"
                     for post, unit, person in posts)


def appoint(w, at, posts, officer, second=None, station=None, **how):
    how.setdefault("entitled", officer_title(w, officer))
    fields = [("Date", _day(at)), ("Posts", how.pop("lines", None) or _lines(posts))]
    page = w.page(book_of(w, station or officer.home, at), "appoint", at, fields, officer, second=second, **how)
    for post, unit, person in posts:
        if not isinstance(person, str):
            w.titles[person.code, post, unit] = page
    return page


def dismiss(w, at, posts, signer, second=None, station=None, reason="调离", **how):
    how.setdefault("entitled", officer_title(w, signer))
    fields = [("Date", _day(at)), ("Ends", how.pop("lines", None) or _lines(posts)), ("Reason", reason)]
    return w.page(book_of(w, station or signer.home, at), "dismiss", at, fields, signer, second=second, **how)


def deputy(w, at, day, team, person, signer, **how):
    """Team as people see it: its code and name."""
    unit = team.split(" ")[0]
    how.setdefault("entitled", w.titles.get((signer.code, "leader", unit)) or officer_title(w, signer))
    fields = [("Date", day), ("Team", team), ("Person", person if isinstance(person, str) else person.text)]
    page = w.page(book_of(w, signer.home, at), "deputy", at, fields, signer, **how)
    w.titles[getattr(person, "code", person), "day", unit + " " + day] = page
    return page


def recover(w, at, person, signer, station=None, reason="全所钥匙遗失", **how):
    key = how.pop("made", None) or new_key(w, person)
    fields = [("Date", _day(at)), ("Person", person.text), ("NewKey", key.public), ("Unit", person.home),
              ("Reason", reason)]
    how.setdefault("entitled", officer_title(w, signer))
    page = w.page(book_of(w, station or person.home, at), "recover", at, fields, signer, new_key=key, **how)
    w.titles[person.code, None, None] = w.titles[person.code, "officer", person.home] = page
    return took_effect(w, person, key, page)
