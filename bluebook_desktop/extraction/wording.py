"""What stands between quotation marks, as it is judged: how many words, whether they are a clause or a verdict."""

import re
from dataclasses import dataclass

from bluebook_desktop.extraction.fragments import BARE_VERB

_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|will|would|shall|should|must|can|could|has|have|had|cannot|do|does|did|let us"
    r"|Let us|need|needs|may|might|hope|believe|remains?|I|[Ww]e|you|there|it|they|he|she|thank|Thank|Please|please)\b"
    r"|[’'](?:s|re|ve|ll|m) (?=[a-z])|n[’']t\b"
)
#: A noun phrase with a clause of its own within: "a society in which all women shine".
PHRASE = re.compile(
    r"(?:(?:an?|the|such|this|one|all|more|[a-z]+ing) .*?|(?!hope|belief|regret|concern|view|confiden"
    r"|determin)[a-z][\w-]*(?: [\w-]+){0,3}? )"
    r"\b(?:which|that|who|where|whose|whom)\b"
)
#: A subject and its verb, where no small word shows the verb: “the future belongs to those who build it”.
_SUBJECT_DOES = re.compile(
    rf"(?:[\w’'-]+ ){{1,5}}?(?<!to )(?:{BARE_VERB})(?:s|es) (?:to|on|in|for|with|the|an?|its|their|his|her|our|us|from"
    r"|that|by|here|now|where|when|at|not|all|every|no|when|if|[a-z]+ly)\b"
)
#: "Who we are" is a noun as much as a clause.
_NOMINAL = re.compile(r"(?:who|what|where|how|why|when|whether|which)\b")
#: "The test had been “a perfect success”": it says what somebody thinks of a thing, not what the thing is called.
JUDGES = re.compile(r"(?:an?|no|one) \S")
#: The same in adjectives: "the award is “final and binding”".
ADJECTIVES = re.compile(
    r"[a-z]{3,}(?:ed|en|wn) (?:[a-z]+ly|and|but|not|by|in|under|without|to|with|for|from)\b"
    r"|(?:not|too|so|very|more|most|far|[a-z]+ly) \S|[a-z-]+, (?:but|yet|if|though) \S"
    r"|[a-z]{3,}(?:ent|ant|al|ible|able|ary|ory|sed|ted) (?:with|to|of|for|in) \S"
    r"|(?:[a-z-]+,? (?:and |but )?(?:[a-z]+ly )?)?[a-z]{3,}(?:ing|able|ible|ful|ous|ive|ant|less)[.,]?$"
)
#: So many words make a sentence that no comma within the marks shows to be one.
SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Words:
    """What stands between the marks: its length in words, and whether it is a clause."""

    text: str
    count: int
    clause: bool


def is_clause(inner: str) -> bool:
    """Whether the words have a finite verb of their own, not only one within a clause that describes a noun."""
    finite = None if _NOMINAL.match(inner) else _FINITE.search(inner)
    phrase = PHRASE.match(inner)
    return finite is not None and not (phrase and phrase.end() <= finite.start() + 1 and not _late(inner, phrase.end()))


def has_subject(inner: str) -> bool:
    """Whether the words are a subject and a verb in the present tense."""
    return _SUBJECT_DOES.match(inner) is not None


def _late(inner: str, offset: int) -> bool:
    """Whether a second finite verb follows: that of the sentence itself."""
    return len(_FINITE.findall(inner, offset)) >= 2
