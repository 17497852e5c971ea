"""People by their titles and offices in many forms; names in our sentences are of many years and countries."""

import pytest

from bluebook_desktop.domain.records import QuotationKind, Records
from bluebook_desktop.extraction import Gazetteer, extract
from tests.extraction.conftest import Extract, as_column, make_document, make_edition


def named(found: Records) -> dict[str, int]:
    return {person.name: len(person.mentions) for person in found.people}


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (
            "Deputy Prime Minister and Minister of Finance Aso and Minister of Economy, Trade and Industry Seko met.",
            {"Aso", "Seko"},
        ),
        (
            (
                "Mr. Don Pramudwinai, Minister of Foreign Affairs of Thailand, and H.E. Dr. Retno L.P. Marsudi, "
                "Minister for Foreign Affairs of the Republic of Indonesia, attended."
            ),
            {"Don Pramudwinai", "Retno L.P. Marsudi"},
        ),
        (
            "President of the European Council Donald Tusk and European Commission President Jean-Claude Juncker came.",
            {"Donald Tusk", "Jean-Claude Juncker"},
        ),
        (
            "Minister for Foreign Affairs of Thailand Tej Bunnag and Foreign Minister of Viet Nam Pham Binh Minh left.",
            {"Tej Bunnag", "Pham Binh Minh"},
        ),
        ("UN Secretary-General Ban Ki-moon and President Lee Myung-bak agreed.", {"Ban Ki-moon", "Lee Myung-bak"}),
        (
            "President Recep Tayyip Erdoğan and President François Hollande met.",
            {"Recep Tayyip Erdoğan", "François Hollande"},
        ),
        ("Prime Minister Nguyễn Xuân Phúc and Foreign Minister Kōno Tarō met.", {"Nguyễn Xuân Phúc", "Kōno Tarō"}),
        (
            "Crown Prince Salman bin Abdulaziz Al Saud and General Prayut Chan-o-cha visited Japan.",
            {"Salman bin Abdulaziz Al Saud", "Prayut Chan-o-cha"},
        ),
        (
            (
                "Director-General of the Asian and Oceanian Affairs Bureau Kenji Kanasugi and Ambassador "
                "Extraordinary and Plenipotentiary Hiroshi Inomata spoke."
            ),
            {"Kenji Kanasugi", "Hiroshi Inomata"},
        ),
        ("MOTEGI Toshimitsu, Minister for Foreign Affairs, and Minister KONO left.", {"MOTEGI Toshimitsu", "KONO"}),
        ("Mayor of Nago City Susumu Inamine met Governor of Okinawa Denny Tamaki.", {"Susumu Inamine", "Denny Tamaki"}),
        ("Senators Webb and Levin met Representative Ileana Ros-Lehtinen.", {"Webb", "Levin", "Ileana Ros-Lehtinen"}),
        ("Pope Benedict XVI and King Abdullah II spoke.", {"Benedict XVI", "Abdullah II"}),
        ("In Nago a new mayor, Susumu Inamine, was elected.", {"Susumu Inamine"}),
        (
            "The leader of the New Party, Natsuo Hara, left; its owner, Ivan Petrov, stayed.",
            {"Natsuo Hara", "Ivan Petrov"},
        ),
        ("Minister Roe was succeeded four days later by Kamikawa Yoko.", {"Roe", "Kamikawa Yoko"}),
        ("He met Vice-Governor Mitsuo Ageda and Chargé d'affaires ad interim Ray Doe.", {"Mitsuo Ageda", "Ray Doe"}),
        ("President Ferdinand Marcos Jr. left Sagami General Depot.", {"Ferdinand Marcos Jr."}),
        ("Astronaut Koichi Wakata and writer Haruki Murakami gave lectures.", {"Koichi Wakata", "Haruki Murakami"}),
        ("The announcement of Foreign Minister, Fumio Kishida was made.", {"Fumio Kishida"}),
        ("The country “stood up” under Mao Zedong.", {"Mao Zedong"}),
        ("My name is Tanaka Hanako. Yamada Taro (Director, UNHCR Office) spoke.", {"Tanaka Hanako", "Yamada Taro"}),
        ("“We will be back,” Haruka Onuma said. “So will we,” replied Jane Doe.", {"Haruka Onuma", "Jane Doe"}),
        ("“We will be back,” Human Rights Watch said. “So will we,” said Ur National Radio.", set()),
        ("Group Captain Jane Doe left.", {"Jane Doe"}),
        ("JPAC Commanding Officer Kelly McKeague met Party Leader Prabowo.", {"Kelly McKeague", "Prabowo"}),
    ],
)
def test_titles_and_offices_of_many_forms_give_a_name_away(find: Extract, words: str, people: set[str]) -> None:
    assert set(named(find(words, year=2018))) == people


