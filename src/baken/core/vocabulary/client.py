"""Words of a client file: where it came from, what help is about, who gives it, and how a file ends (CARE-01..16)."""

from collections.abc import Mapping

from baken.core.vocabulary.spans import Span
from baken.core.vocabulary.text import Text

MOST_AT_ONCE = 20
"""How many files open in one go. Chosen: a larger group is opened in parts, so that each person is thought of."""
FIRST_CHECK = Span(1, "weeks")
"""When a new file must be looked at again. Chosen: care begins with safety, and a week is long without it."""

SOURCE: Mapping[str, Text] = {
    "notification": Text("een melding van een gemeente", "a notification from a municipality"),
    "self": Text("de persoon zelf", "the person"),
    "organisation": Text("een andere organisatie", "another organisation"),
    "other": Text("een andere bron", "another source"),
}
GROUND: Mapping[str, Text] = {
    "asked_for_help": Text("de persoon vraagt of wil hulp", "the person asks for or wants help"),
    "task_by_law": Text(
        "een wettelijke taak, zoals Wmo of Jeugdwet", "a task by law, such as the Wmo or the Youth Act"
    ),
    "vital_interest": Text(
        "ernstig gevaar, en vragen kan nu niet", "serious danger, and asking is not possible now"
    ),
}
"""Why the care organisation may keep a file about somebody. None of them asks for a declaration of being a victim."""
AGE: Mapping[str, Text] = {
    "minor": Text("minderjarig", "a minor"),
    "maybe_minor": Text("misschien minderjarig", "perhaps a minor"),
    "adult": Text("meerderjarig", "an adult"),
    "unknown": Text("niet bekend", "not known"),
}
MINORS = frozenset({"minor", "maybe_minor"})
"""Who gets the care of a minor: in doubt somebody is treated as one (V31)."""
ROLE: Mapping[str, Text] = {
    "presumed_victim": Text("vermoedelijk slachtoffer", "presumed victim"),
    "both": Text(
        "vermoedelijk slachtoffer, en misschien zelf vervolgd",
        "presumed victim, and perhaps prosecuted as well",
    ),
}
"""In what capacity somebody has a file. Both may be so at once (V27); a file is always about help."""

AREAS: Mapping[str, Text] = {
    "language": Text("taal en tolk", "language and interpreter"),
    "safety": Text("veiligheid", "safety"),
    "children": Text("kinderen", "children"),
    "medical": Text("medische zorg", "medical care"),
    "addiction_care": Text("verslavingszorg", "addiction care"),
    "social_help": Text("maatschappelijke hulp", "social help"),
    "shelter": Text("opvang", "shelter"),
    "income": Text("inkomen en uitkering", "income and benefit"),
    "housing": Text("wonen", "housing"),
    "work": Text("werk", "work"),
    "school": Text("school", "school"),
    "residence": Text("verblijf", "residence"),
    "legal": Text("rechtshulp", "legal help"),
    "complaint": Text("aangifte", "complaint"),
    "aftercare": Text("nazorg", "aftercare"),
    "other": Text("iets anders", "something else"),
}
"""The areas of life, where the policy of the care organisation names none of its own."""
BODY: Mapping[str, Text] = {
    "ourselves": Text("wij zelf", "ourselves"),
    "care_coordinator": Text("de zorgcoördinator", "the care coordinator"),
    "person": Text("de persoon zelf", "the person"),
    "municipality": Text("de gemeente", "the municipality"),
    "shelter": Text("een opvangorganisatie", "a shelter organisation"),
    "comensha": Text("CoMensha", "CoMensha"),
    "doctor": Text("huisarts, ziekenhuis of ggz", "doctor, hospital or mental health care"),
    "addiction_care": Text("verslavingszorg", "addiction care"),
    "youth_care": Text("jeugdhulp of jeugdbescherming", "youth care or youth protection"),
    "nidos": Text("Nidos", "Nidos"),
    "social_work": Text("maatschappelijk werk", "social work"),
    "lawyer": Text("een advocaat", "a lawyer"),
    "victim_support": Text("Slachtofferhulp Nederland", "Victim Support Netherlands"),
    "police": Text("de politie (AVIM)", "the police (AVIM)"),
    "prosecution": Text("het Openbaar Ministerie", "the public prosecutor"),
    "ind": Text("de IND", "the IND"),
    "coa": Text("het COA", "the COA"),
    "labour_authority": Text("de Nederlandse Arbeidsinspectie", "the Labour Authority"),
    "iom": Text("IOM of een andere terugkeerhulp", "IOM or another return service"),
    "employer": Text("een werkgever of opleiding", "an employer or training"),
    "interpreter": Text("een tolk", "an interpreter"),
    "care_organisation": Text("een andere zorgorganisatie", "another care organisation"),
    "process_director": Text("de procesregisseur", "the process director"),
    "other": Text("iemand anders", "somebody else"),
}
"""Who can give help, and who can be told something about it; the policy adds those of the region, and renames them."""
INSIDE = ("ourselves", "person", "process_director", "care_coordinator")
"""To whom nothing goes out of the care organisation. Anybody else gets nothing without consent or a weighing (V5)."""

