"""What the words around an expression of time say: whether it dates what its sentence tells, and what is to come."""

import re
from bisect import bisect_left

from bluebook_desktop.extraction.expressions import Expression
from bluebook_desktop.extraction.text import Site
from bluebook_desktop.extraction.titles import FINITE

JOINT = re.compile(r"(?:,| and| or|,? and then| to(?: the)?| through|[-–—]| respectively)* ?(?:(?:in|on|from|since) )?")
#: A date after one of these describes a thing ("the meeting held in …"), unless an auxiliary makes it the verb.
_PARTICIPLE = re.compile(
    r"(?P<before>(?:\S+ ){0,4})\b(?P<word>\w+(?:ed|ld|de)|set|made|begun|given|taken|written|shown|sent|built"
    r"|brought)(?: (?:in|on|at|during))? ?$"
)
_WITHIN_RELATIVE = re.compile(r"\b(?:which|that|who|where|what|whose|whom)\b[^,]*$")
#: “Those who had fled were living in Japan”: the relative clause has ended.
_RELATIVE_ENDED = re.compile(
    r"\b(?:who|which) (?:(?:had|have|has|was|were) )?[a-z]+ (?:[a-z]+ ){0,4}(?:was|were|is|are|has|have|had) [^,]*$"
)
#: “… when his airplane crashed on”: a verb, as *when* shows.
_CLAUSE_BEFORE = re.compile(r"\b(?:when|because|although)\b")
_AUXILIARY = re.compile(r"\b(?:was|were|been|be|being|is|are|had|has|have)\b")
_INTRANSITIVE = {
    "occurred", "started", "happened", "visited", "resigned", "ended", "entered", "arrived", "returned", "continued",
    "resumed", "followed", "departed", "emerged", "increased", "decreased", "assumed", "agreed", "concurred",
}  # fmt: skip
_ATTRIBUTE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|of the|for the"
    r"|(?<!as )(?<!As )(?<!morning )(?<!afternoon )(?<!evening )(?<!night )of) ?$"
)
#: “… for the first time since the King came in 1998”: background, unless it opens its sentence.
_SUBORDINATE = re.compile(r"[^ ] (?:since|after|following|than|before|because|until) (?:[^ ,;]+ ){2,12}(?:in|on|at) $")
#: “…, her predecessor’s term having ended in August”.
_HAVING = re.compile(r", [^,;]{2,80} having (?:been )?[a-z]+[^,;]*$")
#: “The Council, established within the Cabinet in April 2006, met …”.
_SET_OFF = re.compile(
    r"(?P<subject>[^,;]*[\w)”\"]), (?:\w+ly )?[a-z]+(?:ed|wn|ght|built|set up|held|made|begun) [^,;]*$"
)
#: “The Accord, signed in May 2019, took effect in”: the verb of the sentence, right behind what is set off.
_GOES_ON_WITH_VERB = re.compile(
    r", (?:finally |then |at last )?(?:was|were|came|entered|took|began|became|ended|expired|opened|closed|started)"
    r" [^,;:]*"
)
_NEW_CLAUSE = re.compile(
    r"[,;] (?!which|who|where|and |but |while )[^,;]*? (?:was|were|had|has|took|held|met|made|began|became"
    r"|[a-z]{2,}ed) [^,;]*$"
)
_OPENING = re.compile(
    r"^(?:(?!Following|After|Despite|Under|Since|Before)[A-Z][a-z]+,? )?(?:(?:[Ii]n|[Oo]n|[Ff]rom|[Ss]ince"
    r"|[Dd]uring|[Aa]t|[Ll]ate in|[Ee]arly in) )?(?:the )?$"
)
#: “In the joint statement of February 10, the two leaders …” tells what happened on that day.
_OPENED_BY_THING = re.compile(
    r"^(?:[Ii]n|[Aa]t|[Dd]uring) (?:(?:the|an?|his|her|its|their) )?[^,;.:]{3,80}? (?:of|on) $"
)
#: What somebody said on a day looks ahead by itself: “… on January 7 and emphasized that Japan would …”.
_SAID_BEHIND = re.compile(r"\b(?:[a-z]{3,}(?:ed|ing)|said|told (?:[\w.’'-]+ ){1,4}) ?that\b")
_LOOKS_BACK = re.compile(
    r"\b(?:had|(?:before|prior to|preceding|ahead of) (?:it|this|that|them|then))\b|\b[Ee]arlier\b"
)
#: “The Guidelines were last revised in September 1997”: background of what is told.
_LAST_DONE = re.compile(r"\blast (?:\w+ed|held|met|seen|made) (?:in|on) $")
#: “As co-convener of the Initiative since its launch in December 2017”.
_SINCE_ITS = re.compile(r"\bsince (?:its|the|their|his|her) (?:[a-z-]+ ){1,4}(?:in|on|of) $")
#: “The International Agreement of February 2009”, unless something was done by it then.
_CALLED_BY_MONTH = re.compile(
    r"\b[A-Z]\w+ (?:Agreement|Treaty|Convention|Protocol|Declaration|Roadmap|Guidelines|Charter|Act|Plan|Statement)"
    r" of $"
)
_CALLED_BY_YEAR = re.compile(r"\b(?:[A-Z][a-z]+|that|those) of $")
#: So many letters of a sentence on each side are looked at.
_NEAR = 400
_AHEAD = re.compile(
    r"\b(?:will|scheduled|planned|plans?|expected|to be|to hold|should be|hopes? to|would|aims?|aiming|toward)\b"
)
#: What one who writes says of what is still to come: not *was to*, nor *would*.
_TO_COME = (
    r"will|shall|(?:is|are) (?:now |also |still )?(?:to(?! the\b)|(?:scheduled|planned|expected|due|set) (?:to|for))"
    r"|(?:hopes?|plans?|intends?|expects?|wish(?:es)?) to"
)
_LOOKS_AHEAD = re.compile(
    rf" (?:{_TO_COME}|marks|(?:is|are) (?:expected|planned|scheduled)|should be|may (?:be|well|also)|can be) "
)
_WILL_BEFORE = re.compile(rf"\b(?:{_TO_COME})\b(?: (?!that\b)[^ ,;]+){{0,10}} $")


