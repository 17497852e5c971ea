"""Titles and offices that give a name away, before it and behind it, as patterns; no name of anybody is known here."""

import re

from bluebook_desktop.extraction.countries import COUNTRY, COUNTRY_WORDS, NATIONALITY

_COUNTRY = (
    rf"(?:U\.?S\.?|UK|U\.K\.|UN|EU|ROK|DPRK|NATO|ASEAN|Republic of Korea|New Zealand|United States|United Nations"
    rf"|{NATIONALITY}"
    rf"|(?:{COUNTRY})(?:[’']s)?)"
)
_TITLES = (
    r"(?:Deputy |Acting )?Prime Ministers?(?:[’']s Special Envoy)?",
    r"(?:Vice |Vice-)?Presidents?(?:-[Ee]lect)?",
    r"Vice[- ]Premier",
    r"Premier",
    (
        r"(?:Deputy |State |Vice |Vice-|Parliamentary Vice-|Senior |Federal |Union )?"
        r"(?:Foreign|Defen[cs]e|Finance|Environment|Trade|External Affairs|Justice|Economy|Health|Interior|Energy"
        r"|Education|Transport"
        r"|Home|Agriculture|Culture|Development|Digital) Ministers?"
    ),
    (
        r"(?:(?:Deputy|State|Vice-|Vice|Parliamentary Vice-|Parliamentary|Senior Vice|Senior|Cabinet"
        r"|Administrative Vice-) ?)?Ministers?"
    ),
    r"Minister[- ]Counsell?or",
    r"(?:Deputy |Assistant )?Chief Cabinet Secretary",
    (
        r"(?:Deputy |Under |Assistant |Acting )*Secretar(?:y|ies) of (?:State|Defense|the Navy|the Army|the Air Force"
        r"|Homeland Security|Commerce|Energy|the Treasury|Agriculture|Veterans Affairs)"
    ),
    r"(?:Defense|Treasury|Foreign|Press|Navy|Army|Commerce|Energy|Home|Health|General|Executive|First) Secretary",
    r"(?:Deputy |Assistant |Under-)?Secretary[- ]General",
    r"(?:Deputy )?National Security Advis[eo]r",
    r"(?:Senior |Special )?Advis[eo]r",
    r"(?:Special |Permanent |Deputy )*(?:Envoy|Representative|Coordinator)",
    r"(?:Deputy )?Trade Representative",
    r"(?:UN )?High (?:Representative|Commissioner)",
    r"(?:Parliamentary |Permanent )?Under[- ]Secretary",
    r"(?:Vice[- ]|Permanent )?Chair(?:man|person|woman)?",
    (
        r"Ambassador(?:-at-Large| Extraordinary and Plenipotentiary)?"
        r"(?: to (?:Japan|the United States|the U\.S\.|the UN|the United Nations))?"
    ),
    r"Consul[- ]General",
    r"(?:Lieutenant |Major |Brigadier |Lt\. |Maj\. |Attorney |Solicitor )?(?:General|Gen\.)",
    r"(?:Vice |Rear |Fleet )?(?:Admiral|Adm\.)",
    r"(?:Lieutenant |Lt\. )?(?:Colonel|Col\.)",
    r"(?:Group Captain|Wing Commander|Squadron Leader|Flight Lieutenant|Air (?:Chief |Vice[- ])?Marshal|Air Commodore)",
    r"(?:Captain|Capt\.|Lieutenant|Sergeant|Commander|Commandant|Commanding (?:Officer|General))",
    r"(?:Deputy |Lieutenant |Vice |Vice-)?Governors?",
    r"(?:Deputy |Lord )?Mayors?",
    r"Senators?",
    r"Congress(?:man|woman)",
    r"(?:House |Deputy )?Speaker",
    r"(?:Vice )?Chancellor",
    r"(?:Grand )?Du(?:ke|chess)",
    r"(?:Emir|Amir|Sultan|Sheikh|Sheikha|Ayatollah|Imam|Archbishop|Cardinal|Bishop|Rabbi)",
    r"(?:His|Her) Majesty",
    r"King",
    r"Queen",
    r"Emperor(?: Emeritus)?",
    r"Empress(?: Emerita)?",
    r"(?:Deputy )?Crown Prince(?:ss)?",
    r"Prince(?:ss)?",
    r"Pope",
    r"State Coun(?:cil|sel)l?or",
    r"Counsell?or",
    r"(?:Managing |Executive |Deputy )*Director(?:[- ]General)?",
    r"(?:Vice )?Rector",
    r"(?:Associate |Assistant |Emeritus )?Professor(?: Emeritus)?",
    r"Prof\.",
    r"Drs?\.",
    r"Mr\.",
    r"Mrs\.",
    r"Ms\.",
    r"M(?:me|lle)\.",
    r"Messrs\.",
    r"Miss",
    r"Sir",
    r"Dame",
    r"Lady",
    r"First Lady",
    r"Lord",
    r"Representatives?",
    r"Secretar(?:y|ies)",
    r"Chief (?:\w+ Officer|of Staff|Executive|Justice|Minister|Negotiator)",
    r"Chief",
    r"(?:Chief )?Justice",
    r"Judge",
    r"Commissioner(?:-General)?",
    r"Delegate",
    r"Administrator",
    r"(?:Supreme |Party |Majority |Minority |Opposition )?Leader",
    r"Co-[Cc]hair(?:s|man|person)?",
    r"Chargé d[’'][Aa]ffaires(?: ad interim)?",
    r"(?:Special )?Rapporteur",
    r"Astronaut",
)
_FORMER = (
    r"(?:[Tt]hen[- ]|[Ff]ormer |[Nn]ew |[Ll]ate |[Ii]ncumbent |[Oo]utgoing |[Ii]ncoming |[Rr]e-?elected "
    r"|[Nn]ewly (?:appointed|elected) "
    r"|His Excellency |Her Excellency |His Majesty |Her Majesty |H\.E\. |H\.M\. |H\.R\.H\. )*"
)
_ANY_TITLE = "|".join(_TITLES)
#: Who holds two offices: “State Councilor and Foreign Minister X”.
_BESIDES = (
    r"(?:(?<!the )(?<!The )(?:State Coun(?:cil|sel)l?or|Deputy Prime Minister|Vice[- ]Premier"
    r"|Executive Vice[- ]President|Senior Minister|Second Minister) and (?=(?:[A-Z][\w’'-]+ ){0,3}Minister))?"
)
TITLE = rf"(?:{_FORMER}(?:{_COUNTRY} )?{_BESIDES}(?:{_ANY_TITLE}))"
#: Callings in small letters: only before a full name.
CALLING = (
    r"(?:astronaut|architect|actor|actress|singer|pianist|violinist|conductor|composer|author|writer|novelist|poet"
    r"|journalist"
    r"|photographer|film director|director|designer|professor|scientist|economist|historian|chef|wrestler|golfer"
    r"|athlete|runner"
    r"|swimmer|skater|player|coach|manga artist|artist|musician|cartoonist|student|teacher|volunteer|lawyer|judge"
    r"|spokesperson"
    r"|spokesman|leader|chairman|chairperson|head|founder|president|representative|captain|ambassador|physician"
    r"|doctor|researcher"
    r"|engineer|survivor|entrepreneur|activist|agent|pilot|laureate|diplomat|abductees?|hostages?)"
)
#: An office after a name: "X, Secretary of the Navy".
OFFICE_HEAD = (
    r"(?:(?:[Tt]hen[- ]|[Ff]ormer |formerly |the |a |an |currently |also |U\.S\. |Japanese |UN |United States "
    r"|Deputy |Under "
    r"|Assistant |Vice[- ]?|Senior |Supreme |General |Associate |External Affairs |Party |State |Japan[’']s |Emeritus "
    r"|Special |Acting |Parliamentary |Permanent |Executive |Chief |National |Prime |Foreign |Defen[cs]e |Finance "
    r"|First |Second "
    r"|Managing |Founding |Commanding |Cabinet |High |Policy |Political |Principal |Honorary |Crown |Administrative )*"
    r"(?:Secretary(?:[- ]General)?|Minister(?:[- ]Counsell?or)?|President|Commander|Commandant|Chief|Chairman"
    r"|Chairperson|Chair"
    r"|Director(?:[- ]General)?|Ambassador|Governor|Mayor"
    r"|Representative|Professor|Head|Leader|Member|Advis[eo]r|Speaker|Founder|CEO|Officer|Coordinator|Envoy"
    r"|Commissioner"
    r"|Premier|Chancellor|Senator|Administrator|Fellow|Consul|Counsell?or|Councill?or|Manager|Principal|Researcher"
    r"|Editor|Rector|Dean"
    r"|Chief Executive|Attorney|Judge|Justice|Negotiator|Astronaut|Instructor|Expert|Specialist|Volunteer|Student"
    r"|Teacher|General"
    r"|First Lady|(?:Commanding|Consul|Attorney|Solicitor|Lieutenant|Major) General"
    r"|(?:Emir|King|Queen|Prince|Princess)(?= of| and))"
    r"|(?:a |an |the |former |Japanese )*(?:[a-z]+ )?(?:grand)?(?:daughter|son|wife|husband|widow|brother|sister"
    r"|mother|father)"
    rf"|(?:a|an|the)(?: former)? (?:[\w-]+ ){{0,2}}?{CALLING})\b"
)
#: Words in capitals that are no part of a name, whatever stands before them.
NO_NAME = frozenset(
    re.findall(
        r"\S+",
        "A An And As At By For From In Of On The To With He His Her She They Their It Its This That These Those "
        "After Also January February March April May June July August September October November December Monday "
        "Tuesday Wednesday Thursday Friday Saturday Sunday North South East West Northern Southern Eastern Western "
        "United States Kingdom Nations America American Japan Japanese China Chinese Korea Korean Republic Russia "
        "Russian Australia Australian India Indian Europe European Union Asia Asian Pacific Indo Africa African "
        "ASEAN Guam Okinawa Tokyo Washington Seoul Beijing Hawaii Agreement Alliance Army Navy Naval Marine "
        "Marines Corps Force Forces Air Base Depot Station Camp Fleet Area Space Self Defense Defence Security Foreign "
        "Affairs State Ministry Minister Ministers Ministerial Prime President Vice Deputy Under Secretary General "
        "Admiral Ambassador Cabinet Government Governor Parliament Diet Congress Senate House Assembly Council "
        "Committee Commission Conference Meeting Summit Dialogue Forum Treaty Statement Joint Declaration Protocol "
        "Office Department Agency Bureau Division Staff Headquarters Command Center Centre Institute University "
        "School College Party Democratic Liberal National International World Bank Fund Organization Group Program "
        "Programme Project Initiative Plan Strategy Policy Guidelines Law Act Constitution Court Special Regional "
        "Nuclear City Prefecture Province County Island Islands Sea Ocean Peninsula River Embassy Consulate White "
        "Photo Image Source Note Bush-era Counsel Secretariat Extraordinary Plenipotentiary Representative Chief "
        "Commander Commandant Chairman Director Administration Peace Mr Ms Mrs Dr Sir Chapter Section Part Page "
        "Column Feature U.S US UN EU G7 G8 G20 Both During While When However Doctrine Memorial Prize Award Palace "
        "Residence Airport Building Hotel Hall Museum Foundation Society Royal Highness Majesty Imperial "
        "Excellency Elect Designate Level Interim Transitional Senior Official Officials Junior High Elementary "
        "Middle Students Student Executive Envoy Leaders Leader Summary Meetings Visit Visits Talks Roundtable "
        "Excellencies Majesties Highnesses Chair Co-Chair Co-chair Chairs Speaker Counsellor Counselor Opposition "
        "Coordinator Advisor Adviser Commissioner Mission Attaché Affaires Chargé Professor Delegation Delegates "
        "Presidential Parliamentary Annex Article Chapters Expo Olympic Olympics Paralympic Games Open Free "
        "Diplomatic Bluebook Sub-Committee Taskforce Line Seminar Symposium Workshop Exchange Youth Ship Week Day "
        "Year Decade Lecture Emeritus Designated Permanent Mechanism Cooperation Partnership Consultation "
        "Consultations Offices Embassies Palestinian Communist Socialist Labour Labor Republican Democrats Party's "
        "Congressional Assistance Support Aid Loan Team Unit Spouse Spouses Countries Members Member Participants "
        "Host Guest Keynote Opening Closing Ceremony Reception Banquet Emergency Relief Human Rights Humanitarian "
        "Refugees Food Agriculture Health Organisation Association League Federation Network Secretary-General "
        "Director-General Vice-Minister Vice-President Governor-General Under-Secretary-General "
        "Confederation Sufferers Organizations Bomb A- H-Bomb Capital Metropolitan "
        "Motors Electric Insurance Officer Universe Rapporteur Press Cup Debate Series Trophy Championship Tournament",
    )
)
#: Words that the name of an office goes on with: fields of government, bodies and their parts.
_OFFICE_WORDS = frozenset(
    re.findall(
        r"\S+",
        "Trade Industry Economy Economic Finance Financial Justice Land Infrastructure Transport Tourism "
        "Environment Environmental Agriculture Forestry Fisheries Health Labour Labor Welfare Education "
        "Culture Cultural Sports Science Technology Internal Communications Commerce Energy Treasury Homeland "
        "Interior Home External Development Investment Planning Migration Integration Immigration "
        "Reconstruction Disaster Management Territories Consumer Gender Equality Revitalization Local Digital "
        "Transformation Climate Change Political Multilateral Global Atomic Children Women Petroleum Mineral "
        "Resources Water Public Works Housing Urban Rural Small Business Employment Social Veterans "
        "Information Strategic Strategy Innovation Relations Commonwealth Oceanian Middle Latin Caribbean "
        "American Arms Control Disarmament Non-proliferation Nonproliferation Counterterrorism Intelligence "
        "Monetary Reserve Federal Central Supreme Military Workers Workers’ Workers' People’s People's "
        "Standing Politburo Jewish Arab Gulf Muslim Islamic Olympic Organizing Election Electoral Cross "
        "Crescent Red Chiefs Joint Representatives Councillors Commons Lords Deputies Lower Upper Boards "
        "Board Trustees Governors Population Refugee Migration Maritime Coast Guard Ground Border Police "
        "Customs Postal Privatization Abduction Issue Issues Matters Overseas Legal Treaties Protocol Press "
        "Diplomacy Peacebuilding Peacekeeping Operations Field Crimes Crime Drugs Criminal Tribunal "
        "Settlements Telecommunication Civil Aviation Meteorological Intellectual Property Labour Standards "
        "Cultural Scientific Educational Investment Infrastructure Railways Power Chamber Chambers Club House "
        "Town Village Ward Municipality District State Region Cabinet’s Nations’ Nations Europe Europe’s "
        "Ocean Arctic Antarctic Nuclear-Test-Ban Test Session Comprehensive Preparatory Expeditionary",
    )
)
#: What may stand between a title and the name it belongs to.
TAIL_WORDS = (NO_NAME | COUNTRY_WORDS | _OFFICE_WORDS) - frozenset(
    re.findall(
        r"\S+",
        "Mr Ms Mrs Dr Sir He She They It The A An And As At By From In On With After When While However Photo "
        "Image Source Note San",
    )
)
_AGAIN = "|".join(re.escape(word) for word in sorted(TAIL_WORDS, key=len, reverse=True))
#: What an office is of: "of the Navy", "for Foreign Affairs and Trade", ", U.S. Indo-Pacific Command".
OFFICE_TAIL = (
    r"(?:,? (?:of|for|to|at|in charge of) (?:the )?[A-Z][\w.’-]*"
    rf"(?: (?:of |for |the |to |de )*[A-Z][\w.’-]*|,? (?:and |& )?(?:of |for "
    rf"|the )*(?!(?:{_ANY_TITLE}) )(?:{_AGAIN})(?![\w-]))*"
    r"|, (?:U\.S\.|United|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,5}? (?:Command|Forces?|Fleet|Office|Department"
    r"|Ministry|University"
    r"|Institute|Affairs|Bureau|Japan))(?: (?:of |and |for )?[A-Z][\w.-]*)*)*"
)
#: What turns a name into that of something else: "the Biden administration", "the Abe Cabinet".
NAMES_ANOTHER = re.compile(
    r"(?:[’']s)? (?:[Aa]dministrations?|Cabinet|Government|government|[Rr]egime|Doctrine|Foundation|Institute|Memorial"
    r"|Prize|Plan|Report|Initiative|Amendment|University|School|Hospital|City|Prefecture|Airport|family|Shock"
    r"|[Tt]hought"
    r"|Statement|Declaration|Hotel|Stadium|Bridge|Street|Award|Fellowship|Scholarship|Library|Center|Centre|Island"
    r"|Strike Group"
    r"|Fund|Era|era|dynasty|faction|Peace Center|Temple|Shrine|Square|Palace|Talks|Summit"
    r"|Division|Bureau|Department|Directorate|Section)\b"
)
