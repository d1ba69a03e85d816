"""A world as the files of a data directory: what the program reads before any volume, and the books."""
import heads

STATION = """%rec: Station
%key: Unit
%type: Format int
%type: Unit line
%type: Name line
%type: City line
%mandatory: Format Name City

"""
POLICY = """%rec: Policy
%key: Unit
%mandatory: Rollover

Unit: QSP
Rollover: 08:00
CityFloor: 100
TownshipFloor: 30
VillageFloor: 5
CrewFloor: 2
Grace: 4
PatrolHours: 4
"""
DESK = """%rec: Desk
%key: Unit

Unit: QSP
Language: hans
Theme: auto
"""
UNITS = [("XF", "bureau", "", "县局巡防办"), ("QSP", "station", "XF", "青石派出所"), ("SQP", "station", "XF", "石桥派出所"),
         ("HKP", "station", "XF", "河口派出所"), ("QSZ", "township", "QSP", "青石镇"),
         ("SQZ", "township", "SQP", "石桥镇")]
TEAMS = [("QS", "township", "QSZ"), ("QS-01", "village", "QSZ"), ("QS-02", "village", "QSZ"),
         ("QS-03", "village", "QSZ")]


def _record(*fields):
    return "".join(f"{name}: {value}\n" for name, value in fields if value)


def _register(kind, records):
    return f"%rec: {kind}\n%key: Code\n\n" + "\n".join(records)


def _registers(w):
    """Registers entitle nobody: these are there so that a program finds a station, and no more."""
    people = [person for person in w.people.values() if person.home == "QSP"]
    yield "units.rec", _register("Unit", [
        _record(("Code", code), ("Name", name), ("Kind", kind), ("Parent", parent))
        for code, kind, parent, name in UNITS])
    yield "teams.rec", _register("Team", [
        _record(("Code", code), ("Name", w.names[code]), ("Tier", tier), ("Unit", unit))
        for code, tier, unit in TEAMS])
    yield "members.rec", _register("Member", [
        _record(("Code", person.code), ("Name", person.name), ("Team", person.unit), ("Post", "member"),
                ("Service", "part"))
        for person in people if person.unit != "QSP"])
    yield "officers.rec", _register("Officer", [
        _record(("Code", person.code), ("Name", person.name), ("Unit", "QSP"))
        for person in people if person.unit == "QSP"])


def files(w):
    """Every file of the directory by its path."""
    found = {"register/QSP/policy.rec": POLICY, "register/QSP/desk.rec": DESK}
    for name, text in _registers(w):
        found[f"register/QSP/{name}"] = text
    for volume in w.volumes.values():
        found[volume.path] = volume.text
    for station in sorted({book.split(".")[0] for book, _ in w.volumes if book.endswith(".keys")}):
        found[f"keys/allowed_signers.{station}"] = heads.allowed_signers(w, station)
    if w.note is not None:
        found["heads.txt"] = w.note
    found["station.rec"] = STATION + _record(
        ("Format", "2"), ("Unit", "QSP"), ("Name", "青石派出所"), ("City", "青石县"),
        ("Directory", w.directory("QSP")))
    for path, content in w.extra.items():
        if content is None:
            found.pop(path, None)
        else:
            found[path] = content
    return found