class Clauses:
    """The clauses of one passage."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._marks: dict[str, list[int]] = {}

    def opens(self, expression: Expression) -> bool:
        """Whether an expression opens its sentence."""
        return bool(_OPENING.match(self._before(expression)))

    def _before(self, expression: Expression) -> str:
        start, _ = self._site.sentence(expression.start)
        return self._site.text[max(start, expression.start - _NEAR) : expression.start]

    def is_main(self, expression: Expression) -> bool:
        """Whether an expression dates what its sentence tells, not a thing described in it."""
        before = self._before(expression)
        if _OPENING.match(before):
            return True
        if (
            not expression.prints_year
            and _OPENED_BY_THING.match(before)
            and self._site.text.startswith(", ", expression.end)
        ):
            return True
        if self.is_since(expression):
            return False  # how long something has been so
        if _SUBORDINATE.search(before) or _HAVING.search(before):
            return False
        if _ATTRIBUTE.search(before[-14:]) or (_WITHIN_RELATIVE.search(before) and not _RELATIVE_ENDED.search(before)):
            return False
        set_off = _SET_OFF.fullmatch(before) if self._site.text.startswith(",", expression.end) else None
        if set_off and not FINITE.search(set_off["subject"]):
            return False
        participle = _PARTICIPLE.search(before[-60:])
        if participle is None or participle["word"] in _INTRANSITIVE:
            return True
        return bool(_AUXILIARY.search(participle["before"]) or _CLAUSE_BEFORE.search(participle["before"]))

    def is_described(self, expression: Expression) -> bool:
        """Whether a participle right before a date makes it that of a thing: “the measures taken in …”."""
        participle = _PARTICIPLE.search(self._before(expression)[-60:])
        return participle is not None and not _AUXILIARY.search(participle["before"])

    def is_told_ahead(self, expression: Expression) -> bool:
        """Whether the sentence looks ahead at all."""
        start, end = self._site.sentence(expression.start)
        start, end = max(start, expression.start - _NEAR), min(end, expression.end + _NEAR)
        said = _SAID_BEHIND.search(self._site.text, expression.end, end)
        return _AHEAD.search(self._site.text, start, said.start() if said else end) is not None

    def tells_ahead(self, expression: Expression) -> bool:
        """Whether the sentence looks ahead from when it was written."""
        start, end = self._site.sentence(expression.start)
        near = self._site.text[max(start, expression.start - _NEAR) : min(end, expression.end + _NEAR)]
        return _LOOKS_AHEAD.search(near) is not None

    def will_happen(self, expression: Expression) -> bool:
        """Whether the verb that a date goes with says *will*: what the covered year held is past to who writes."""
        _, end = self._site.sentence(expression.start)
        text, before = self._site.text, self._before(expression)
        if self.quotation(expression) is not None:
            return False
        if _OPENING.match(before):
            verb = FINITE.search(text, expression.end, min(end, expression.end + _NEAR))
            return verb is not None and verb.group() == "will"
        return _WILL_BEFORE.search(before) is not None

    def quotation(self, expression: Expression) -> int | None:
        """Where the quotation begins that an expression stands in: its “this year” is that of the speaker."""
        opened, closed, straight = (self._before_marks(mark, expression.start) for mark in '“”"')
        if len(opened) > len(closed):
            return opened[-1]
        return straight[-1] if len(straight) % 2 else None

    def _before_marks(self, mark: str, offset: int) -> list[int]:
        """Where a mark stands before an offset; the text is looked through once."""
        if mark not in self._marks:
            self._marks[mark] = [at for at, letter in enumerate(self._site.text) if letter == mark]
        return self._marks[mark][: bisect_left(self._marks[mark], offset)]

    def is_aside(self, known: Expression, expression: Expression) -> bool:
        """Whether what a date belongs to has ended: “Japan, which joined in 1956, was elected in June”."""
        text, (start, end) = self._site.text, (known.start, known.end)
        if _NEW_CLAUSE.search(text, end, max(end, expression.start)):
            return True
        return (
            text.startswith(",", end)
            and re.search(r", (?:which|who)\b[^,]*$", text[max(0, start - 200) : start]) is not None
        )

    def is_set_off(self, known: Expression, expression: Expression) -> bool:
        """Whether a date tells what a thing set off with another did: “signed in May 2012, took effect in March”."""
        before = _SET_OFF.fullmatch(self._before(known))
        if before is None or FINITE.search(before["subject"]) or not known.prints_year:
            return False
        return _GOES_ON_WITH_VERB.fullmatch(self._site.text[known.end : expression.start]) is not None

    def is_since(self, expression: Expression) -> bool:
        """Whether something has been so since a date, was for the first time since it, or for the last time then."""
        before = self._before(expression).lower()
        since = before.endswith("since ") or _SINCE_ITS.search(before) or _LAST_DONE.search(before)
        return expression.since or bool(since)

    def is_background(self, expression: Expression) -> bool:
        """Whether what was before is dated within the sentence, or how long something has been so.

        So does a clause behind the verb, “welcomed the accord that was signed on”, not one that tells what the subject
        did: “the missiles that Ur launched on”.
        """
        before = self._before(expression)
        if self.is_since(expression) or _SUBORDINATE.search(before):
            return True
        relative = _WITHIN_RELATIVE.search(before)
        if relative is None or _RELATIVE_ENDED.search(before):
            return False
        return " had " in relative.group() or FINITE.search(before, 0, relative.start()) is not None

    def looks_back(self, expression: Expression) -> bool:
        """Whether the sentence tells of what was before what has been told."""
        start, end = self._site.sentence(expression.start)
        near = self._site.text[max(start, expression.start - _NEAR) : min(end, expression.end + _NEAR)]
        return _LOOKS_BACK.search(near) is not None

    def names_thing(self, expression: Expression) -> bool:
        """Whether a date is but part of what a thing is called: “the Agreement of 1965”."""
        if expression.first.year is None:
            return False
        called = _CALLED_BY_YEAR if expression.first.month is None else _CALLED_BY_MONTH
        return called.search(self._site.text, max(0, expression.start - 40), expression.start) is not None

    def is_joint(self, known: Expression, expression: Expression) -> bool:
        """Whether a date is listed with one before it: “in March and early April”."""
        between = self._site.text[known.end : expression.start]
        return JOINT.fullmatch(between) is not None and between.strip() not in {"in", "on", "from", "since"}

    def is_within_relative(self, expression: Expression) -> bool:
        """Whether what is told of a thing by the way is dated: “USS Barry, which joined it in March, is …”."""
        return re.search(r", (?:which|who|whose|whom)\b[^,]*$", self._before(expression)) is not None