@pytest.mark.parametrize(
    "words",
    [
        "The Abe administration, the Murayama Statement, the Kishida-Lavrov talks and Camp David were discussed.",
        "The USS Ronald Reagan, General Motors, Saint Petersburg and the Prince Hotel were mentioned.",
        "The President of Kenya, the General Assembly, Private Sector Investment and the Chair's Summary.",
        "A Foreign Ministers' Meeting, Secretary Level Talks and the Prime Minister's Office.",
    ],
)
def test_ships_places_and_bodies_are_no_people(find: Extract, words: str) -> None:
    assert named(find(words)) == {}


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (
            "President George W. Bush and Mrs. Laura Bush came. President Bush and Mrs. Bush left. Mr. Bush spoke.",
            {"George W. Bush": 3, "Laura Bush": 2},
        ),
        (
            "President Kim Dae-jung met Chairman Kim Jong-il. President Kim and Chairman Kim signed.",
            {"Kim Dae-jung": 2, "Kim Jong-il": 2},
        ),
        (
            "Foreign Minister Wang Yi came, then Vice President Wang Qishan. Vice President Wang left.",
            {"Wang Yi": 1, "Wang Qishan": 2},
        ),
        (
            "Prime Minister Kishi Nobusuke is not Defense Minister Kishi Nobuo. Minister Kishi visited Guam.",
            {"Kishi Nobusuke": 1, "Kishi Nobuo": 2},
        ),
        ("State Counsellor Aung San Suu Kyi came. State Counsellor Suu Kyi spoke.", {"Aung San Suu Kyi": 2}),
        ("Crown Prince Mohammed bin Salman came. Crown Prince Mohammed left.", {"Mohammed bin Salman": 2}),
        ("President Erdoğan met Minister Seko. Mr. Erdogan left.", {"Erdoğan": 2, "Seko": 1}),
        (
            "Secretary of State Rice met Ambassador Susan Rice. Secretary Rice left. Ambassador Rice stayed.",
            {"Rice": 2, "Susan Rice": 2},
        ),
        ("President Obama's administration and the Obama administration differ.", {"Obama": 1}),
        ("Mr. Abbott, the leader of his party, took office. Prime Minister Abbott visited Japan.", {"Abbott": 2}),
    ],
)
def test_short_mentions_are_joined_and_namesakes_kept_apart(find: Extract, words: str, people: dict[str, int]) -> None:
    assert named(find(words)) == people


@pytest.mark.parametrize(
    ("words", "offices"),
    [
        ("Special Envoy of the Prime Minister Yoshiro Mori came.", ["Special Envoy of the Prime Minister"]),
        ("President El-Sisi of Egypt (Chair of the African Union) spoke.", ["President", "Chair of the African Union"]),
        (
            "Admiral Harry Harris, Commander of U.S. Pacific Command, spoke.",
            ["Admiral", "Commander of U.S. Pacific Command"],
        ),
        ("Mr. Li Qiang was appointed as Premier of the State Council.", ["Premier of the State Council"]),
    ],
)
def test_offices_are_kept_as_printed(find: Extract, words: str, offices: list[str]) -> None:
    (person,) = find(words).people
    assert [role.title for role in person.roles] == offices


