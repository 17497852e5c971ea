"""Tricks of print and of Unicode: what must never pass for the text's words, and what must."""

from collections.abc import Iterator

import pytest

from bluebook_desktop.domain.checking.verdicts import Verdict
from bluebook_desktop.domain.documents import Document, Passage, PassageKind
from bluebook_desktop.domain.records import Records
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.services.quotation_check import QuotationChecker
from bluebook_desktop.storage.build import build_in_memory
from bluebook_desktop.storage.library import Library

PASSAGES = (
    "The fee is not 4,000 yen but 5,000 yen, and the rate was 1.5 percent in 2020.",
    "Tokyo's 1/2 share of the cost, or ½ of it, is borne by Japan under Article IV of the Treaty of 1960.",
    "The office of the Minister said: “We shall ‘never’ give up the fight for peace [sic] in the region.”",
    "The Straße in Berlin and the café in Paris were the venues of the İstanbul process and of the ﬁrst talks.",
    "The temperature fell to −5 degrees while growth was 10² times the 1st figure and the 1ª prova.",
    (
        "An intra-\nregional and cross-border effort, the co-operation of re-sign and resign, was made "
        "by a well known man-eating firm."
    ),
    (
        "The islands must be returned, not kept. They did not say that Japan would be ready to return "
        "them to the owner in due course."
    ),
    (
        "The amount of $5 million (\xa34 million) was paid, i.e. \u20ac3.5m, on 3/4 of the land; it "
        "grew 5\u2032 6\u2033 and 12:30 was set."
    ),
    "We can't accept that it's the people's will; the ministers' decision was its own and the 1990s' trend ended.",
    "A, B, and C are the options: A and B, or C; the third (x) is (y).",
)
FALSE = (
    "The fee is not 4,0O0 yen",
    "The fee is not 4.000 yen but",
    "The fee is not 40,00 yen but",
    "The fee is not 4 000 yen but",
    "the rate was 1,5 percent in",
    "the rate was 15 percent in",
    "the rate was 1·5 percent in",
    "The fee is n\u043et 4,000 yen",
    "The f\u0435e is not 4,000",
    "The fee is not\u0338 4,000",
    "The fee is no\u0301t 4,000 yen",
    "The fee is n ot 4,000 yen",
    "The fee isnot 4,000",
    "The fee is not4,000",
    "The fee is\u200bnot 4,000 yen",
    "The fee is\xadnot 4,000 yen",
    "The fee is\u2060not 4,000 yen",
    "1\u20442 share of the cost",
    "½ share of the cost",
    "1/2 of it, is borne",
    "12 of it, is borne",
    "under Article Ⅳ of the",
    "under Article 4 of the",
    "under Article lV of the",
    "in the region not",
    "shall never give up the … peace in the region",
    "The Strasse in Berlin",
    "The STRASSE in Berlin",
    "The Straſe in",
    "the cafe in Paris",
    "of the istanbul process",
    "of the Istanbul process",
    "of the ıstanbul process",
    "of the first talks",
    "fell to 5 degrees while",
    "fell to –5 degrees while",
    "fell to - 5 degrees",
    "was 102 times the",
    "was 10 2 times the",
    "was 10^2 times the",
    "the 1st figure and the 1a prova",
    "the 1 st figure",
    "effort, the cooperation of re-sign",
    "the co-operation of resign and re-sign",
    "co-operation of re-sign and re-sign",
    "by a well known man eating film",
    "The islands must be returned, […] kept",
    "must be returned [...] kept. They did … say",
    "They did […] say that Japan",
    "They did [indeed] say that Japan",
    "They did say […]",
    "They did … say that Japan would be ready",
    "They did (...) say",
    "the amount of £5 million",
    "the amount of 5 million",
    "of $5 million (€4 million)",
    "it grew 5' 6\"",
    "it grew 5 6",
    "and 12.30 was set",
    "and 1230 was set",
    "and 12 30 was set",
    "ie €3.5m",
    "i.e. €3,5m",
    "on 34 of the land",
    "on ¾ of the land",
    "We cant accept that",
    "We can t accept that",
    "We can accept that",
    "that its the people's will",
    "it's the peoples' will",
    "it's the peoples will",
    "the minister's decision was its own",
    "the ministers decision was",
    "decision was it's own",
    "the 1990s trend ended",
    "the 1990's trend ended",
    "A B and C are the option",
    "A and B or C, the third",
    "the third x is y",
    "the third (x) is not (y)",
    "the third (x is (y)",
    "must be returned. not kept",
    "They did n't say",
    "They did no say that",
    "\u202eton did yehT say that Japan",
    "They dıd not say",
    "They did ｎoｔt say",
    "They did not\u20e0 say",
    "They did \u20e5not say",
    "They did n\u0336o\u0336t\u0336 say that",
    "They did not say th\ufe00at\u034f Japan would\u200d not be",
    "The office of the Minister said: “We shall ‘ever’ give up",
    "must be returned, not … not kept",
    "They did [n]o[t] say",
    "They did not say … not say that Japan",
    "to return them [not] to the owner",
    "to return them [never ever again] to the owner",
    "would be ready to [not] return them",
    "Japan would [not be at all] ready to return",
    "The islands must [not] be returned",
    "[Nobody] did not say that Japan",
    "[They did] say that Japan",
    "[They did] … say that Japan",
    "[Somebody] say that Japan would be ready to return them",
    "[They would] say that Japan … in due course",
    "The islands … [they did] say that Japan",
    "[The fee is] 4,000 yen but 5,000 yen",
    "The fee is [exactly] … 5,000 yen",
    "must be returned, [and] kept",
    "of the islands and [they did] say that Japan",
    "They did [say so]",
    "the rate was 1.5 percent in [2021]",
    "the rate was [one point six] percent in 2020",
    "The islands [may] be returned, not kept",
    "Japan [should] be ready to return them",
    "the rate was 1.5 percent in [May]",
)
TRUE = (
    "The fee is not 4,000 yen but 5,000 yen",
    "“The fee is not 4,000 yen”",
    "The fee is not ４，０００ yen but",
    "THE FEE IS NOT 4,000 YEN",
    "The fee is not 4000 yen but",
    "The fee is not 4000 … 5000 yen",
    "5000 yen",
    "The fee is no\u200bt 4,000 yen",
    "The fee is no\xadt 4,000 yen",
    "We shall 'never' give up",
    'We shall "never" give up the fight',
    "“We shall never give up”",
    "‘We shall “never” give up the fight for peace’",
    "peace [sic] in the region",
    "fight for peace [sic] in",
    "the cafe\u0301 in Paris",
    "the CAFÉ in Paris",
    "The Straße in Berlin and",
    "of the ﬁrst talks",
    "fell to −5 degrees",
    "fell to -5 degrees",
    "was 10² times",
    "An intra-regional and cross-border effort",
    "An intra regional and cross border effort",
    "the co-operation of re-sign",
    "the co operation of",
    "intra-\nregional and cross\u2010border",
    "a well-known man-eating firm",
    "it grew 5\u2032 6\u2033 and",
    "We can’t accept that it’s",
    "We can't accept … the people's will",
    "the ministers’ decision was its own",
    "the 1990s’ trend ended.",
    "trend ended",
    "“…the people's will; the ministers' decision…”",
    "… the ministers' decision was its own …",
    "(x) is (y).",
    "the third (x) is (y)",
    "We can't accept that it's the people's will;",
    "- We can't accept that",
    "—We can't accept that",
    "A B and C are the options",
    "1/2 share of the cost",
    "“The islands must be returned, not kept,”",
    "“The islands must be returned, not kept” ",
    "‘The islands must be returned, not kept.’",
    "\ufeffThe islands must be returned",
    "The islands\xa0must be returned",
    "The islands must\tbe\r\nreturned",
    "“[T]hey did not say that Japan”",
    "[T]hey did not say",
    "They did not say that [Japan] would be ready to return them",
    "[Japan] would be ready to return them",
    "The fee is not 4,000 yen [sic] but 5,000 yen",
    "the rate was 1.5 percent in 2020. [emphasis added]",
    "[Tokyo] did not say that Japan",
    "“The islands must be returned, [and] not kept”",
    "They did not say that … would be ready",
    "They did not say that . . . would be ready",
    "They did not say that ... to the owner",
    "They did not say that […] to the owner",
    "They did not say that [Japan] would … to the owner in due course.",
)


@pytest.fixture(scope="module")
def tricky() -> Iterator[QuotationChecker]:
    """A checker of a library that holds nothing but the passages above."""
    edition, section, _, _ = next(iter(read_contents()))
    passages = tuple(
        Passage(number, PassageKind.PARAGRAPH, text, None, 0, len(text))
        for number, text in enumerate(PASSAGES, start=1)
    )
    address, kept = build_in_memory("tricks", [(edition, section, Document((), passages), Records())], "tricks")
    library = Library(address)
    yield QuotationChecker(library)
    library.close()
    kept.close()


@pytest.mark.parametrize("text", FALSE, ids=ascii)
def test_what_only_looks_like_the_text_is_never_its_words(tricky: QuotationChecker, text: str) -> None:
    answer = tricky.check(text)
    assert answer.verdict not in (Verdict.EXACT, Verdict.SAME_WORDS)
    assert bool(answer.differences) == (answer.verdict is Verdict.ALTERED)  # what differs is always told


@pytest.mark.parametrize("text", TRUE, ids=ascii)
def test_what_only_looks_otherwise_is_the_texts_words(tricky: QuotationChecker, text: str) -> None:
    assert tricky.check(text).verdict in (Verdict.EXACT, Verdict.SAME_WORDS)
