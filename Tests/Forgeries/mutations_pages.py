"""Random changes of fields, pages and volumes; some by somebody who chains again but has no key."""
from mutations import FOUND, PERHAPS, kind, text_of, volumes_of
from volumes import Page, Volume, sha256, to_bytes


def _read(files, path):
    """A volume as header and pages, to be put together again."""
    volume = Volume.__new__(Volume)
    text = text_of(files, path)
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


# Fields, as somebody changes them who makes digests and chains again, but has no key.

def _one_page(files, chance):
    volume = _read(files, chance.choice(volumes_of(files)))
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
        volume = _read(files, chance.choice(volumes_of(files)))
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
    path = chance.choice(volumes_of(files))
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
    one, two = chance.sample(volumes_of(files), 2)
    files[one], files[two] = files[two], files[one]
    return FOUND


@kind
def volume_elsewhere(files, chance):
    """Copied or moved to another year, another owner, another kind, or out of its folder."""
    path = chance.choice(volumes_of(files))
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
    del files[chance.choice(volumes_of(files))]
    return PERHAPS


@kind
def header(files, chance):
    """A line of a header changed, and the first page chained to it again."""
    volume = _read(files, chance.choice(volumes_of(files)))
    other = _read(files, chance.choice(volumes_of(files)))
    lines = volume.header.split("\n")
    at = chance.randrange(len(lines) - 1)
    others = other.header.split("\n")
    lines[at] = chance.choice([lines[at][:-1], others[min(at, len(others) - 2)], lines[at] + "\n# x"])
    volume.header = "\n".join(lines)
    if not volume.header.endswith("\n\n") or sha256(volume.header) == sha256(_read(files, volume.path).header):
        return None
    return _done(files, volume, 0, chance)