def test_people_and_speakers_are_found_in_japanese(find: Extract) -> None:
    found = find(
        "茂木敏充外務大臣はポンペオ米国務長官と会談した。茂木外務大臣は「日米同盟はかつてなく強固である」と述べた。"
        "両首脳は「早期の解決が不可欠である」との認識で一致した。韓国大統領、フランス大統領、両外相、前総理が出席した。",
        language="ja",
    )
    assert named(found) == {"茂木敏充": 2, "ポンペオ": 1}
    said = [(one.speaker_names, len(one.speakers)) for one in found.quotations]
    assert said == [(("茂木外務大臣",), 1), (("両首脳",), 0)]


def test_a_bare_family_name_means_the_only_one_who_bears_it(find: Extract) -> None:
    found = find("Foreign Minister Nakasone gave a speech.", "The aim was peace, Nakasone said.")
    assert named(found) == {"Nakasone": 2}


def test_a_family_name_that_is_a_month_is_no_person_in_a_date(find: Extract) -> None:
    found = find("Prime Minister May visited Tokyo in May. In her speech, May spoke of trade.")
    assert named(found) == {"May": 2}


@pytest.mark.parametrize(
    ("words", "sorted_as"),
    [
        ("President Hu Jintao", "Hu Jintao"),
        ("South Korean Foreign Minister Park Jin", "Park Jin"),
        ("Pope John Paul II", "John Paul II"),
        ("Secretary of State Condoleezza Rice", "Rice, Condoleezza"),
        ("UN Secretary-General Ban Ki-moon", "Ban Ki-moon"),
    ],
)
def test_names_are_sorted_by_the_family_name_of_their_custom(find: Extract, words: str, sorted_as: str) -> None:
    assert [person.sort_name for person in find(f"{words} visited Kyoto.", year=2007).people] == [sorted_as]


def test_japanese_names_are_told_from_countries_bodies_and_embassies(find: Extract) -> None:
    found = find(
        "習近平国家主席、李克強国務院総理、仏マクロン大統領、英国のメイ首相、ボリス・ジョンソン首相、薗浦健太郎総理補佐官が出席した。",
        "インド太平洋軍司令官、国連総会議長、世界銀行総裁、東京大学名誉教授、ロシア大使館、駐日米国大使、大統領選挙、首相官邸、各国代表団。",
        language="ja",
    )
    assert set(named(found)) == {"習近平", "李克強", "マクロン", "メイ", "ボリス・ジョンソン", "薗浦健太郎"}


@pytest.mark.parametrize(
    ("words", "name", "offices"),
    [
        ("Motegi Toshimitsu had taken over as Foreign Minister in May.", "Motegi Toshimitsu", ["Foreign Minister"]),
        ("In November, Hirokazu Nakaima was elected as his successor.", "Hirokazu Nakaima", []),
        ("In December, Anwar Ibrahim took office in Kuala Lumpur.", "Anwar Ibrahim", []),
        ("He quoted a poem of Ambrose Bierce in his speech.", "Ambrose Bierce", []),
        ("He embraced Shigeaki Mori, a survivor who had traced the fate of others.", "Shigeaki Mori", ["a survivor"]),
        ("Lai Ching-te of the Democratic Progressive Party won the vote.", "Lai Ching-te", []),
        ("WHO Director-General Dr. Tedros Adhanom spoke.", "Tedros Adhanom", ["Director-General"]),
        (
            "He was replaced by Joko Widodo, formerly the Governor of the Special Capital Region of Jakarta, in May.",
            "Joko Widodo",
            ["Governor of the Special Capital Region of Jakarta"],
        ),
    ],
)
def test_whoever_takes_an_office_is_a_person(find: Extract, words: str, name: str, offices: list[str]) -> None:
    (person,) = find(words).people
    assert (person.name, [role.title for role in person.roles]) == (name, offices)


