"""The 47 prefectures of Japan, and which of them the words for a place name."""

import re

PREFECTURES = (
    "Hokkaido", "Aomori", "Iwate", "Miyagi", "Akita", "Yamagata", "Fukushima", "Ibaraki", "Tochigi", "Gunma",
    "Saitama", "Chiba", "Tokyo", "Kanagawa", "Niigata", "Toyama", "Ishikawa", "Fukui", "Yamanashi", "Nagano",
    "Gifu", "Shizuoka", "Aichi", "Mie", "Shiga", "Kyoto", "Osaka", "Hyogo", "Nara", "Wakayama",
    "Tottori", "Shimane", "Okayama", "Hiroshima", "Yamaguchi", "Tokushima", "Kagawa", "Ehime", "Kochi", "Fukuoka",
    "Saga", "Nagasaki", "Kumamoto", "Oita", "Miyazaki", "Kagoshima", "Okinawa",
)  # fmt: skip
_NAMED = re.compile(rf"\b({'|'.join(PREFECTURES)})\b")


def prefecture_in(place: str) -> str:
    """The prefecture that the words for a place name last (“Sasebo, Nagasaki”), or nothing."""
    found = _NAMED.findall(place)
    return str(found[-1]) if found else ""
