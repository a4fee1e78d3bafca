"""Words of the care offer: for whom it is, to whom it was made known, and who was given advice about what (CARE-10)."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import VALUE

Words = Mapping[str, Text]

AGES: Words = {
    "minor": Text("jonger dan 18", "younger than 18"),
    "young": Text("18 tot 23", "18 to 22"),
    "adult": Text("23 en ouder", "23 and older"),
}
"""For whom an offer is, by age; with none named it is for every age. The border at 23 is that of Pretty Woman."""
FORMS: Words = VALUE["exploitation"]
"""For whom an offer is, by form; with none named it is for every form (CARE-13)."""

HEARD: Words = {
    "helpers": Text("hulpverleners", "helpers"),
    "schools": Text("scholen", "schools"),
    "safety": Text("veiligheidspartners", "safety partners"),
    "municipalities": Text("gemeenten", "municipalities"),
    "others": Text("anderen", "others"),
}
"""To whom the offer is made known; the first three are those of the policies (CARE-10)."""
OWED = ("helpers", "schools", "safety")
HOW: Words = {
    "meeting": Text("in een gesprek of overleg", "in a conversation or meeting"),
    "paper": Text("op papier", "on paper"),
    "mail": Text("per mail", "by mail"),
    "training": Text("in een training of les", "in a training or lesson"),
    "website": Text("op een website", "on a website"),
}

LACKED: Words = {
    "children": Text("voor iemand met kinderen", "for somebody with children"),
    "men": Text("voor mannen", "for men"),
    "together": Text("voor een stel of familie samen", "for a couple or family together"),
    "lgbti": Text("voor lhbti’ers", "for LGBTI people"),
    "disability": Text(
        "voor iemand met een beperking of ziekte", "for somebody with a disability or illness"
    ),
    "addiction": Text("voor iemand met een verslaving", "for somebody with an addiction"),
    "no_right": Text("voor iemand zonder verblijfsrecht", "for somebody without a right of residence"),
    "language": Text("in een andere taal", "in another language"),
    "hours": Text("in de avond, de nacht of het weekend", "in the evening, at night or at the weekend"),
    "other": Text("iets anders", "something else"),
}
"""What a gap was about. Chosen: a closed list, because a note of what one person lacked is a note about that person."""

PROFESSIONALS: Words = {
    "municipality": Text("gemeente", "municipality"),
    "police": Text("politie of marechaussee", "police or marechaussee"),
    "inspection": Text("inspectie of toezicht", "inspection or supervision"),
    "health": Text("zorg", "health care"),
    "youth": Text("jeugdhulp of Veilig Thuis", "youth care or Veilig Thuis"),
    "social_work": Text("maatschappelijk werk of wijkteam", "social work or local team"),
    "school": Text("school", "school"),
    "shelter": Text("opvang", "shelter"),
    "lawyer": Text("advocaat", "lawyer"),
    "employer": Text("werkgever of uitzendbureau", "employer or agency"),
    "other": Text("een ander beroep", "another profession"),
}
SUBJECTS: Words = {
    "recognise": Text("herkennen van signalen", "recognising signs"),
    "report": Text("waar en hoe melden", "where and how to report"),
    "safety": Text("veiligheid", "safety"),
    "shelter": Text("opvang", "shelter"),
    "residence": Text("verblijf en bedenktijd", "residence and reflection period"),
    "help": Text("hulp en wie die geeft", "help and who gives it"),
    "sharing": Text("gegevens delen en geheimhouding", "sharing data and secrecy"),
    "talking": Text("het gesprek met een slachtoffer", "talking with a victim"),
    "other": Text("iets anders", "something else"),
}
MOST_MINUTES = 600
"""The longest advice in one line. Chosen: longer is a day of work, and probably a slip of the pen."""

LANGUAGES: Mapping[str, tuple[str, Text]] = {
    "ar": ("العربية", Text("Arabisch", "Arabic")),
    "bg": ("Български", Text("Bulgaars", "Bulgarian")),
    "de": ("Deutsch", Text("Duits", "German")),
    "es": ("Español", Text("Spaans", "Spanish")),
    "fr": ("Français", Text("Frans", "French")),
    "hu": ("Magyar", Text("Hongaars", "Hungarian")),
    "it": ("Italiano", Text("Italiaans", "Italian")),
    "pl": ("Polski", Text("Pools", "Polish")),
    "pt": ("Português", Text("Portugees", "Portuguese")),
    "ro": ("Română", Text("Roemeens", "Romanian")),
    "ru": ("Русский", Text("Russisch", "Russian")),
    "so": ("Soomaali", Text("Somalisch", "Somali")),
    "sq": ("Shqip", Text("Albanees", "Albanian")),
    "th": ("ไทย", Text("Thais", "Thai")),
    "ti": ("ትግርኛ", Text("Tigrinya", "Tigrinya")),
    "tr": ("Türkçe", Text("Turks", "Turkish")),
    "uk": ("Українська", Text("Oekraïens", "Ukrainian")),
    "vi": ("Tiếng Việt", Text("Vietnamees", "Vietnamese")),
    "zh": ("中文", Text("Chinees", "Chinese")),
}
"""Languages beside Dutch and English into which information for clients can be translated: own name, and ours."""
FROM_THE_RIGHT = frozenset({"ar"})