@pytest.mark.parametrize(
    "words",
    [
        "Burkina Faso became Chair of the African Union, and Viet Nam was elected to the Council.",
        "The Central Committee of the Communist Party met in October.",
        "The Abe Cabinet took office in December.",
        "The African Union Mission was succeeded by the United Nations Mission.",
    ],
)
def test_countries_and_bodies_that_take_an_office_are_no_people(find: Extract, words: str) -> None:
    assert find(words).people == ()


@pytest.mark.parametrize(
    "signature", ["Doe Jane, surgeon, Red Cross of Ur", "Medical Coordinator, Relief Team of Ur, Jane Doe"]
)
def test_the_words_above_a_signature_are_those_of_who_signed(gazetteer: Gazetteer, signature: str) -> None:
    document = as_column(make_document("I came to Ur in May. A boy of nine followed us.", signature))
    found = extract(document, make_edition(2013), gazetteer)
    (person,) = found.people
    assert person.name in signature
    (testimony,) = [one for one in found.quotations if one.kind is QuotationKind.TESTIMONY]
    assert (testimony.text, testimony.speakers) == (document.passage(1).text, (person.id,))


def test_a_note_below_is_nobodys_words(gazetteer: Gazetteer) -> None:
    paragraphs = ["I came to Ur in May.", "Doe Jane, surgeon, Red Cross of Ur", "Note: Ur has two doctors."]
    found = extract(as_column(make_document(*paragraphs)), make_edition(2013), gazetteer)
    assert [one.excerpt.passage for one in found.quotations] == [1]


@pytest.mark.parametrize(
    ("words", "language", "people"),
    [
        (
            "Mr. Xi Jinping became Chairman of the Central Military Commission. Many members are close to him.",
            "en",
            {"Xi Jinping": ["Chairman of the Central Military Commission"]},
        ),
        ("They were followed by the newly appointed Mr. Li Zhanshu.", "en", {"Li Zhanshu": []}),
        (
            "Yokota Sakie, whose daughter Megumi was taken, spoke to President Trump.",
            "en",
            {"Yokota Sakie": [], "Trump": ["President"]},
        ),
        ("女性初の財務長官が誕生し、イエレン財務長官が訪日した。", "ja", {"イエレン": ["財務長官"]}),
    ],
)
def test_an_office_ends_with_its_sentence_and_is_no_form_of_address(
    gazetteer: Gazetteer, words: str, language: str, people: dict[str, list[str]]
) -> None:
    found = extract(make_document(words), make_edition(2018, language), gazetteer)
    assert {person.name: [role.title for role in person.roles] for person in found.people} == people


@pytest.mark.parametrize(
    ("words", "name", "offices"),
    [
        (
            "Nakaso Mai, Director of the Japanese Nationals Overseas Safety Division, came.",
            "Nakaso Mai",
            ["Director of the Japanese Nationals Overseas Safety Division"],
        ),
        (
            "State Councilor and Foreign Minister Wang Yi came. State Councilor Wang spoke.",
            "Wang Yi",
            ["State Councilor and Foreign Minister", "State Councilor"],
        ),
        ("“It was cold,” recalls Yoshiko Arai, a guide of the museum. Ms. Arai is old.", "Yoshiko Arai", []),
        ("There were three wells. (Yuka Morita, former JOCV volunteer)", "Yuka Morita", ["former JOCV volunteer"]),
        ("Under Shinzo Ato's administration ties grew. Prime Minister Ato spoke.", "Shinzo Ato", ["Prime Minister"]),
        ("After Tatsuo Ari, Special Envoy for Peace, had left, it ended.", "Tatsuo Ari", ["Special Envoy for Peace"]),
        (
            "United States Trade Representative (USTR) Mike Frome came.",
            "Mike Frome",
            ["United States Trade Representative"],
        ),
    ],
)
def test_one_person_has_all_offices_and_mentions(find: Extract, words: str, name: str, offices: list[str]) -> None:
    people = find(words, year=2014).people
    assert [(one.name, [role.title for role in one.roles]) for one in people] == [(name, offices)]


