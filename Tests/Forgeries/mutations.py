"""Random changes of bits, bytes and lines: each changes files in place and says what must be answered.

`found` where no verifier may accept the change, `perhaps` where it may be one that nobody can see, such
as pages behind the note that were cut off, None where nothing came of it.
"""
from volumes import to_bytes

KINDS = {}
FOUND, PERHAPS, SIGNERS = "found", "perhaps", "signers"


def kind(change):
    KINDS[change.__name__.strip("_")] = change
    return change


def volumes_of(files):
    return sorted(path for path in files if path.startswith("books/"))


def text_of(files, path):
    return files[path].decode("utf-8", "surrogateescape")


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
    _at_random(files, chance, volumes_of(files), _flip(chance))
    return FOUND


@kind
def byte(files, chance):
    change = chance.choice([_other_byte(chance), _put_byte(chance), _take_byte])
    _at_random(files, chance, volumes_of(files), change)
    return FOUND


@kind
def note_byte(files, chance):
    _at_random(files, chance, ["heads.txt"], chance.choice([_flip(chance), _put_byte(chance), _take_byte]))
    return FOUND


# Lines.

def _lines_changed(files, chance, path, other=None):
    lines = text_of(files, path).split("\n")
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
        lines[at] = chance.choice(text_of(files, other or path).split("\n")[:-1])
    files[path] = to_bytes("\n".join(lines))


@kind
def line(files, chance):
    paths = volumes_of(files)
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
