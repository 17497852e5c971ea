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
    ],
)
def test_a_bracket_introduces_a_short_form(find: Extract, words: str, forms: dict[str, str]) -> None:
    assert {one.short: one.full for one in find(words).abbreviations} == forms


def test_an_excerpt_holds_both_forms(find: Extract) -> None:
    (form,) = find("It joined the Eighth Harbor Cities Meeting (HCM8) and left.").abbreviations
    assert (form.short, form.full) == ("HCM8", "Eighth Harbor Cities Meeting")
    assert form.excerpt.exact == "Eighth Harbor Cities Meeting (HCM8)"
