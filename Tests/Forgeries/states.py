"""In which state every entry of the sound world is, as a verifier names it."""

STATES = {
    "both 2025": "both", "waits 2025": "waits-inspected", "both": "both", "waits for inspected": "waits-inspected",
    "waits for inspector": "waits-inspector", "nobody signed": "void", "waits for witness": "waits-witness",
    "waits for review": "waits-review", "refused": "refused", "overruled": "waits-inspected",
    "overruled and signed": "both", "reviewed by the office": "refused", "signed again": "both",
    "waits again": "waits-again", "void unsigned": "void", "void signed": "void", "reopened": "both",
    "paper": "paper", "paper and key": "both", "by a deputy": "both", "neighbour": "both",
    "neighbour's team": "both", "by supervision": "both", "before the close": "both",
    "day of the note": "both", "after the note": "both", "station's check": "both",
    "check by the neighbour": "waits-inspected", "check by the neighbour's team": "waits-inspected",
    "handover": "both", "handover waits": "waits-incoming", "handover alone": "both",
    "led by a member": "both", "signed patrol": "both", "patrol of QS": "both", "patrol of SQ": "both",
}


def of_sound(w):
    """Book, year, page, state."""
    for label, state in STATES.items():
        page = w[label]
        yield page.volume.book, str(page.volume.year), str(page.number), state
