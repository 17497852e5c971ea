"""The shapes of clauses by which a heading is cut from a sentence: what parts and opens it, what says too little."""

import re

from bluebook_desktop.extraction.nouns import DATE, OTHER

IN_BRACKETS = re.compile(r"\((?P<words>[^()]*\x01[^()]*)\)")
ENTRY = re.compile(
    r"^[\s,.;:•●○・*–—-]*"
    r"(?:(?:\(?(?:[0-9]{1,2}|[ivx]{1,4}|[a-z])\)|[●・•○*-]+(?: ?[0-9]{1,2})?|[0-9]{1,2}(?= [A-Z][a-z])) ?)?"
)
PARTS = re.compile(r"(?P<sep>, |; |: | [–—] )")
RELATIVE = re.compile(
    r"(?P<part>(?:the |no |some )?(?:[a-z]+ ){1,3}(?=of which))?"
    r"(?P<prep>(?:[a-z]+ )?(?:of|in|at|on|under|with|by|through|during|after|for|from|to|upon|among) )?"
    r"(?P<word>which|who|whom|whose|where|when|that)\b "
)
WITHIN = re.compile(r" (?P<prep>(?:in|at|on|under|by|through|during|for|to) )?(?P<word>which|who|that|where|when) ")
CONJUNCTION = re.compile(
    r"(?:and|but|or|so|yet|nor|then(?! [A-Z]))\b"
    r"(?: (?:then|also|later|in turn|subsequently|finally|thus|therefore|as a result))?,? "
)
SUBORDINATE = re.compile(
    r"(?:[Ww]hen|[Ww]hile|[Ww]hereas|[Aa]lthough|[Tt]hough|[Aa]fter|[Bb]efore|[Aa]s|[Bb]ecause|[Ss]ince|[Ii]f|[Oo]nce"
    r"|[Uu]ntil|[Uu]nless|[Nn]ow that|[Gg]iven that)\b (?!(?:a result|part|well|such|of|for)\b)"
)
OPENING = re.compile(
    r"^(?:(?!Both (?:countries|sides|governments|leaders|ministers)\b)"
    r"(?:However|Furthermore|Moreover|Meanwhile|Also|Then|Later|Subsequently|Thus|Therefore|Likewise|Similarly"
    r"|Additionally|Instead|Finally|Since then|In addition|Of these|Of this|Here|There|Both|Note)\b,? ?(?!(?:was|were"
    r"|is|are|countries|sides|governments|leaders|ministers)\b))+"
)
JOINED = re.compile(r",? and (?=(?:(?:also|then|later|again|finally|thus|has|have|had|\w+ly) )*(?P<verb>[a-z]+)\b)")
SAYS = re.compile(
    r"\b(?:[a-z]+ed|said|told|found|showed|thought|held|made (?:it )?(?:clear|public|known)|saying|stating|provides?)$"
)
ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|this|these|those|that|such) (?=\S)", re.IGNORECASE)
#: What is told of a subject within it: “the crackdown which has been promoted since …”.
TOLD_OF_SUBJECT = re.compile(r" (?:which|who|that) .*$")
AUXILIARY = re.compile(r"had|has|have|was|were|is|are")
PARTICIPLE_BEHIND = re.compile(r"(?: \w+ly| not| also| been)* \w+")
BARRIER_OF_MAIN = re.compile(r"\b(?:and|but|or|which|who|that)\b")
#: Behind a participle and its date a verb follows that no form shows: “Guidelines announced [in May] also provide …”.
OTHER_VERB = re.compile(
    rf"{DATE} (?!(?:to|that|in|on|at|for|with|by|from|of|as|and|or|but|after|before|the|an?|its|their|his|her|through"
    r"|under|between|towards?|following|during|into|about|against|without|when|while|which|who|how|not|amid|due|along"
    r"|together|upon|until|via|than|over|off|out|up|down|near|within|across|because|so|[a-z]+(?:ing|ed|ly))\b"
    r"|[^a-z]).*$"
)
#: What tells nothing by itself.
WANTS_MORE = re.compile(
    r"affirmed|said|told|stated|decided|confirmed|stressed|agreed|had|was|were|is|are|has|gave|took"
    r"|expressed|called|explained|added|noted|declared|believes?d?"
)
#: So many words, the date among them, tell of no object.
BARE = 2
NAME_AT_END = re.compile(r" [A-Z][\w’'-]+$")
APPOSED = re.compile(r"(?:the|an?|formerly|former|then|now|currently|also|one of|both) ", re.IGNORECASE)
PLAIN_NOUN = re.compile(r"[A-Z][a-z]+ [a-z]+s\b")
BY_AGENTS = re.compile(
    r"(?P<noun>[^,]*?\S) (?:[a-z]+(?:ed|en)|begun|held|made|led|built|set up)(?: [^,]*)? by [A-Z][^,]*$"
)
#: Who somebody is, and how long before or after something else: “set up in May, a month after the war had broken out”.
BY_THE_WAY = re.compile(
    r"(?:an?|the) [^,]{2,60} (?:who|which|that) [a-z]"
    r"|(?:(?:just|only|barely|exactly|some|about|less than|more than) )*(?:an?|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|[0-9]+) (?:days?|weeks?|months?|years?|decades?) (?:after|before)\b"
)
#: Of several places only one is that of the date: “in Ur [in May], in Lod [in June]”.
NAME = r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*"
PLACE = re.compile(rf"(?P<prep>in|at|to) {NAME}")
#: A happening by its noun, which a date right behind it is that of.
HAPPENING = re.compile(
    r"\b(?:meeting|summit|visit|talks?|dialogue|agreement|treaty|exercise|conference|consultation|statement|declaration"
    r"|return|signing|accident|incident|leak|ceremony|reception|discussion|decision|negotiation|call|congress|forum"
    r"|election|symposium|seminar|session|attack|earthquake|speech|event|festival|launch|establishment|adoption"
    r"|address|ruling|referendum|briefing|announcement|report|resolution|reversion|letter|inauguration|war)s?\b",
    re.IGNORECASE,
)
#: Behind a relative, what only a happening does.
HAPPENS = re.compile(
    r"(?:\w+ly |also |then )?(?:began|begins?|started|starts|occurred|erupted|broke out|took place|ended|lasted"
    r"|happened|continued|resumed|(?:was|were|had been|has been) (?:held|launched|started|resumed|suspended"
    r"|concluded))\b"
)
#: Behind the date of a relative clause the sentence goes on: “the attacks that began [in May] once again showed”.
MAIN_BEHIND = re.compile(rf"(?P<told>[^{DATE}]*{DATE}) (?:(?:once|again|also|then|[a-z]+ly) )*(?P<main>[a-z]+)\b")
#: “Israel’s military attacks on [the Gaza Strip]”.
EVENT_ON = re.compile(
    r"(?:^|[ (])(?P<event>(?:(?:[A-Z][\w’'-]*[’']s|the|an?|its|their|his|her) )?(?:[a-z][\w-]* ){0,2}?"
    r"(?:attacks?|aggression|invasion|war|conflict|crisis|offensive|strikes?|talks|negotiations|protests?|demonstrations?"
    r"|operations?|exercises?|consultations?|cooperation|assistance|fighting|riots?|elections?|meetings?|conferences?)"
    r" (?:on|against|in|of|between|at|with|over|for|into) (?:the )?)$"
)
#: “… was followed by a visit”, told of what a pronoun means.
FOLLOWED_BY = re.compile(r"(?:was|were) (?:also |then )?(?:followed|preceded) by (?:an? |the )?(?P<what>.+)$")
#: What was said, before who said it.
SAID_FIRST = re.compile(r"^(?P<words>[“\"][^“”\"]{12,}[”\"]),? ?(?=[A-Z])")
#: Behind what was said it tells no more.
ONLY_SAYS = re.compile(
    r"(?:(?:had|has|also|then) )*(?:said|says|declared|stated|added|replied|remarked|recalled|explained|told)"
    r"(?: [a-z]+){0,3}"
)
#: What is done about something that happened.
REACTS = re.compile(
    r"(?:In (?:response|reaction) to|In (?:light|view|the wake|the aftermath) of|Following|After|Due to|With regard to"
    r"|Regarding) (?=(?:the|an?|its|their|his|her) )"
)
#: “The largest return since the reversion of Ur [in 1972]”: the date is that of what it is since.
SINCE = re.compile(rf"\bsince (?:the|its|their|his|her) (?P<what>[^ ,]+(?: [^ ,{DATE}{OTHER}]+){{2,14}}) ?{DATE}")
#: So many words tell what happened.
TELLING = 4
PRONOUN = re.compile(r"(?:it|they|he|she|this|these|we|I|there|who|which|that|each|both|all|some|one)$", re.IGNORECASE)
