"""The kinds of random change: each changes files in place and says what a verifier must answer.

`found` where no verifier may accept the change, `perhaps` where it may be one that nobody can see, such
as pages behind the note that were cut off, None where nothing came of it.
"""
from volumes import Page, Volume, sha256, to_bytes

KINDS = {}
FOUND, PERHAPS, SIGNERS = "found", "perhaps", "signers"


def kind(change):
    KINDS[change.__name__.strip("_")] = change
    return change


def _volumes(files):
    return sorted(path for path in files if path.startswith("books/"))


def _text(files, path):
    return files[path].decode("utf-8", "surrogateescape")


def _read(files, path):
    """A volume as header and pages, to be put together again."""
    volume = Volume.__new__(Volume)
    text = _text(files, path)
    at = text.index("\n\n") + 2
    volume.header, volume.path = text[:at], path
    volume.directory = text.split("# Directory: ")[1].split("\n")[0]
    volume.book, volume.year = path.split("/")[2][:-4], int(path.split("/")[1])
    volume.pages = [Page(volume, page.rstrip("\n") + "\n") for page in text[at:].split("\n\n")]
    return volume


def _chained(volume, start):
    """Chained again by somebody without any key."""
    for page in volume.pages[start:]:
        if page.get("Number") is None or page.get("Previous") is None or page.get("Digest") is None:
            return
    volume.rechain(start)


# Bits and bytes.

def _at_random(files, chance, paths, change):
    path = chance.choice(paths)
    content = bytearray(files[path])
    change(content, chance.randrange(len(content)))
    files[path] = bytes(content)
    return path


def _flip(chance):
    def change(content, at):
        content[at] ^= 1 << chance.randrange(8)
    return change


def _other_byte(chance):
    def change(content, at):
        content[at] = chance.choice(b"\n\r\t 0:+#\x00\x1b\x7f\xff\xe2" + bytes(range(32, 127)))
    return change


def _put_byte(chance):
    def change(content, at):
        content[at:at] = chance.choice([b"\n", b" ", b"\r", b"+", b"#", b"\0", b"\xe2\x80\x8b", b"\xe2\x80\xae", b"0"])
    return change


def _take_byte(content, at):
    del content[at]


@kind
def bit(files, chance):
    _at_random(files, chance, _volumes(files), _flip(chance))
    return FOUND


@kind
def byte(files, chance):
    change = chance.choice([_other_byte(chance), _put_byte(chance), _take_byte])
    _at_random(files, chance, _volumes(files), change)
    return FOUND


@kind
def note_byte(files, chance):
    _at_random(files, chance, ["heads.txt"], chance.choice([_flip(chance), _put_byte(chance), _take_byte]))
    return FOUND


# Lines.

def _lines_changed(files, chance, path, other=None):
    lines = _text(files, path).split("\n")
    at, to = chance.randrange(len(lines) - 1), chance.randrange(len(lines) - 1)
    what = chance.choice(["gone", "twice", "moved", "swapped", "another"])
    if what == "gone":
        del lines[at]
    elif what == "twice":
        lines.insert(at, lines[at])
    elif what == "moved":
        lines.insert(to, lines.pop(at))
    elif what == "swapped":
        lines[at], lines[to] = lines[to], lines[at]
    else:
        lines[at] = chance.choice(_text(files, other or path).split("\n")[:-1])
    files[path] = to_bytes("\n".join(lines))


@kind
def line(files, chance):
    paths = _volumes(files)
    _lines_changed(files, chance, chance.choice(paths), chance.choice(paths))
    return FOUND


@kind
def note_line(files, chance):
    _lines_changed(files, chance, "heads.txt")
    return FOUND


@kind
def signers_line(files, chance):
    path = chance.choice(sorted(path for path in files if path.startswith("keys/allowed_signers")))
    before = set(files[path].split(b"\n"))
    _lines_changed(files, chance, path)
    # The order of lines accuses nobody, nor does a line that stands twice.
    return None if set(files[path].split(b"\n")) == before else SIGNERS


# Fields, as somebody changes them who makes digests and chains again, but has no key.

def _one_page(files, chance):
    volume = _read(files, chance.choice(_volumes(files)))
    at = chance.randrange(len(volume.pages))
    return volume, at, volume.pages[at]


def _done(files, volume, at, chance):
    """Chained again or not; then it is found by the note, by a signature behind it, or perhaps by nobody."""
    chained = chance.random() < 0.6
    if chained:
        _chained(volume, at)
    files[volume.path] = to_bytes(volume.text)
    return PERHAPS if chained else FOUND


@kind
def field_gone(files, chance):
    volume, at, page = _one_page(files, chance)
    page.drop(chance.choice(page.names))
    return _done(files, volume, at, chance)


