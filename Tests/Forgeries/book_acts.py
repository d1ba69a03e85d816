"""What is written into the books of patrols, inspections and handovers, an act a function.

Each puts down what an honest program would; arguments of `World.page` change what is said.
"""
from keys_acts import officer_title

PATROL = ("Team Date From To Weather Mode Leader Officer Present Absent Route Points Focus Turnout Objects Found "
          "Observed Handling Handled Intelligence Handover Settles Paper Late Remark").split()
INSPECTION = ("Inspected Date From To Present Expected Absent Points Problems Found Decision By Required Settles "
              "Statement Answering Mode Inspector Inspecting Paper Late Remark").split()
HANDOVER = "Station Date From To Outgoing Incoming Out Open Keys Equipment Remark".split()


def _ordered(names, values):
    assert not set(values) - set(names), set(values) - set(names)
    return [(name, values[name]) for name in names if values.get(name) is not None]


def text(someone):
    return someone if isinstance(someone, str) else someone.text


def patrol(w, at, team, leader, day, clock="19:30", back="22:10", by=None, volume=None, changes=None, **how):
    """An entry of the Patrol Record Book; `changes` puts other texts into its fields."""
    code = team.split(" ")[0]
    values = {"Team": team, "Date": day, "From": f"{day} {clock}", "To": f"{day} {back}", "Weather": "clear",
              "Mode": "foot", "Leader": text(leader), "Present": text(leader), "Route": "柳庄—小李庄公路"}
    values.update(changes or {})
    return w.page(volume or w.volume(f"{code}.patrol", int(day[:4])), "patrol", at, _ordered(PATROL, values),
                  by=by or leader, **how)


def inspection(w, at, inspecting, inspector, inspected, day, clock="20:05", back="20:40", by=None, volume=None,
               changes=None, **how):
    code = inspecting.split(" ")[0]
    values = {"Inspected": inspected, "Date": day, "From": f"{day} {clock}", "To": f"{day} {back}", "Present": "6",
              "Expected": "6", "Points": "11111111", "Found": "在岗六人，装备齐全。", "Mode": "onsite",
              "Inspector": text(inspector), "Inspecting": inspecting}
    values.update(changes or {})
    return w.page(volume or w.volume(f"{code}.inspection", int(day[:4])), "inspection", at,
                  _ordered(INSPECTION, values), by=by or inspector, **how)


def handover(w, at, station, outgoing, incoming, day, start, end, by=None, changes=None, **how):
    code = station.split(" ")[0]
    values = {"Station": station, "Date": day, "From": start, "To": end, "Outgoing": text(outgoing),
              "Incoming": text(incoming), "Keys": "car 2, duty 1", "Equipment": "radio 6"}
    values.update(changes or {})
    return w.page(w.volume(f"{code}.handover", int(day[:4])), "handover", at, _ordered(HANDOVER, values),
                  by=by or outgoing, **how)


def _entitled(w, signer, post, unit, how):
    """The page that gives the post; without one, an officer's; `None` asks for the enrolment."""
    if "entitled" not in how:
        how["entitled"] = (w.titles.get((signer.code, post, unit)) if post else w.title(signer)) \
            or officer_title(w, signer) or w.title(signer)
    return how


def sign(w, at, wording, role, signer, post="leader", unit=None, volume=None, day=None, signs=None, **how):
    """A signature under a wording: the entry, or its newest correction or reopening."""
    how = _entitled(w, signer, post, unit or signer.unit, how)
    fields = [("Date", day or wording.get("Date")), ("Signs", signs or wording.reference), ("As", role)]
    return w.page(volume or wording.volume, "signature", at, fields, signer, **how)


def refuse(w, at, wording, refused, witness, signer, reason="不认可缺勤人数", statement=None, post="leader",
           refused_by=None, volume=None, **how):
    basis = refused_by or w.titles.get((refused.code, "leader", refused.unit))
    if "entitled" not in how:
        how["entitled"] = basis if signer is refused else (
            w.titles.get((signer.code, post, signer.unit)) or officer_title(w, signer))
    fields = [("Date", wording.get("Date")), ("Signs", wording.reference), ("Refused", refused.text),
              ("RefusedBy", basis if isinstance(basis, str) else basis.id), ("Reason", reason),
              ("Statement", statement), ("Witness", text(witness))]
    return w.page(volume or wording.volume, "refusal", at, fields, signer, **how)


def witness(w, at, refusal, signer, **how):
    how.setdefault("entitled", w.title(signer))
    return w.page(how.pop("volume", refusal.volume), "witness", at,
                  [("Date", how.pop("date", refusal.get("Date"))), ("Signs", refusal.reference)], signer, **how)


def review(w, at, refusal, signer, verdict="uphold", reason="经核实，情况属实", **how):
    how.setdefault("entitled", officer_title(w, signer))
    fields = [("Date", refusal.get("Date")), ("Signs", refusal.reference), ("Verdict", verdict), ("Reason", reason)]
    return w.page(how.pop("volume", refusal.volume), "review", at, fields, signer, **how)


def _amend(w, kind, at, entry, follows, signer, extra, reason, how, late=None, cleared=None):
    fields = [("Date", how.pop("date", entry.get("Date"))), ("Corrects", how.pop("corrects", entry.reference)),
              ("Follows", (follows or entry).reference), ("Reason", reason), ("Late", late), ("Cleared", cleared),
              *extra]
    if signer:
        how.setdefault("entitled", officer_title(w, signer))
    return w.page(how.pop("volume", entry.volume), kind, at, fields, signer, **how)


def correct(w, at, entry, changes, signer=None, follows=None, reason="笔误", late=None, cleared=None, **how):
    """`changes` in the order of the entry's fields."""
    return _amend(w, "correction", at, entry, follows, signer, list(changes.items()), reason, how, late, cleared)


def void(w, at, entry, signer=None, follows=None, reason="重复记录", late=None, **how):
    return _amend(w, "void", at, entry, follows, signer, [], reason, how, late)


def reopen(w, at, entry, signer, follows=None, reason="作废有误", **how):
    return _amend(w, "reopen", at, entry, follows, signer, [], reason, how)


def close(w, at, volume, day, signer, post=None, heads=None, signs=None, **how):
    volume = w.volume(volume) if isinstance(volume, str) else volume
    how = _entitled(w, signer, post or "officer", volume.book.split(".")[0] if post else signer.home, how)
    fields = [("Date", day), ("Signs", signs or volume.pages[-1].reference), ("Heads", heads)]
    return w.page(volume, "close", at, fields, signer, **how)


def paper(w, at, wording, role, who, signer, sheet="纸质检查表，存所档案柜二层", post="officer", unit=None, **how):
    how = _entitled(w, signer, post, unit or signer.home, how)
    fields = [("Date", wording.get("Date")), ("Signs", wording.reference), ("As", role), ("Who", text(who)),
              ("Sheet", sheet)]
    return w.page(how.pop("volume", wording.volume), "paper", at, fields, signer, **how)
