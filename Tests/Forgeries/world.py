"""A made-up world of stations: who there is, which keys they have, and the books they keep.

Whatever an honest program would look up, such as the newest page of a keys book, is looked up here;
whatever a forger says instead can be said with an argument.
"""
import copy
import hashlib
import os

from volumes import Volume, to_bytes

NOW = "2026-11-26T12:00:00+08:00"
NONE = object()


def moment(text):
    """`2026-11-24 19:30` or `2026-11-24 19:30:05` as `Recorded:` has it."""
    text = text.replace(" ", "T")
    return text if "+" in text else text + (":00" if len(text) == 16 else "") + "+08:00"


class Person:
    def __init__(self, code, name, home, unit, kind="ed25519"):
        self.code, self.name, self.home, self.unit, self.kind = code, name, home, unit, kind
        self.keys = []

    @property
    def text(self):
        return f"{self.code} {self.name}"

    def key(self, at=NOW):
        return [key for since, key in self.keys if since <= at][-1]

    def __deepcopy__(self, memo):
        twin = Person(self.code, self.name, self.home, self.unit, self.kind)
        twin.keys = list(self.keys)
        return twin


class World:
    def __init__(self, ring, demo=False):
        self.ring, self.demo = ring, demo
        # Stations that are of the other sort: a demo among real ones, or a real one among demos.
        self.others = set()
        self.volumes, self.people, self.names, self.labels, self.titles = {}, {}, {}, {}, {}
        self.note, self.extra, self.refused = None, {}, []

    def copy(self):
        ring, self.ring = self.ring, None
        twin = copy.deepcopy(self, {id(key): key for key in ring.keys.values()})
        self.ring = twin.ring = ring
        return twin

    def __getitem__(self, label):
        return self.labels[label]

    def directory(self, station):
        plain = hashlib.sha256(f"directory of {station}".encode()).hexdigest()[:32]
        return "demo-" + plain if self.demo != (station in self.others) else plain

    def volume(self, book, year=2026):
        return self.volumes[book, year]

    def open(self, book, year, station, rollover="08:00"):
        """A new volume, which continues the newest of an earlier year."""
        earlier = [volume for (name, number), volume in self.volumes.items() if name == book and number < year]
        last = max(earlier, key=lambda volume: volume.year).pages[-1].reference if earlier else None
        volume = Volume(book, year, self.directory(station), self.names[book.split(".")[0]], last, rollover)
        self.volumes[book, year] = volume
        return volume

    def person(self, code, name, home, unit, kind="ed25519"):
        self.people[code] = Person(code, name, home, unit, kind)
        return self.people[code]

    def keys_book(self, station):
        return [page for (book, _), volume in sorted(self.volumes.items()) if book == f"{station}.keys"
                for page in volume.pages]

    def newest_keys(self, station, at):
        """The newest page of a keys book that was there at a moment."""
        return [page for page in self.keys_book(station) if page.recorded <= at][-1]

    def title(self, person, post=None, unit=None):
        """The page by which somebody is what they are: of a post, or else their enrolment."""
        return self.titles.get((person.code, post, unit))

    def page(self, volume, kind, at, fields, signer=None, entitled=None, second=None, second_key=None,
             new_key=None, key=None, keys=None, directory=None, by=None, label=None, signer_text=None,
             seals=None, torn=None, sign_with=(), **how):
        """Writes a page; a signed one with its last fields and its signatures.

        `entitled`, `keys`, `directory` may be said otherwise than they are; NONE leaves a field out.
        """
        if isinstance(volume, str):
            volume = self.volume(volume)
        at, fields, made, keys_used = moment(at), list(fields), [], list(sign_with)
        if new_key:
            made.append("Proof")
            keys_used.append(new_key)
        if second:
            second_key = second_key or second.key(at)
            fields += [("With", second.text), ("WithKey", second_key.fingerprint)]
            made.append("Cosigned")
            keys_used.append(second_key)
        if signer:
            key = key or signer.key(at)
            keys_used.append(key)
            made.append("Signature")
            fields += [("Signer", signer_text or signer.text), ("Key", key.fingerprint)]
            if entitled is not None and entitled is not NONE:
                fields.append(("Entitled", entitled if isinstance(entitled, str) else entitled.id))
            if keys is not NONE:
                seen = keys or self.newest_keys(signer.home, at)
                fields.append(("Keys", seen if isinstance(seen, str) else seen.reference))
            if directory is not NONE:
                fields.append(("Directory", directory or volume.directory))
        if torn:
            fields.append(("Torn", torn))
        page = volume.append(
            kind, fields, f"{at} {(by or signer).text if not isinstance(by, str) else by}",
            made if seals is None else seals, keys_used, **how)
        if label:
            self.labels[label] = page
        return page

    def write(self, folder):
        """The whole as a data directory."""
        from directory import files
        for path, content in files(self).items():
            path = os.path.join(folder, path)
            os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
            if isinstance(content, tuple):
                os.path.lexists(path) and os.remove(path)
                os.symlink(content[1], path)
                continue
            with open(path, "wb") as file:
                file.write(content if isinstance(content, bytes) else to_bytes(content))
            os.chmod(path, 0o600)