def test_two_people_of_two_offices_stay_two(find: Extract) -> None:
    found = find("The Deputy Prime Minister and Foreign Minister Kishi met (Sapporo Dome, Hokkaido).")
    assert [(one.name, [role.title for role in one.roles]) for one in found.people] == [("Kishi", ["Foreign Minister"])]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Mount Fuji is 60 years old. Toyota Motor was 80 years old.", []),
        ("Tano Akiko is 60 years old. She lives in Ur.", ["Tano Akiko"]),
        ("Tano Akiko was 12 when the war ended, and her house burned down.", ["Tano Akiko"]),
    ],
)
def test_who_has_an_age_is_somebody_only_where_he_or_she_follows(find: Extract, words: str, names: list[str]) -> None:
    assert [person.name for person in find(words).people] == names


def test_the_whole_of_an_office_is_told_and_how_a_name_without_one_was_found(find: Extract) -> None:
    found = find("Group Captain Jane Doe met Wang Yi.")
    rules = {person.name: found.origins["person", person.id].rule for person in found.people}
    assert [role.title for person in found.people for role in person.roles] == ["Group Captain"]
    assert rules == {
        "Jane Doe": "a name with a title or office",
        "Wang Yi": "a name told by its form or by what is told of it",
    }


@pytest.mark.parametrize(
    ("signature", "name", "office"),
    [
        ("(Kei Mori, Official, Asia Division)", "Kei Mori", "Official, Asia Division"),
        ("(Major Ken Sasaki, former member, 11th Unit)", "Ken Sasaki", "former member, 11th Unit"),
        ("— Jane Doe, surgeon (Red Cross)", "Jane Doe", "surgeon (Red Cross)"),
        ("(Coordinator, Jane Doe)", "Jane Doe", "Coordinator"),
    ],
)
def test_who_signs_a_column_in_brackets_is_named_without_them(
    gazetteer: Gazetteer, signature: str, name: str, office: str
) -> None:
    column = as_column(make_document("I stood on the beach.", signature))
    found = extract(column, make_edition(), gazetteer)
    assert [(one.name, [role.title for role in one.roles]) for one in found.people] == [(name, [office])]
    assert [one.speaker_names for one in found.quotations] == [(name,)]


@pytest.mark.parametrize(
    ("words", "people"),
    [
        (
            "I spoke for the King of Bhutan. His Majesty Tashi Namgyel Dorji had married.",
            [("Tashi Namgyel Dorji", ["King of Bhutan"])],
        ),
        ("The guests sat. Her Majesty Queen Ann Smith spoke.", [("Ann Smith", ["Her Majesty Queen"])]),
        ("His Majesty the Emperor spoke. Their Majesties left for Ur.", []),
        ("Hoshi Maru, a ferry and Principal vessel of the line, sank.", []),
        ("John Doe, a urologist and Prime Minister since May, operates.", [("John Doe", ["Prime Minister"])]),
    ],
)
def test_kings_and_those_with_a_calling_besides_their_office_are_people(
    find: Extract, words: str, people: list[tuple[str, list[str]]]
) -> None:
    assert [(one.name, [role.title for role in one.roles]) for one in find(words).people] == people


def test_the_title_of_a_king_does_not_reach_into_the_sentence_before(find: Extract) -> None:
    found = find("I spoke for the King of Bhutan. His Majesty Tashi Dorji asked: “Have you ever seen a dragon?”")
    assert [q.speaker_names for q in found.quotations] == [("His Majesty Tashi Dorji",)]
