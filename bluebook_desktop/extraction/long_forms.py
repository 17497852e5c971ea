"""The full form that a short one stands for: by initials, by a name's words, then after Schwartz and Hearst (2003)."""

import re

MARKS = "“”\"'‘’ "
SMALL = {"of", "and", "the", "for", "on", "in", "to", "between", "with", "by", "a", "an", "at", "&", "or", "from"}
#: Where a phrase of small letters begins: it follows one of these.
_JOINING = SMALL | {"concerning", "regarding", "against", "under", "towards", "toward", "among"}
ORDINAL = re.compile(
    r"\b(?:[0-9]+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) (?:[A-Z]\w+ )?$"
)
_EDGE = re.compile(
    r"(?:^|[,;:.(“]|\b(?:the|a|an|of|to|for|by|with|in|on|at|from|and|or|as|that|this|these|its|their|called|under"
    r"|through|against|between|via|include|including|such as|is|are|was|were|has|have)\b)[ ]?$"
)


def long_form(short: str, before: str) -> str:
    """The full form that ends at the end of `before`, or nothing."""
    if marked := _quoted(short, before):
        return marked
    core = re.sub(r"(?<=[A-Za-z]{2})[-/]?[0-9]+$", "", short)
    core = core[:-1] if core.endswith("s") and core[:-1].isupper() else core
    trimmed = re.sub(r"[,\s]*[“\"][^“”\"]*[”\"]$", "", before)
    trimmed = trimmed if len(re.findall(r"[^\W\d_]", trimmed)) > len(core) else before
    for candidate in dict.fromkeys((short, core)):
        letters = [letter.lower() for letter in candidate if letter.isalnum()]
        start = _by_initials(letters, trimmed, SMALL)
        start = _by_initials(letters, trimmed, set()) if start is None else start
        start = _by_name(letters, trimmed) if start is None else start
        start = _by_head(letters, trimmed) if start is None else start
        start = _with_first_word(trimmed, _by_letters(letters, trimmed)) if start is None else start
        if start is not None and _plausible(trimmed[start:], candidate):
            ordinal = ORDINAL.search(trimmed[:start]) if short[-1].isdecimal() else None
            return trimmed[ordinal.start() :] if ordinal else _with_adjectives(trimmed, start)
    return ""


def of_list(short: str, before: str) -> str:
    """The names that a letter and their number stand for: “Brazil, Germany, India and Japan (G4)”."""
    number = re.fullmatch(r"[A-Z]([3-9])", short)
    if number is None:
        return ""
    name = r"[A-Z][\w.’'-]*(?: (?:of |and the )?[A-Z][\w.’'-]*)*"
    listed = re.search(
        rf"(?:(?<=^)|(?<=\W))(?:the )?(?P<all>(?:{name}, ){{{int(number[1]) - 2}}}{name},? and {name})$", before
    )
    return listed["all"] if listed else ""


def _quoted(short: str, before: str) -> str:
    """A full form in quotation marks: “The “Status of Forces Agreement” (SOFA)”."""
    marked = re.search(r"[“\"](?P<inner>[^“”\"]{6,120})[”\"]$", before)
    if marked is None:
        return ""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    starts = (_by_initials(letters, marked["inner"], passing) for passing in (SMALL, set()))
    return marked["inner"] if 0 in starts else ""


#: The noun that a name begins with, whatever it is on: “Convention on the Prohibition of …”.
_HEAD = re.compile(
    r"\b(?:Agreement|Treaty|Convention|Protocol|Act|Arrangement|Commission|Committee|Conference|Organi[sz]ation|Fund"
    r"|Initiative|Council|Group|Program(?:me)?|Forum|Association|Declaration)"
    r"(?= (?:on|for|of|against|to|concerning|in)\b)"
)


def _by_head(letters: list[str], text: str) -> int | None:
    """The noun that a name begins with gives the first or the last letter, words that follow one another the others.

    “Treaty on the Non-Proliferation of Nuclear Weapons (NPT)”, “Convention on … Chemical Weapons and … (CWC)”.
    """
    for head in reversed(list(_HEAD.finditer(text))):
        words = [word[0].lower() for _, word in _tokens(text[head.end() :]) if word.lower() not in SMALL]
        first = head.group()[0].lower()
        for others in (letters[1:] if letters[0] == first else [], letters[:-1] if letters[-1] == first else []):
            runs = (words[i : i + len(others)] for i in range(len(words) - len(others) + 1))
            if len(others) > 1 and any(run == others for run in runs):
                return head.start()
    return None


def _plausible(full: str, short: str) -> bool:
    words = full.split()
    most = min(len(short) + 5, len(short) * 2 + 1) + sum(word in SMALL for word in words)
    most = max(most, 20) if _HEAD.match(full) else most
    return len(full) > len(short) and len(words) <= most and short not in words


def _tokens(text: str) -> list[tuple[int, str]]:
    """Where each word and part of a hyphenated word begins, with the word."""
    return [(match.start(), match.group()) for match in re.finditer(r"[^\W_]+(?:[’'][^\W_]+)?", text)]


