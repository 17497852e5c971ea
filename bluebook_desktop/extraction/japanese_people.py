"""People and speakers in Japanese: a name by the office behind it, a speaker by は or が before what is said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bluebook_desktop.extraction.text import Site, Span

_OFFICE = (
    r"(?:内閣総理大臣補佐官|総理大臣補佐官|総理補佐官|国務院総理|国務委員会委員長|国務委員長|朝鮮労働党委員長"
    r"|内閣総理大臣(?:夫人)?|総理大臣|副総理(?:大臣)?|総理|首相|外務大臣政務官|外務副大臣|外務大臣|防衛大臣|財務大臣|経済産業大臣"
    r"|国土交通大臣|環境大臣|農林水産大臣|法務大臣|文部科学大臣|厚生労働大臣|総務大臣|経済再生担当大臣|内閣官房長官|官房長官"
    r"|官房副長官|国家安全保障局長|国家安全保障担当大統領補佐官|補佐官|国務長官|国防長官|財務長官|商務長官|司法長官|国務副長官|国務次官補|副大統領|大統領夫人|大統領"
    r"|国家主席|国務委員|総書記|外交部長官?|外交部長|外交部長官|外交長官|外務・英連邦大臣|副外相|外相|国防相|財務相|産業相|副首相"
    r"|国連事務総長|事務総長|事務局長|欧州理事会議長|欧州委員会委員長|委員長|議長|上級代表|駐日大使|大使|総領事|公使|特使|代表|総裁"
    r"|会長|理事長|局長|審議官|事務次官|次官|知事|市長|上院議員|下院議員|議員|司令官|大将|教授|博士|国王|皇太子|殿下|天皇|法王|教皇"
    r"|大臣|政務官|副大臣|長官|参謀長|報道官|顧問|氏|さん)"
)
#: One letter stands for a country between a name and its office: マクロン仏大統領.
_COUNTRY_LETTER = r"[日米中韓露英仏独豪印伊加朝越比泰EU]"
_KANJI = r"[一-鿿々ヶ]"
_KATAKANA = r"[ァ-ヴー]"
_NAME = rf"(?:{_KATAKANA}[ァ-ヴー・＝]{{1,24}}|(?<!{_KANJI}){_KANJI}{{1,3}}?[ 　]?{_KANJI}{{0,3}}?)"
_TITLED = re.compile(
    rf"(?<![ァ-ヴー・＝0-9０-９])(?P<name>{_NAME}?)(?P<country>{_COUNTRY_LETTER}?)(?P<office>{_OFFICE})"
    r"(?!会談|会合|会議|級|名|官邸|府|制|館|団|部|者|処|選|令|職|国|声明)"
)
_COUNTRIES = (
    r"アメリカ|ロシア|イギリス|フランス|ドイツ|イタリア|カナダ|オーストラリア|インド|インドネシア|タイ|ベトナム|フィリピン|マレーシア"
    r"|シンガポール|ミャンマー|カンボジア|ラオス|ブルネイ|モンゴル|パキスタン|バングラデシュ|スリランカ|ネパール|イラン|イラク|トルコ"
    r"|イスラエル|パレスチナ|サウジアラビア|エジプト|ヨルダン|ウクライナ|ポーランド|ハンガリー|スペイン|ポルトガル|オランダ|ベルギー"
    r"|スイス|スウェーデン|ノルウェー|フィンランド|デンマーク|ギリシャ|ブラジル|アルゼンチン|チリ|ペルー|メキシコ|キューバ|コロンビア"
    r"|ケニア|エチオピア|ナイジェリア|ガーナ|タンザニア|アフガニスタン|カザフスタン|ウズベキスタン|キルギス|タジキスタン|トルクメニスタン"
    r"|ニュージーランド|フィジー|パラオ|マーシャル|ハワイ|アジア|アフリカ|ヨーロッパ|アラブ|ベラルーシ|チェコ|オーストリア"
)
#: What stands before an office and is nobody's name: countries, "both", "former", parts of longer offices.
_NOBODY = re.compile(
    rf"(?:[日米中韓露英仏独豪印伊加朝台EU]{{1,5}}|両|各国?|同|前|元|新|現|副|全|他|当|次期|本|我が国|関係|双方|両国|主要|[一二三四五六七八九十]+"
    rf"|.*[国側省庁局部会党軍府州県市隊院団行銀学所洋派]|.*(?:名誉|協会|機構|基金|連合|同盟|大陸)|内閣|政府|担当|財務|国務|商務|司法|内務|労働|教育|保健|外務|防衛|国防|国連|欧州|特命全権|全権|臨時|代理|名誉|共同"
    rf"|副?{_OFFICE}|(?:{_COUNTRIES})(?:・.*)?"
    r"|閣僚|首脳|夫人|故|歴代|第.*|[一二三四五六七八九十百]+代|米軍|在日米軍|統合|最高|民主|自由|共和|上級|常任|政治|経済|安全保障|大統領|総理|特別|首席|筆頭)"
)
_GROUP = (
    r"(?:両首脳|両外相|両大臣|四大臣|四閣僚|両政府|両国|日米両政府|日本側|[一-鿿]{1,3}側|双方|日本政府|政府|日本"
    r"|各国|首脳|外相)"
)
#: Whose words follow: the last subject before the marks.
_SUBJECT = re.compile(rf"(?P<who>{_GROUP}|{_NAME}?{_COUNTRY_LETTER}?{_OFFICE})(?:(?:から|より)(?:は|、)?|は|が)")


@dataclass(frozen=True, slots=True)
class Titled:
    """A name in Japanese and the office behind it, as spans."""

    name: Span
    office: str
    role: Span


def find_titled(site: Site) -> Iterator[Titled]:
    """Every name with an office behind it, in order."""
    for match in _TITLED.finditer(site.text):
        name, start = match["name"], match.start("name")
        if name and match["country"] and len(name) == 1:
            continue
        if name and not _NOBODY.fullmatch(name):
            yield Titled((start, match.end("name")), match["office"], (start, match.end()))


def subject_behind(text: str, span: Span, named: Sequence[tuple[Span, str]]) -> tuple[str, str]:
    """Who is named between the marks and the verb: 「…」と久間防衛大臣が強調した."""
    found = _SUBJECT.search(text, *span)
    if found is None:
        return "", ""
    person = next((one for place, one in named if found.start("who") <= place[0] < found.end("who")), "")
    return found["who"], person


def subject_before(site: Site, offset: int, named: Sequence[tuple[Span, str]]) -> tuple[str, str]:
    """The words of the last subject in the sentence before an offset, and the person they mean, if anybody."""
    start, _ = site.sentence(offset)
    found = list(_SUBJECT.finditer(site.text, start, offset))
    if not found or "「" in site.text[found[-1].end() : offset]:
        return "", ""
    who = found[-1]
    person = next((one for span, one in named if who.start("who") <= span[0] < who.end("who")), "")
    return who["who"], person