@kind
def field_twice(files, chance):
    volume, at, page = _one_page(files, chance)
    name = chance.choice(page.names)
    page.insert(chance.choice(page.names), f"{name}: " + page.get(name).replace("\n", "\n+ ") + "\n")
    _done(files, volume, at, chance)
    return FOUND


@kind
def field_of_another_page(files, chance):
    volume, at, page = _one_page(files, chance)
    other = _one_page(files, chance)[2]
    names = [name for name in page.names if name in other.names and name not in ("Number", "Previous", "Digest")]
    name = chance.choice(names)
    page.set(name, other.get(name))
    return _done(files, volume, at, chance)


@kind
def field_put_in(files, chance):
    volume, at, page = _one_page(files, chance)
    other = _one_page(files, chance)[2]
    name = chance.choice(other.names)
    page.insert(chance.choice(page.names), f"{name}: " + other.get(name).replace("\n", "\n+ ") + "\n")
    return _done(files, volume, at, chance)


@kind
def signature_of_another_page(files, chance):
    volume, at, page = _one_page(files, chance)
    other = _one_page(files, chance)[2]
    if page.get("Signature") is None or other.get("Signature") in (None, page.get("Signature")):
        return None
    page.set("Signature", other.get("Signature"))
    _chained(volume, at)
    files[volume.path] = to_bytes(volume.text)
    return FOUND


# Pages.

def _pages(change):
    def run(files, chance):
        volume = _read(files, chance.choice(_volumes(files)))
        if len(volume.pages) < 2:
            return None
        at = change(volume, chance, files)
        return _done(files, volume, at, chance)
    run.__name__ = change.__name__
    return kind(run)


@_pages
def pages_swapped(volume, chance, files):
    one, two = sorted(chance.sample(range(len(volume.pages)), 2))
    volume.pages[one], volume.pages[two] = volume.pages[two], volume.pages[one]
    return one


@_pages
def page_twice(volume, chance, files):
    at = chance.randrange(len(volume.pages))
    volume.insert(at + 1, volume.pages[at].text)
    return at + 1


@_pages
def page_of_another_volume(volume, chance, files):
    at = chance.randrange(len(volume.pages))
    volume.insert(at, _one_page(files, chance)[2].text)
    return at


@kind
def page_removed(files, chance):
    volume, at, _ = _one_page(files, chance)
    del volume.pages[at]
    must = _done(files, volume, at, chance)
    return PERHAPS if at == len(volume.pages) else must


@kind
def tail_off(files, chance):
    volume, at, _ = _one_page(files, chance)
    del volume.pages[at:]
    files[volume.path] = to_bytes(volume.text)
    return PERHAPS


@kind
def torn(files, chance):
    path = chance.choice(_volumes(files))
    size = chance.randrange(1, len(files[path]))
    files[path] = files[path][:size]
    return PERHAPS


@kind
def page_and_what_names_it_removed(files, chance):
    """With every page of its volume that names it, all chained again: what a thorough forger does."""
    volume, at, page = _one_page(files, chance)
    name = page.id + " "
    volume.pages = volume.pages[:at] + [other for other in volume.pages[at + 1:] if name not in other.text]
    _chained(volume, at)
    files[volume.path] = to_bytes(volume.text)
    return PERHAPS


# Volumes.

@kind
def volumes_swapped(files, chance):
    one, two = chance.sample(_volumes(files), 2)
    files[one], files[two] = files[two], files[one]
    return FOUND


@kind
def volume_elsewhere(files, chance):
    """Copied or moved to another year, another owner, another kind, or out of its folder."""
    path = chance.choice(_volumes(files))
    _, year, name = path.split("/")
    owner, book, _ = name.split(".")
    to = chance.choice([f"books/{int(year) + chance.choice([-1, 1, 10])}/{name}", f"books/{year}/QS-08.{book}.rec",
                        f"books/{year}/{owner}.{chance.choice(['patrol', 'inspection', 'handover'])}.rec",
                        f"books/{name}", f"books/{year}/{owner}.{book}.2.rec", f"books/{year}/{name}/{name}"])
    if to in files or to.startswith(path + "/"):
        return None
    files[to] = files[path]
    if chance.random() < 0.5:
        del files[path]
    return FOUND


@kind
def volume_gone(files, chance):
    del files[chance.choice(_volumes(files))]
    return PERHAPS


@kind
def header(files, chance):
    """A line of a header changed, and the first page chained to it again."""
    volume = _read(files, chance.choice(_volumes(files)))
    other = _read(files, chance.choice(_volumes(files)))
    lines = volume.header.split("\n")
    at = chance.randrange(len(lines) - 1)
    others = other.header.split("\n")
    lines[at] = chance.choice([lines[at][:-1], others[min(at, len(others) - 2)], lines[at] + "\n# x"])
    volume.header = "\n".join(lines)
    if not volume.header.endswith("\n\n") or sha256(volume.header) == sha256(_read(files, volume.path).header):
        return None
    return _done(files, volume, 0, chance)