def _by_initials(letters: list[str], text: str, passing: set[str]) -> int | None:
    """Each letter begins a word, from the last backwards; small words, and those `passing`, may be passed over."""
    tokens = _tokens(text)
    index, left, skipped = len(tokens) - 1, len(letters) - 1, 0
    start = None
    while left >= 0 and index >= 0:
        offset, word = tokens[index]
        if _begins(word, letters[left]) and word.lower() not in passing:
            left -= 1
            start = offset
        elif word.lower() not in SMALL:
            skipped += 1
            if skipped > 1 or start is None:
                return None
        index -= 1
    return start if left < 0 else None


def _begins(word: str, letter: str) -> bool:
    """Whether a letter stands for a word: its first, or an X for *trans-*, *cross-* and *ex-*."""
    return word[0].lower() == letter or (letter == "x" and re.match(r"trans|cross|ex", word, re.IGNORECASE) is not None)


def _by_name(letters: list[str], text: str) -> int | None:
    """A name whose first words the letters begin, or all of whose words they begin in another order (NPT)."""
    name = noun_phrase(text)
    second = re.search(r".* and the (?=[A-Z])", name)  # “the Government of … and the Revolutionary Armed Forces of …”
    found = _by_words(letters, text, name[second.end() :]) if second else None
    return found if found is not None else _by_words(letters, text, name)


def _by_words(letters: list[str], text: str, name: str) -> int | None:
    """The same for a name that the text ends with."""
    tokens = [(offset, word) for offset, word in _tokens(name) if word.lower() not in SMALL]
    if len(letters) < 3 or len(tokens) < len(letters):
        return None
    initials = [word[0].lower() for _, word in tokens]
    for first in range(len(tokens) - len(letters)):
        last, word = tokens[first + len(letters) - 1]
        behind = name[last + len(word) :].split(maxsplit=1)
        if initials[first : first + len(letters)] == letters and behind and behind[0] in SMALL:
            return len(text) - len(name) + tokens[first][0]
    rest = list(initials)
    strange = 0
    for letter in letters:
        if letter in rest:
            rest.remove(letter)
        else:
            strange += 1
    foreign = strange == 1 and len(letters) > 4 and initials[0] == letters[0]  # a name in another language (CELAC)
    found = len(rest) <= 2 and initials[0] in letters and (not strange or foreign)
    return len(text) - len(name) if found else None


def _with_first_word(text: str, start: int | None) -> int | None:
    """A name found by its letters with the capital word just before it: “Novel” in “Novel Coronavirus Disease”."""
    if not start or not text[start].isupper():
        return start
    word = re.search(r"(?:^|\s)[a-z]+ (?P<word>[A-Z][a-z]+ )$", text[:start])
    return word.start("word") if word else start


def _by_letters(letters: list[str], text: str) -> int | None:
    """Schwartz and Hearst: the letters in their order from the end backwards, the first one at a word's beginning."""
    position = len(text) - 1
    for left in range(len(letters) - 1, -1, -1):
        while position >= 0 and (
            text[position].lower() != letters[left] or (left == 0 and position > 0 and text[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return None
        position -= 1
    return text.rfind(" ", 0, position + 1) + 1 if position >= 0 and text[position] == "-" else position + 1


def _with_adjectives(text: str, start: int) -> str:
    """A phrase of small letters with the one or two adjectives before it: “novel” in “novel coronavirus disease”."""
    if not text[start : start + 1].islower() or _EDGE.search(text[:start]):
        return text[start:]
    longer = re.search(r"\b(?:(?!(?:many|several|some|various|other|all|such|most)\b)[a-z][\w-]* ){1,2}$", text[:start])
    if longer and _EDGE.search(text[: longer.start()]):
        return text[longer.start() :]
    shorter = re.search(r"\b[a-z][\w-]* $", text[:start])
    return text[shorter.start() :] if shorter and _EDGE.search(text[: shorter.start()]) else text[start:]


def noun_phrase(before: str) -> str:
    """The name in capitals, with its small words, or the noun with its adjectives, that ends here."""
    words = list(re.finditer(r"\S+", before))
    start = None
    for word in reversed(words):
        bare = word.group().strip(MARKS)
        if start is not None and word.group().endswith((",", ".", ";", ":")) and not re.search(r"\b[A-Z]\.$", bare):
            break
        if bare[:1].isupper() or bare[:1].isdigit() or (bare not in SMALL and start is None):
            start = word.start()
        elif bare not in _JOINING:
            break
    if start is None:
        return ""
    phrase = re.sub(
        r"^(?:[Tt]he|[Aa]n?|[Ii]n|[Oo]n|[Aa]t|[Ww]ith|[Uu]nder|[Bb]y|[Ff]or|[Tt]hrough)\s+", "", before[start:]
    )
    start = len(before) - len(phrase)
    adjective = re.search(r"\b([a-z]+-[a-z]+ )$", before[:start])
    return before[adjective.start() :] if adjective and phrase[:1].isupper() else phrase


def initials_length(short: str, text: str) -> int:
    """How much of `text`, from its first word on, the letters of `short` begin words of; 0 when they do not."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    return _aligned(letters, text, passing=SMALL) or _aligned(letters, text, passing=set())


def _aligned(letters: list[str], text: str, passing: set[str]) -> int:
    found = 0
    for match in re.finditer(r"[^\W_]+(?:\.[A-Z])*\.?", text):
        word = match.group()
        if word.lower() in passing:
            continue
        if word[0].lower() == letters[found]:
            found += 1
            if found == len(letters):
                return match.end() - (word.endswith(".") and word.count(".") == 1)
        elif word.lower() not in SMALL | {"s"}:
            return 0
    return 0
