"""Countries and regions with their adjectives, as patterns: they tell people from places and name those who speak."""

import re

#: Names as the Bluebook prints them through the years; longer ones first where one begins with another.
_NAMES = """
Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas
Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Brunei
Bulgaria|Burkina Faso|Burundi|Cabo Verde|Cambodia|Cameroon|Canada|Cape Verde|Central African Republic|Chad|Chile
China|Colombia|Comoros|Congo|Cook Islands|Costa Rica|Côte d[’']Ivoire|Cote d[’']Ivoire|Croatia|Cuba|Cyprus
Czech Republic|Czechia|Democratic Republic of the Congo|Denmark|Djibouti|Dominican Republic|Dominica|East Timor
Ecuador|Egypt|El Salvador|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia
Georgia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea-Bissau|Guinea|Guyana|Haiti|Holy See|Honduras|Hong Kong|Hungary
Iceland|Indonesia|India|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati
Kosovo|Kuwait|Kyrgyz Republic|Kyrgyzstan|Lao PDR|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania
Luxembourg|Macedonia|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|Marshall Islands|Mauritania|Mauritius|Mexico
Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands
New Zealand|Nicaragua|Nigeria|Niger|Niue|North Korea|North Macedonia|Norway|Oman|Pakistan|Palau|Palestine
Palestinian Authority|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia
Russian Federation|Rwanda|Saint Lucia|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore
Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|South Sudan|Soviet Union|Spain|Sri Lanka|Sudan
Suriname|Swaziland|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Timor-Leste|Togo|Tonga
Trinidad and Tobago|Tunisia|Turkey|Türkiye|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|United Kingdom
United States of America|United States|Uruguay|Uzbekistan|Vanuatu|Vatican|Venezuela|Viet Nam|Vietnam|Yemen
Zambia|Zimbabwe|DPRK|ROK|UAE|UK|U\\.K\\.|U\\.S\\.A\\.|U\\.S\\.|US|USA|PRC|EU|UN|NATO|ASEAN|European Union|United Nations
African Union|Hamas|Hong Kong
"""
#: Forms of official names.
_FORMAL = (
    r"(?:Hashemite )?Kingdom of [A-Z][a-z]+(?: Arabia)?"
    r"|(?:(?:Democratic|Islamic|Arab|Federal|Socialist|People[’']s|Bolivarian"
    r"|United) )*Republic of (?:the )?[A-Z][a-z]+"
)
_ADJECTIVES = """
Afghan|Albanian|Algerian|American|Angolan|Arab|Argentine|Argentinean|Armenian|Australian|Austrian|Azerbaijani|Bahraini
Bangladeshi|Belarusian|Belgian|Bhutanese|Bolivian|Brazilian|British|Bruneian|Bulgarian|Cambodian|Canadian|Chilean|Chinese
Colombian|Croatian|Cuban|Czech|Danish|Djiboutian|Dutch|Egyptian|Estonian|Ethiopian|European|Fijian|Filipino|Finnish|French
Georgian|German|Ghanaian|Greek|Hungarian|Icelandic|Indian|Indonesian|Iranian|Iraqi|Irish|Israeli|Italian|Jamaican|Japanese
Jordanian|Kazakh|Kenyan|Korean|Kuwaiti|Kyrgyz|Lao|Laotian|Latvian|Lebanese|Libyan|Lithuanian|Malaysian|Maldivian|Mexican
Moldovan|Mongolian|Moroccan|Mozambican|Myanmar|Namibian|Nepalese|Nigerian|North Korean|Norwegian|Omani|Pakistani|Palauan
Palestinian|Panamanian|Paraguayan|Peruvian|Philippine|Polish|Portuguese|Qatari|Romanian|Russian|Rwandan|Saudi
Saudi Arabian|Senegalese|Serbian|Singaporean|Slovak|Slovenian|Somali|South African|South Korean|Soviet|Spanish
Sri Lankan|Sudanese|Swedish|Swiss|Syrian|Taiwanese|Tajik|Tanzanian|Thai|Tongan|Tunisian|Turkish|Turkmen
Ugandan|Ukrainian|Uruguayan|Uzbek|Venezuelan|Vietnamese|Yemeni|Zambian|Zimbabwean
"""


def _alternatives(words: str) -> str:
    """One pattern of many words, the longest first."""
    return "|".join(sorted(words.replace("\n", "|").strip("|").split("|"), key=len, reverse=True))


#: A country, region or union, without an article before it.
COUNTRY = rf"(?:{_FORMAL}|{_alternatives(_NAMES)})"
#: What a person or thing of a country is called.
NATIONALITY = rf"(?:{_alternatives(_ADJECTIVES)})"
#: Every single word that a country's name or adjective is made of.
COUNTRY_WORDS = frozenset(re.findall(r"[A-ZÀ-Þ][\w’'-]+", f"{_NAMES} {_ADJECTIVES}")) - {"Prince", "And"}