SETTLED: Mapping[str, Text] = {
    "done": Text("de hulp is gegeven", "the help was given"),
    "not_to_be_had": Text("deze hulp was er niet", "this help was not to be had"),
    "declined": Text("de persoon wil dit nu niet", "the person does not want this now"),
    "not_needed": Text("het is niet meer nodig", "it is no longer needed"),
}
GAP: Mapping[str, Text] = {
    "no_offer": Text("niemand hier biedt dit", "nobody here offers this"),
    "waiting_list": Text("de wachttijd is te lang", "the wait is too long"),
    "no_place": Text("er was geen plek", "there was no place"),
    "no_right": Text("de persoon heeft er geen recht op", "the person has no right to it"),
    "no_money": Text("niemand betaalt het", "nobody pays for it"),
    "no_language": Text("niet in een taal die de persoon kent", "not in a language the person knows"),
    "not_safe": Text("niet veilig genoeg", "not safe enough"),
    "other": Text("een andere reden", "another reason"),
}
"""Why help was not to be had. These are counted: that is how a gap in the offer shows (CARE-10)."""

CONSENT_HOW: Mapping[str, Text] = {
    "spoken": Text("mondeling", "spoken"),
    "written": Text("op papier", "in writing"),
    "through_interpreter": Text("via een tolk", "through an interpreter"),
    "by_guardian": Text("door wie het gezag heeft", "by who has parental authority"),
}
WEIGHED: Mapping[str, Text] = {
    "may": Text("het mag gedeeld worden", "it may be shared"),
    "may_not": Text("het wordt niet gedeeld", "it is not shared"),
}
TREATMENT: Mapping[str, Text] = {
    "yes": Text(
        "ja, de persoon wordt of werd vervolgd of gestraft",
        "yes, the person is or was prosecuted or punished",
    ),
    "possible": Text("dat kan gebeuren", "that may happen"),
    "no": Text("nee", "no"),
}
"""Whether a presumed victim is prosecuted or punished for what they were made to do (CARE-15)."""

ENDING: Mapping[str, Text] = {
    "help_ended": Text("de hulp is afgerond", "the help was completed"),
    "moved_away": Text("de persoon is verhuisd of vertrokken", "the person moved or left"),
    "transferred": Text("overgedragen aan een andere coördinator", "handed over to another coordinator"),
    "no_contact": Text("er is geen contact meer", "there is no contact any more"),
    "declined": Text("de persoon wil geen hulp", "the person wants no help"),
    "not_a_victim": Text("toch geen slachtoffer van mensenhandel", "no victim of trafficking after all"),
    "deceased": Text("de persoon is overleden", "the person died"),
}
"""How a file ends. That it is not about a victim is not held against anybody: the file then goes within weeks."""
