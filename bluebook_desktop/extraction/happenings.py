"""What happened, where a clause names only its place, or a pronoun for what went before."""

from bluebook_desktop.extraction import shapes
from bluebook_desktop.extraction.nouns import DATE


def followed_by(subject: str, told: str) -> tuple[str, str]:
    """What happened where only a pronoun was followed by it: “these were followed by a visit by General X”."""
    found = shapes.FOLLOWED_BY.match(told) if shapes.PRONOUN.fullmatch(subject) else None
    return (found["what"], "") if found else (subject, told)


def event_of(outer: str, told: str, noun: str) -> str:
    """What happened, not where: “the attacks on the Strip that began [in May]” tells of the attacks."""
    if not noun or not shapes.HAPPENS.match(told) or shapes.HAPPENING.search(noun):
        return noun
    words = outer.replace(DATE, " ").rstrip(" ,")
    event = shapes.EVENT_ON.search(words[: len(words) - len(noun)]) if words.endswith(noun) else None
    return f"{event['event']}{noun}" if event else noun
