"""Expressions of time in Japanese: 令和2年8月, 2020年8月15日, 同年8月, 翌年, 同月, 2020年度."""

import re

from bluebook_desktop.extraction.expressions import Expression, Part, Relative

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_DIGIT = "[0-9０-９一二三四五六七八九十]"
_DATE = re.compile(
    rf"(?:(?P<era>{'|'.join(_ERAS)})(?P<era_year>元|{_DIGIT}{{1,3}})年|(?P<year>(?:[0-9０-９]{{4}}))年"
    r"(?:（(?:令和|平成|昭和)[^）]{1,4}年）)?"
    r"|(?P<relative>同年|翌年|前年|本年|昨年|同月|翌月|前月|同日|翌日)(?!比|同期|度比|並み)"
    rf"|(?P<following>翌(?={_DIGIT}{{1,3}}日)))?"
    rf"(?P<fiscal>度)?(?:(?P<month>{_DIGIT}{{1,2}})月)?(?:(?P<day>{_DIGIT}{{1,3}})日)?"
    r"(?P<portion>末|初頭|初め|上旬|中旬|下旬|前半|後半|上半期|下半期)?"
    rf"(?:(?:から|～|〜|－|-|、)(?:(?P<last_month>{_DIGIT}{{1,2}})月)?(?P<last_day>{_DIGIT}{{1,3}})日)?(?P<since>以降|以来)?"
)
_RELATIVE = {
    "同年": Relative.SAME_YEAR, "本年": Relative.THIS_YEAR, "翌年": Relative.NEXT_YEAR, "前年": Relative.LAST_YEAR,
    "昨年": Relative.LAST_YEAR, "同月": Relative.SAME_MONTH, "翌月": Relative.NEXT_MONTH, "前月": Relative.LAST_MONTH,
    "同日": Relative.SAME_DAY, "翌日": Relative.NEXT_DAY,
}  # fmt: skip
_MONTHS = (Relative.SAME_MONTH, Relative.NEXT_MONTH, Relative.LAST_MONTH)
_PORTIONS = {
    "末": "end", "初頭": "beginning", "初め": "beginning", "上旬": "early", "中旬": "mid", "下旬": "late",
    "前半": "first half", "後半": "second half", "上半期": "first half", "下半期": "second half",
}  # fmt: skip
_KANJI = "〇一二三四五六七八九"


def _number(word: str | None) -> int | None:
    """A number in Arabic figures, wide ones, or kanji up to 99."""
    if not word:
        return None
    if word == "元":
        return 1
    if word[0] in _KANJI or word[0] == "十":
        tens, ten, ones = word.rpartition("十")
        figure = (_KANJI.find(tens) if tens else 1) * 10 if ten else 0
        return figure + max(0, _KANJI.find(ones) if ones else 0)
    return int(word) if word.isdecimal() else None


def find_japanese_expressions(text: str) -> list[Expression]:
    """Every expression of a Japanese text that dates something, in order."""
    return [expression for match in _DATE.finditer(text) if match.group() and (expression := _read(match))]


def _read(match: re.Match[str]) -> Expression | None:
    year = _number(match["year"])
    if match["era"] and (counted := _number(match["era_year"])):
        year = _ERAS[match["era"]] + counted
    if year is not None and not 1600 <= year <= 2099:
        return None
    month, day = _number(match["month"]), _number(match["day"])
    relative = Relative.SAME_MONTH if match["following"] else _RELATIVE.get(match["relative"] or "")
    if (year is None and relative is None and month is None) or (month is not None and not 1 <= month <= 12):
        return None
    if day is not None and month is None and relative not in _MONTHS:
        return None
    last = None
    if match["last_day"] and day is not None:
        last = Part(year, _number(match["last_month"]) or month, _number(match["last_day"]))
    first = Part(year, month, day)
    return Expression(
        *match.span(),
        first,
        last,
        fiscal=bool(match["fiscal"]),
        since=bool(match["since"]),
        portion=_PORTIONS.get(match["portion"] or "", ""),
        relative=relative,
    )
