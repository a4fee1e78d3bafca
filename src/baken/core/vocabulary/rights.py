"""The closed lists of requests by people concerned, of informing them, and of putting right what others received."""

from baken.core.vocabulary.outcomes import Choices
from baken.core.vocabulary.text import Text

RIGHT: Choices = {
    "access": Text("inzage (AVG artikel 15)", "access (GDPR article 15)"),
    "correction": Text("verbetering (AVG artikel 16)", "correction (GDPR article 16)"),
    "erasure": Text("wissen (AVG artikel 17)", "erasure (GDPR article 17)"),
    "restriction": Text("beperking (AVG artikel 18)", "restriction (GDPR article 18)"),
    "objection": Text("bezwaar (AVG artikel 21)", "objection (GDPR article 21)"),
}
IDENTITY: Choices = {
    "not_yet": Text("nog niet vastgesteld", "not established yet"),
    "in_person": Text(
        "aan de balie: papieren bekeken, geen kopie gemaakt", "at the desk: papers seen, no copy made"
    ),
    "digid": Text("ingelogd met DigiD op de website", "logged in with DigiD on the website"),
    "video": Text("in een videogesprek: papieren getoond", "in a video call: papers shown"),
    "known": Text("al bekend bij wie het verzoek aannam", "known to whoever took the request"),
    "authorised": Text(
        "gemachtigde: machtiging en papieren bekeken", "representative: authority and papers seen"
    ),
}
EXTENDED: Choices = {
    "complex": Text("het verzoek is ingewikkeld", "the request is complex"),
    "many": Text("er zijn veel verzoeken tegelijk", "there are many requests at once"),
}
RECORD: Choices = {
    "signal": Text("signaal", "signal"),
    "notification": Text("ontvangen melding", "received notification"),
    "client": Text("cliëntdossier", "client file"),
}
VERDICT: Choices = {
    "person": Text("dit is de verzoeker", "this is the person who asks"),
    "other": Text("dit is iemand anders", "this is somebody else"),
    "doubt": Text("dat is niet zeker", "that is not certain"),
}
GIVE: Choices = {
    "identity": Text("naam, geboortedatum of leeftijd", "name, date of birth or age"),
    "address": Text("adres", "address"),
    "summary": Text(
        "wat er over deze persoon staat, in uw woorden", "what is written about this person, in your words"
    ),
    "recipients": Text("aan wie het is doorgegeven", "to whom it was passed on"),
}
LEAVE_OUT: Choices = {
    "others": Text(
        "het raakt de rechten van anderen, zoals de melder (AVG artikel 15 lid 4; UAVG artikel 41 lid 1 onder i)",
        "it affects the rights of others, such as the reporter (GDPR article 15(4); UAVG article 41(1)(i))",
    ),
    "investigation": Text(
        "het kan een onderzoek schaden (AVG artikel 23 lid 1 onder d; UAVG artikel 41 lid 1 onder d)",
        "it may harm an investigation (GDPR article 23(1)(d); UAVG article 41(1)(d))",
    ),
    "safety": Text(
        "het brengt iemand in gevaar (AVG artikel 23 lid 1 onder c en i; UAVG artikel 41 lid 1 onder c en i)",
        "it endangers somebody's safety (GDPR article 23(1)(c) and (i); UAVG article 41(1)(c) and (i))",
    ),
    "supervision": Text(
        "het schaadt toezicht of inspectie (AVG artikel 23 lid 1 onder h; UAVG artikel 41 lid 1 onder h)",
        "it harms supervision or inspection (GDPR article 23(1)(h); UAVG article 41(1)(h))",
    ),
}
ACT: Choices = {
    "corrected": Text("verbeterd", "corrected"),
    "restricted": Text("beperkt: alleen bewaren", "restricted: only stored"),
    "erased": Text("op de vernietigingslijst gezet", "put on the destruction list"),
    "refused": Text("niet gedaan", "not done"),
}
ANSWERED: Choices = {
    "met": Text("voldaan", "met"),
    "partly": Text("deels voldaan", "partly met"),
    "nothing": Text("niets dat wij kunnen geven of doen", "nothing that we can give or do"),
    "withdrawn": Text("ingetrokken door de verzoeker", "withdrawn by the person who asked"),
}
INFORMING: Choices = {
    "inform": Text("ja, de betrokkene wordt nu ingelicht", "yes, the person concerned is informed now"),
    "not_yet": Text("nee, nu nog niet", "no, not yet"),
}
POSTPONED: Choices = {
    "investigation": Text(
        "een onderzoek zou worden geschaad (AVG artikel 14 lid 5 onder b en 23; UAVG artikel 41 lid 1 onder d)",
        "an investigation would be harmed (GDPR articles 14(5)(b) and 23; UAVG article 41(1)(d))",
    ),
    "safety": Text(
        "iemand zou gevaar lopen (AVG artikel 23; UAVG artikel 41 lid 1 onder c en i)",
        "somebody would be in danger (GDPR article 23; UAVG article 41(1)(c) and (i))",
    ),
    "others": Text(
        "het zou verraden wie de melder is (AVG artikel 23; UAVG artikel 41 lid 1 onder i)",
        "it would betray who reported (GDPR article 23; UAVG article 41(1)(i))",
    ),
    "impossible": Text(
        "het kan niet, of vraagt onevenredig veel (AVG artikel 14 lid 5 onder b)",
        "it cannot be done, or asks too much (GDPR article 14(5)(b))",
    ),
}
TOLD_HOW: Choices = {
    "in_person": Text("in een gesprek", "in a conversation"),
    "letter": Text("met een brief", "by letter"),
    "by_helper": Text("door een hulpverlener", "by somebody who helps the person"),
}
WRONG: Choices = {
    "corrected": Text("het verslag is verbeterd", "the account was corrected"),
    "false_report": Text("de melding bleek niet te kloppen", "the report turned out not to be right"),
    "restricted": Text(
        "de gegevens mogen voorlopig alleen worden bewaard", "for the time being the data may only be stored"
    ),
    "erased": Text("de gegevens worden gewist", "the data are being erased"),
}
CONFIRMED_HOW: Choices = {
    "in_baken": Text("in Baken", "in Baken"),
    "secure_mail": Text("met beveiligde mail", "by secure mail"),
    "phone": Text("door de telefoon", "by telephone"),
    "letter": Text("met een brief", "by letter"),
    "in_person": Text("in een gesprek", "in a conversation"),
}
