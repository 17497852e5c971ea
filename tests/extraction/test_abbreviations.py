"""Short forms in the brackets of all years, in phrases of our own."""

import pytest

from tests.extraction.conftest import Extract


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        (
            "the Japan–U.S. Security Consultative Committee (the “2+2”), the two",
            {"2+2": "Japan–U.S. Security Consultative Committee"},
        ),
        (
            "the Guidelines for Japan–U.S. Defense Cooperation (the “Guidelines”)",
            {"Guidelines": "Guidelines for Japan–U.S. Defense Cooperation"},
        ),
        ("President El-Sisi of Egypt (Chair of the African Union [AU]).", {"AU": "African Union"}),
        (
            "the Joint Statement of the Security Consultative Committee (“2+2”) of May",
            {"2+2": "Security Consultative Committee"},
        ),
        (
            "the Guidelines for Defense Cooperation, hereinafter referred to as “the Guidelines.”",
            {"Guidelines": "Guidelines for Defense Cooperation"},
        ),
        (
            "the 19th National Congress of the Communist Party of China (CPC) (Party Congress), held",
            {
                "CPC": "Communist Party of China",
                "Party Congress": "19th National Congress of the Communist Party of China",
            },
        ),
        (
            'the Economic Partnership Agreement (hereinafter referred to as "EPA")',
            {"EPA": "Economic Partnership Agreement"},
        ),
        (
            (
                "the Ministry of Foreign Affairs (MOFA) supports non-governmental organizations (NGOs) and "
                "official development assistance (ODA)."
            ),
            {
                "MOFA": "Ministry of Foreign Affairs",
                "NGOs": "non-governmental organizations",
                "ODA": "official development assistance",
            },
        ),
        (
            "the United Nations Educational, Scientific and Cultural Organization (UNESCO)",
            {"UNESCO": "United Nations Educational, Scientific and Cultural Organization"},
        ),
        (
            (
                "the Treaty on the Non-Proliferation of Nuclear Weapons (NPT) and the International Atomic "
                "Energy Agency (IAEA)"
            ),
            {"NPT": "Treaty on the Non-Proliferation of Nuclear Weapons", "IAEA": "International Atomic Energy Agency"},
        ),
        (
            "the Comprehensive Nuclear-Test-Ban Treaty (CTBT), the Islamic State of Iraq and the Levant (ISIL)",
            {"CTBT": "Comprehensive Nuclear-Test-Ban Treaty", "ISIL": "Islamic State of Iraq and the Levant"},
        ),
        (
            "Japan's Self-Defense Forces (SDF) and the Acquisition and Cross-Servicing Agreement (ACSA)",
            {"SDF": "Self-Defense Forces", "ACSA": "Acquisition and Cross-Servicing Agreement"},
        ),
        (
            "the Comprehensive and Progressive Agreement for Trans-Pacific Partnership (CPTPP, or TPP11)",
            {"CPTPP": "Comprehensive and Progressive Agreement for Trans-Pacific Partnership"},
        ),
        (
            (
                "the Republic of Korea (ROK) and Foreign Direct Investment (FDI) in Lao People's "
                "Democratic Republic (Laos)"
            ),
            {"ROK": "Republic of Korea", "FDI": "Foreign Direct Investment"},
        ),
        (
            "the Association of Southeast Asian Nations (ASEAN), the ASEAN Regional Forum (ARF), ASEAN+3",
            {"ASEAN": "Association of Southeast Asian Nations", "ARF": "ASEAN Regional Forum"},
        ),
        (
            "the Asia-Pacific Economic Cooperation (APEC) forum and gross domestic product (GDP)",
            {"APEC": "Asia-Pacific Economic Cooperation", "GDP": "gross domestic product"},
        ),
        (
            "small and medium-sized enterprises (SMEs), sustainable development goals (SDGs)",
            {"SMEs": "small and medium-sized enterprises", "SDGs": "sustainable development goals"},
        ),
        (
            (
                "the North Atlantic Treaty Organization (NATO), UNMISS (United Nations Mission in the "
                "Republic of South Sudan)"
            ),
            {
                "NATO": "North Atlantic Treaty Organization",
                "UNMISS": "United Nations Mission in the Republic of South Sudan",
            },
        ),
        ("the Headquarters for Emergency Operations (Tokyo), Prime Minister Abe (LDP), the President (then)", {}),
        ("the vision of a “Free and Open Indo-Pacific (FOIP)”", {"FOIP": "Free and Open Indo-Pacific"}),
        ("the Free and Open Indo-Pacific (“FOIP”)", {"FOIP": "Free and Open Indo-Pacific"}),
        (
            (
                "the World Health Organization (WHO), the European Union (EU), the United Kingdom (UK), "
                "the United Arab Emirates (UAE)"
            ),
            {
                "WHO": "World Health Organization",
                "EU": "European Union",
                "UK": "United Kingdom",
                "UAE": "United Arab Emirates",
            },
        ),
        (
            "the Special Measures Agreement (SMA) and Host Nation Support (HNS)",
            {"SMA": "Special Measures Agreement", "HNS": "Host Nation Support"},
        ),
        (
            "the Democratic People's Republic of Korea (hereinafter “North Korea”)",
            {"North Korea": "Democratic People's Republic of Korea"},
        ),
        (
            "the Joint Comprehensive Plan of Action (hereinafter the “JCPOA”)",
            {"JCPOA": "Joint Comprehensive Plan of Action"},
        ),
        (
            (
                "the Law concerning Special Measures on Humanitarian and Reconstruction Assistance in Iraq "
                "(the Iraq Special Measures Law)"
            ),
            {
                "Iraq Special Measures Law": (
                    "Law concerning Special Measures on Humanitarian and Reconstruction Assistance in Iraq"
                )
            },
        ),
        ("the New Strategic Arms Reduction Treaty (New START)", {"New START": "New Strategic Arms Reduction Treaty"}),
        ("Weapons of Mass Destruction (WMDs)", {"WMDs": "Weapons of Mass Destruction"}),
        ("the Group of Eight (G8) and the Group of 20 (G20)", {"G8": "Group of Eight", "G20": "Group of 20"}),
        (
            "information and communications technology (ICT), disaster risk reduction (DRR)",
            {"ICT": "information and communications technology", "DRR": "disaster risk reduction"},
        ),
        (
            "the Yokohama Action Plan (YAP), persons with disabilities (PWD)",
            {"YAP": "Yokohama Action Plan", "PWD": "persons with disabilities"},
        ),
        (
            (
                "the Japan Bank for International Cooperation (JBIC), the Japan External Trade "
                "Organization (JETRO), the Japan International Cooperation Agency (JICA)"
            ),
            {
                "JBIC": "Japan Bank for International Cooperation",
                "JETRO": "Japan External Trade Organization",
                "JICA": "Japan International Cooperation Agency",
            },
        ),
        (
            "the ruling Liberal Democratic Party (LDP) and Palestine Liberation Organization (PLO) chairman",
            {"LDP": "Liberal Democratic Party", "PLO": "Palestine Liberation Organization"},
        ),
        (
            "Initiative for Development in Africa (IDEA), Heavily Indebted Poor Countries (HIPCs)",
            {"IDEA": "Initiative for Development in Africa", "HIPCs": "Heavily Indebted Poor Countries"},
        ),
        (
            "the ballistic missile defense (BMD) system, the SM-3 Block IIA, outer space (Outer Space Treaty)",
            {"BMD": "ballistic missile defense"},
        ),
        (
            "the Joint Staff Office (JSO) of the Ministry of Defense (MOD)",
            {"JSO": "Joint Staff Office", "MOD": "Ministry of Defense"},
        ),
        (
            "the Tokyo International Conference on African Development V (TICAD V)",
            {"TICAD V": "Tokyo International Conference on African Development V"},
        ),
        (
            "the Sixth Tokyo International Conference on African Development (TICAD VI)",
            {"TICAD VI": "Sixth Tokyo International Conference on African Development"},
        ),
        ("novel coronavirus disease (COVID-19)", {"COVID-19": "novel coronavirus disease"}),
        ("the Special Action Committee on Okinawa (SACO)", {"SACO": "Special Action Committee on Okinawa"}),
        (
            "the Japan-U.S. Security Consultative Committee (SCC; “2+2”)",
            {"SCC": "Japan-U.S. Security Consultative Committee", "2+2": "Japan-U.S. Security Consultative Committee"},
        ),
        ("a Japan-Australia Economic Partnership Agreement (EPA)", {"EPA": "Economic Partnership Agreement"}),
        ("the 1st Tank Battalion and the II Harbor Defense Force (II HDF)", {"II HDF": "II Harbor Defense Force"}),
        ("the Short-Range River Boats Treaty (SRB Treaty)", {"SRB Treaty": "Short-Range River Boats Treaty"}),
        ("Coastal Survey Wing Four (CVW-4) and Squadron Nine (9)", {"CVW-4": "Coastal Survey Wing Four"}),
        (
            "rural transformation (RX) and green transformation (GX)",
            {"RX": "rural transformation", "GX": "green transformation"},
        ),
        (
            "The Harbor Alliance (made up of Chile, Mexico and Peru; hereafter referred to as “HA”)",
            {"HA": "Harbor Alliance"},
        ),
        ("the Common Council of the Islands (ICOMIS)", {"ICOMIS": "Common Council of the Islands"}),
        ("the “Joint Roadmap for Harbor Works” (Roadmap)", {"Roadmap": "Joint Roadmap for Harbor Works"}),
        ("Camp Northfield (Camp Southfield) and the Government of Norway (Norway)", {}),
        ("United Nations Peacekeeping Operations (PKO)", {"PKO": "Peacekeeping Operations"}),
        (
            "the United Nations Framework Convention on Climate Change (UNFCCC)",
            {"UNFCCC": "United Nations Framework Convention on Climate Change"},
        ),
        (
            "non-governmental organizations (NGO) and a Memorandum of Understanding (MOU)",
            {"NGO": "non-governmental organizations", "MOU": "Memorandum of Understanding"},
        ),
        ("the Trans-Pacific Partnership (TPP) Agreement", {"TPP": "Trans-Pacific Partnership"}),
        ("the outbreak of the Ebola virus disease (EVD)", {"EVD": "Ebola virus disease"}),
        (
            "the Economic and Social Commission for Asia and the Pacific (ESCAP)",
            {"ESCAP": "Economic and Social Commission for Asia and the Pacific"},
        ),
        (
            "improvised explosive devices (IED) and unmanned aerial vehicles (UAVs)",
            {"IED": "improvised explosive devices", "UAVs": "unmanned aerial vehicles"},
        ),
        (
            "Official Security Assistance (OSA) and artificial intelligence (AI)",
            {"OSA": "Official Security Assistance", "AI": "artificial intelligence"},
        ),
        ("Japan's exclusive economic zone (EEZ)", {"EEZ": "exclusive economic zone"}),
        (
            "the Cooperation Council for the Arab States of the Gulf (GCC)",
            {"GCC": "Cooperation Council for the Arab States of the Gulf"},
        ),
        ("Micro, Small and Medium Enterprises (MSMEs)", {"MSMEs": "Micro, Small and Medium Enterprises"}),
        (
            (
                "the International Court of Justice (ICJ), the Conference on Interaction and Confidence "
                "Building Measures in Asia (CICA)"
            ),
            {
                "ICJ": "International Court of Justice",
                "CICA": "Conference on Interaction and Confidence Building Measures in Asia",
            },
        ),
        (
            "the United Nations Relief and Works Agency for Palestine Refugees in the Near East (UNRWA)",
            {"UNRWA": "United Nations Relief and Works Agency for Palestine Refugees in the Near East"},
        ),
        (
            "the Economic Research Institute for ASEAN and East Asia (ERIA)",
            {"ERIA": "Economic Research Institute for ASEAN and East Asia"},
        ),
        ("the meeting (Tokyo), Mr. A (LDP President), the rate (GNI per capita), (Photo: MOFA), the rest (CHINA)", {}),
        (
            "the Organisation for Economic Co-operation and Development (OECD)",
            {"OECD": "Organisation for Economic Co-operation and Development"},
        ),
        (
            "the International Civil Aviation Organization (ICAO) in Montreal (Canada)",
            {"ICAO": "International Civil Aviation Organization"},
        ),
        (
            "the Joint Comprehensive Plan of Action (JCPOA, the final agreement on the nuclear issue)",
            {"JCPOA": "Joint Comprehensive Plan of Action"},
        ),
        (
            "the Japanese Overseas Cooperation Volunteers (JOCV), the Japan Exchange and Teaching (JET) Programme",
            {"JOCV": "Japanese Overseas Cooperation Volunteers", "JET": "Japan Exchange and Teaching"},
        ),
        (
            "the U.S.-led Proliferation Security Initiative (PSI), Nuclear Suppliers Group (NSG)",
            {"PSI": "Proliferation Security Initiative", "NSG": "Nuclear Suppliers Group"},
        ),
        (
            "the Intergovernmental Panel on Climate Change (IPCC), the Green Climate Fund (GCF)",
            {"IPCC": "Intergovernmental Panel on Climate Change", "GCF": "Green Climate Fund"},
        ),
        (
            (
                "the International Convention for the Regulation of Whaling (ICRW) and the IWC "
                "(International Whaling Commission)"
            ),
            {
                "ICRW": "International Convention for the Regulation of Whaling",
                "IWC": "International Whaling Commission",
            },
        ),
        (
            "the Convention on the Rights of Persons with Disabilities (hereinafter referred to as the “Convention”)",
            {"Convention": "Convention on the Rights of Persons with Disabilities"},
        ),
        (
            "the Ministerial Meeting of the Forum for East Asia-Latin America Cooperation (FEALAC)",
            {"FEALAC": "Forum for East Asia-Latin America Cooperation"},
        ),
        ("the Strategic Energy Plan (July 2018), the 2nd Meeting (2018), the Prime Minister (at the time)", {}),
        (
            "the United Nations Peacekeeping Operations (UN PKO), the UN Security Council (UNSC)",
            {"UN PKO": "United Nations Peacekeeping Operations", "UNSC": "UN Security Council"},
        ),
        (
            "the International Monetary Fund (IMF)-World Bank (WB) Annual Meetings",
            {"IMF": "International Monetary Fund", "WB": "World Bank"},
        ),
        (
            "the Enhanced Partnership for Quality Infrastructure (EPQI), the Japan-Mekong (JM) talks",
            {"EPQI": "Enhanced Partnership for Quality Infrastructure", "JM": "Japan-Mekong"},
        ),
        (
            "East Asia Summit (EAS) member states, the Free Trade Area of the Asia-Pacific (FTAAP)",
            {"EAS": "East Asia Summit", "FTAAP": "Free Trade Area of the Asia-Pacific"},
        ),
        (
            "the Middle-Income Countries (MICs), gross national income (GNI), Foreign Direct Investments (FDIs)",
            {"MICs": "Middle-Income Countries", "GNI": "gross national income", "FDIs": "Foreign Direct Investments"},
        ),
        (
            "the year-on-year rate (GDP growth), Ministry of Economy, Trade and Industry (METI)",
            {"METI": "Ministry of Economy, Trade and Industry"},
        ),
        (
            "Ministry of Land, Infrastructure, Transport and Tourism (MLIT), the National Security Strategy (NSS)",
            {"MLIT": "Ministry of Land, Infrastructure, Transport and Tourism", "NSS": "National Security Strategy"},
        ),
        (
            "the Comprehensive Nuclear-Test-Ban Treaty Organization (CTBTO), Fissile Material Cut-off Treaty (FMCT)",
            {"CTBTO": "Comprehensive Nuclear-Test-Ban Treaty Organization", "FMCT": "Fissile Material Cut-off Treaty"},
        ),
        (
            "talks between the Government of Colombia and the Revolutionary Armed Forces of Colombia (FARC)",
            {"FARC": "Revolutionary Armed Forces of Colombia"},
        ),
        (
            "the Agreement between Japan and Mexico for the Economic Partnership (“the Japan-Mexico EPA”)",
            {"Japan-Mexico EPA": "Agreement between Japan and Mexico for the Economic Partnership"},
        ),
    ],
)
def test_a_bracket_introduces_a_short_form(find: Extract, words: str, forms: dict[str, str]) -> None:
    assert {one.short: one.full for one in find(words).abbreviations} == forms


