"""Who can say something without being named: groups, countries, offices, bodies, people at large, documents."""

import re

from bluebook_desktop.extraction.countries import COUNTRY, NATIONALITY

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|several|2|3|4|5)"
_MEMBERS = (
    r"(?:(?:[Ff]oreign|[Dd]efen[cs]e|[Cc]abinet|[Cc]abinet-level|[Pp]rime|[Ff]inance|[Tt]rade|G7|G8|G20|ASEAN"
    r"|[Ss]tate|[Cc]oalition) )*"
    r"(?:[Mm]inisters|[Ll]eaders|[Ss]ecretaries|[Oo]fficials|[Gg]overnments|sides|countries|nations|parties|Parties"
    r"|presidents|Presidents"
    r"|heads of (?:state|government)|[Pp]articipants|delegations|allies|states|States|members|economies)"
)
#: One country, or several in a list: the words of a pattern.
STATE_LIST = rf"(?:the )?{COUNTRY}(?:(?:, (?:the )?{COUNTRY})*,? and (?:the )?{COUNTRY})?"
#: One of several countries, with its short form: “the United Kingdom (UK)”.
_LISTED = rf"(?:[Tt]he )?{COUNTRY}(?: \([A-Z]{{2,5}}\))?"
_OFFICES = (
    r"(?:(?:(?:His|Her|Their) Majest(?:y|ies) |(?:His|Her) (?:Imperial )?Highness )?[Tt]he|[Hh]is|[Hh]er|[Ii]ts"
    r"|[Tt]heir) (?:then[- ]|former |new )?"
    rf"(?:(?:{NATIONALITY}|UN|U\.S\.|US|ROK|DPRK|EU|UK|NATO|ASEAN|African Union|United Nations) )?"
    r"(?:Governments?|Ministry|Ministries|Ministers?|Department|Cabinet|(?:Deputy )?Prime Ministers?|Premier"
    r"|(?:Vice[- ])?Presidents?|Emperor|Empress|King|Queen|Pope|Sultan|Emir|Crown Prince"
    r"|Foreign Ministers?|Defen[cs]e Ministers?|Secretary(?:[- ]General)?|Ambassador|Commander|Chairman|Chairperson"
    r"|Chair|Governor|Mayor"
    r"|Chief Cabinet Secretary|High Commissioner|Director[- ]General|Special Envoy|Speaker|Chancellor"
    r"|White House|Pentagon|Kremlin|Security Council|General Assembly|Embassy|Committee|Council|Commission"
    r"|Secretariat|Council of Ministers"
    r"|Diet|Congress|Senate|Parliament|Court|Agency|Organization|Bank|Party|Supreme Court|Working Group|Task Force"
    r"|Panel"
    r"|(?:[\w.]+ )?[Ss]ide|[Gg]overnments?|authorities|ministers|leaders|two|international community|administration)"
    r"(?:(?: (?:of|for) (?:the )?(?:[A-Z][\w.’'-]*(?:(?: and| of|, and|,)? (?:the )?[A-Z][\w.’'-]*)*)))?"
)
_PLURAL = (
    r"countries|nations|members|member states|Member States|participants|delegates|delegations|representatives"
    r"|students|leaders"
    r"|ministers|Ministers|people|residents|citizens|victims|families|experts|teachers|survivors|governments"
    r"|companies|children"
    r"|volunteers|visitors|trainees|officials|organizations|media|newspapers|graduates|alumni|speakers|attendees"
    r"|mothers|farmers"
    r"|parties|sides|states|States|economies|islanders|athletes|artists|youths|youth|critics|observers|voices"
)
_SINGULAR = (
    r"participant|student|teacher|delegate|representative|official|spokesperson|spokesman|spokeswoman|woman|man|girl"
    r"|boy|mother"
    r"|father|resident|victim|survivor|expert|member|leader|minister|volunteer|trainee|farmer|nurse|doctor|principal"
    r"|professor"
    r"|child|friend|person|graduate|staff|diplomat|journalist|newspaper|company|country|government|family|speaker"
    r"|artist|athlete"
    r"|alumnus|citizen|ambassador|visitor|side|agency|broadcaster|inscription|doctor|engineer|interpreter|organizer"
    r"|another|author|court|judge|commission|committee|council|mission|newspaper|editorial|study|survey|chief"
    r"|pupil|fisherman|villager|passenger|sailor|soldier|worker|elder|ministry|parliament|envoy|governor|mayor|president|chancellor|premier"
)
#: Words between an article and the one who speaks: none that begins a phrase of its own.
_PLAIN = (
    r"(?:(?!(?:of|in|on|at|to|for|from|by|with|between|among|and|or|that|which|who|as|is|was|were|has|have|had"
    r"|will|held"
    r"|the|an?|his|their|its|said|stated|visited|met)\b)[\w.-]+ ){0,3}?"
)
_MANY = (
    r"(?:[Tt]he|[Tt]hese|[Tt]hose|[Mm]any|[Ss]everal|[Ss]ome|[Mm]ost|[Aa]ll|[Oo]ther|[Bb]oth|[Vv]arious|[Aa] number of"
    r"|[Oo]ur|[Ii]ts|[Yy]oung|[Ll]ocal|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en"
    r"|[0-9]{1,3})(?: of the)?"
)
_ONE = rf"(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ee]ach|[Ee]very|[Mm]y|[Hh]is|[Hh]er|(?:{COUNTRY})[’']s)(?: of the)?"
_AGENT = (
    rf"\b(?:{_MANY} {_PLAIN}|(?:(?!United)[A-Z][\w-]+ )?)(?<!United )(?:{_PLURAL})\b"
    rf"|\b{_ONE} {_PLAIN}(?:{_SINGULAR})\b(?! (?:{_SINGULAR})\b)"
    r"|\b(?:[Oo]ne|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Tt]wo|[Tt]hree|[Bb]oth|[Ee]ach|[Nn]one) of (?:them|us"
    r"|the (?:\w+ ){0,2}?\w+s)\b"
    r"|\b(?:Participants|Students|Residents|Experts|Visitors|Teachers|Survivors|Citizens|Observers|Critics|Officials"
    r"|Delegates|Trainees|Graduates|Attendees|Members)\b"
    rf"|\b(?:[Aa]nother|[Oo]thers|[Ss]ome|[Oo]ne|[Ee]veryone|[Nn]obody)\b"
)
_WHERE = (
    r"(?: (?:of|from|in|at) (?:the |her |his |their )?(?:[A-Z][\w.-]*|\w+)(?: (?:and |of )?[A-Z][\w.-]*)*"
    r"(?: (?:ministry|government|side|university|school|prefecture|region|country|embassy|company))?)?"
)
#: Groups, states, offices and bodies that can say something.
GROUP = re.compile(
    r"(?<![\w.-])(?:[Tt]he (?:[A-Z][\w-]+ ){2,5}(?:Agency|Organization|Foundation|Association|Bank)"
    rf"|(?:{_LISTED}, )*{_LISTED},? and others"
    rf"|(?:[Tt]he |[Bb]oth |[Aa]ll )?{_NUMBER}(?: (?:of )?(?:the )?)?(?: ?{_MEMBERS})"
    rf"(?: from {STATE_LIST})?"
    rf"|(?:[Tt]he|[Bb]oth) {_MEMBERS}(?: of (?:the )?(?:both|two|four|[\w.]+)"
    rf"(?: (?!and\b|in\b|of\b)[\w-]+)? (?:countries|nations|[Ss]tates|governments|powers|members))?|{_OFFICES}"
    rf"|(?:[Tt]he )?(?:{STATE_LIST})(?: (?:[Gg]overnment|side)| Forces)?"
    r"|[Tt]he (?:[A-Z][\w-]+ ){1,3}(?:Cabinet|[Aa]dministration|[Gg]overnment)"
    rf"|(?:[Tt]he )?{NATIONALITY} (?:side|[Gg]overnment)|USFJ|(?:[Tt]he )?U\.S\. (?:Forces|side)|(?:[Tt]he )?(?:G7"
    rf"|G8|G20|Quad))(?![\w’'-]*-?\w)"
)
#: People at large: "one participant", "many countries", "the students".
AGENT = re.compile(rf"(?<![\w-])(?:{_AGENT}){_WHERE}(?![\w-])")
_PAPER = (
    r"(?:[Ss]tatements?|[Dd]eclaration|[Cc]ommuniqu[eé]|[Dd]ocument|[Pp]ress [Rr]elease|[Rr]eport|[Cc]onstitution"
    r"|[Pp]reamble"
    r"|[Rr]esolution(?: \d+)?|[Tt]reaty|[Cc]harter|[Cc]onvention|[Aa]greement|[Ss]ummary|[Oo]utlook|[Ss]trategy"
    r"|[Gg]uidelines"
    r"|[Ll]etter|[Mm]essage|[Aa]rticle(?: \d+)?|[Nn]otes?|[Bb]luebook|[Ww]hite [Pp]aper|[Jj]udgment|[Oo]pinion"
    r"|[Pp]rotocol|[Ll]aw|Act"
    r"|[Rr]oadmap|[Aa]ction [Pp]lan|[Mm]emorandum|[Ee]ditorial|[Bb]ook|[Ff]ramework|[Pp]oll|[Ss]urvey|[Pp]olicy"
    r"|[Aa]nnouncement|[Aa]ward|[Rr]uling|[Vv]erdict|[Rr]ecommendations?|[Pp]roposal)"
)
#: What is written and says something itself.
DOCUMENT = re.compile(
    r"(?<![\w-])(?:(?:[Tt]he|[Tt]his|[Tt]heir|[Ii]ts|[Aa]n?|[Tt]hat|[Tt]hese|(?:[Ll]ast"
    r"|[Tt]his) year[’']s) (?:(?:[A-Z“\"0-9][\w”+.,\"’'-]*|joint"
    r"|new|final|interim"
    r"|annual|same|latest|draft|policy|press|outcome|official|agreed|adopted|presidential|bilateral|trilateral"
    r"|leaders[’']"
    r"|ministers[’']|chair[’']s) )"
    rf"{{0,6}}?{_PAPER}|[Aa]rticle \d+|(?:[A-Z][\w’'.-]* ){{1,4}}(?:Resolution(?: \d+)?|Statement|Declaration))"
    r"(?! by)(?: (?:of|on) (?:the )?(?:\d+\w* )?[A-Z][\w’'.-]*(?: (?:of |and |on |the )*[A-Z][\w’'.-]*)*)?(?![\w-])"
)
#: The office in "the Prime Minister", to be looked for among those named before.
OFFICE = re.compile(
    r"[Tt]he (?P<office>(?:Deputy )?Prime Minister|(?:Vice[- ])?President|Foreign Minister|Defen[cs]e Minister|Minister"
    r"|Secretary(?:[- ]General)?|Ambassador|Chairman|Chairperson|Chair|Governor|Mayor|Emperor|King|Queen|Pope"
    r"|Premier|Chancellor"
    r"|Commander|Chief Cabinet Secretary|High Commissioner|Crown Prince|Speaker|Envoy|Senator"
    r"|(?:prime |foreign |defen[cs]e )?minister|president|ambassador|chairman|governor|mayor|secretary[- ]general)$"
)
