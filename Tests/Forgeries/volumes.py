"""A writer of format 2: pages, chains and signatures, and the tools to spoil them.

A page is kept as its text, since a forger works on text. Bytes that are no UTF-8 stand in it as
Python's surrogate escapes.
"""
import hashlib
import re

DESCRIPTOR = """%rec: Page
%key: Number
%type: Number int
%mandatory: Number Kind Recorded Previous Digest

"""
SEALS = ("Proof", "Cosigned", "Signature", "Digest")
TITLES = {"patrol": "治安巡逻记录簿", "inspection": "巡防检查记录簿", "handover": "交接班记录簿", "keys": "人员密钥簿"}


def to_bytes(text):
    return text.encode("utf-8", "surrogateescape")


def sha256(text):
    return hashlib.sha256(to_bytes(text)).hexdigest()


def field(name, value):
    return f"{name}: " + value.replace("\n", "\n+ ") + "\n"


def _region(name):
    return re.compile(rf"^{name}: ?[^\n]*\n(?:\+[^\n]*\n)*", re.MULTILINE)


class Page:
    def __init__(self, volume, text):
        self.volume, self.text = volume, text

    def get(self, name):
        found = _region(name).search(self.text)
        return None if not found else found[0][len(name) + 2:-1].replace("\n+ ", "\n")

    def set(self, name, value, before=None):
        """Puts a value in a field's place; a field that is not there comes before another."""
        found = _region(name).search(self.text)
        if found:
            self.text = self.text[:found.start()] + field(name, value) + self.text[found.end():]
        else:
            self.insert(before or "Recorded", field(name, value))

    def drop(self, name):
        self.text = _region(name).sub("", self.text, count=1)

    def insert(self, before, raw):
        """Puts raw text before a field."""
        at = _region(before).search(self.text).start()
        self.text = self.text[:at] + raw + self.text[at:]

    def replace(self, old, new):
        assert old in self.text, old
        self.text = self.text.replace(old, new, 1)

    @property
    def names(self):
        return re.findall(r"^([A-Za-z]\w*):", self.text, re.MULTILINE)

    @property
    def number(self):
        return int(self.get("Number"))

    @property
    def kind(self):
        return self.get("Kind")

    @property
    def recorded(self):
        """The moment it was recorded at; all of a sound world have one offset, so they compare as text."""
        return self.get("Recorded").split(" ")[0]

    @property
    def digest(self):
        return self.get("Digest").split(" ")[1]

    @property
    def id(self):
        return f"{self.volume.book} {self.volume.year} No {self.number}"

    @property
    def reference(self):
        return f"{self.id} sha256 {self.digest}"

    def before(self, seal):
        """The text that the seal of that name stands over."""
        at = re.search(rf"^{seal}:", self.text, re.MULTILINE).start()
        return self.text[:at]

    def key_of(self, seal):
        """The fingerprint of the key that the page says made a seal, or a public key."""
        return self.get({"Proof": "NewKey", "Cosigned": "WithKey", "Signature": "Key"}[seal])


class Volume:
    def __init__(self, book, year, directory, owner_name, continues=None, rollover="08:00"):
        self.book, self.year, self.directory = book, year, directory
        self.pages, self.path = [], f"books/{year}/{book}.rec"
        title = f"{TITLES[book.split('.')[1]]} · {owner_name} · {year}年卷"
        self.header = (
            f"# {title}\n# Format: 2\n# Directory: {directory}\n# Book: {book}\n# Year: {year}\n"
            f"# Rollover: {rollover}\n" + (f"# Continues: {continues}\n" if continues else "") + DESCRIPTOR)

    @property
    def is_demo(self):
        return self.directory.startswith("demo-")

    def namespace(self, seal):
        kind = "key" if seal == "Proof" else "book"
        if not self.is_demo:
            return f"xunfang-{kind}"
        return "xunfang-demo-key" if kind == "key" else "xunfang-demo"

    @property
    def text(self):
        return self.header + "\n".join(page.text for page in self.pages)

    @property
    def last_digest(self):
        return self.pages[-1].digest if self.pages else sha256(self.header)

    def append(self, kind, fields, recorded, seals, by, **how):
        """A new page: its fields, its seals, and the keys that make them."""
        text = field("Number", str(len(self.pages) + 1)) + field("Kind", kind)
        text += "".join(field(name, value) for name, value in fields if value is not None)
        text += field("Recorded", recorded) + field("Previous", "sha256 " + self.last_digest)
        text += "".join(field(seal, "-") for seal in seals) + field("Digest", "-")
        page = Page(self, text)
        self.pages.append(page)
        self.seal(page, by, **how)
        return page

    def seal(self, page, by=(), namespaces=None, **how):
        """Makes a page's digest anew, and those of its signatures whose keys are in `by`.

        The others stay as they are: nobody can sign with a key that is not theirs.
        """
        for seal in SEALS[:3]:
            if not re.search(rf"^{seal}:", page.text, re.MULTILINE):
                continue
            named = page.key_of(seal)
            key = next((key for key in by if named in (key.fingerprint, key.public)), None)
            if key:
                namespace = (namespaces or {}).get(seal) or self.namespace(seal)
                page.set(seal, key.sign(namespace, to_bytes(page.before(seal)), **how))
        page.set("Digest", "sha256 " + sha256(page.before("Digest")))

    def rechain(self, start=0, by=(), renumber=True):
        """Makes every page from `start` follow the one before, as a forger does with a program."""
        previous = self.pages[start - 1].digest if start else sha256(self.header)
        for index in range(start, len(self.pages)):
            page = self.pages[index]
            if renumber:
                page.set("Number", str(index + 1))
            page.set("Previous", "sha256 " + previous)
            self.seal(page, by)
            previous = page.digest

    def insert(self, index, text):
        page = Page(self, text)
        self.pages.insert(index, page)
        return page