def test_a_word_parted_by_its_printed_line_is_one(find: Extract) -> None:
    (form,) = find("It joined the Treaty on the Non- proliferation of Nuclear Weapons (NPT).").abbreviations
    assert (form.short, form.full) == ("NPT", "Treaty on the Non-proliferation of Nuclear Weapons")
    assert form.excerpt.exact == "Treaty on the Non- proliferation of Nuclear Weapons (NPT)"


def test_an_excerpt_holds_both_forms(find: Extract) -> None:
    (form,) = find("It joined the Eighth Harbor Cities Meeting (HCM8) and left.").abbreviations
    assert (form.short, form.full) == ("HCM8", "Eighth Harbor Cities Meeting")
    assert form.excerpt.exact == "Eighth Harbor Cities Meeting (HCM8)"


@pytest.mark.parametrize(
    ("words", "short", "full"),
    [
        (
            "The Conference of the Parties to the Treaty on the Non-Proliferation of Nuclear Weapons (NPT) was held.",
            "NPT",
            "Treaty on the Non-Proliferation of Nuclear Weapons",
        ),
        (
            "The Convention on the Prohibition of the Development and Use of Chemical Arms and their End (CCA) holds.",
            "CCA",
            "Convention on the Prohibition of the Development and Use of Chemical Arms and their End",
        ),
        ("Reform was sought by Brazil, Germany, India and Japan (G4).", "G4", "Brazil, Germany, India and Japan"),
        ("The “Status of Forces Agreement” (SOFA) holds.", "SOFA", "Status of Forces Agreement"),
        (
            "African Business Education Initiative for Youth (ABE Initiative): a programme.",
            "ABE Initiative",
            "African Business Education Initiative for Youth",
        ),
        (
            "Article V of the Treaty of Mutual Help between Ur and Lod (“Ur-Lod Treaty”) applies.",
            "Ur-Lod Treaty",
            "Treaty of Mutual Help between Ur and Lod",
        ),
    ],
)
def test_a_name_is_found_by_its_head_its_list_or_its_marks(find: Extract, words: str, short: str, full: str) -> None:
    assert [(one.short, one.full) for one in find(words).abbreviations] == [(short, full)]
