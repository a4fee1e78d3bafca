"""The closed lists an officer chooses from, with their names in both languages. The order is the order on the page."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

Choices = Mapping[str, Text]

WEIGHING: Choices = {
    "proceed": Text("ja, er mogen bronnen worden geraadpleegd", "yes, sources may be consulted"),
    "stop": Text("nee, geen bronnen raadplegen", "no, do not consult sources"),
}
SOURCE: Choices = {
    "hit": Text("gevonden", "found"),
    "no_hit": Text("niet gevonden", "not found"),
    "not_possible": Text("raadplegen kon niet", "could not be consulted"),
}
CONTINUES: Choices = {
    "none": Text("geen reden om verder te zoeken", "no reason to search on"),
    "safety": Text("verder zoeken, voor iemands veiligheid", "search on, for somebody's safety"),
    "care": Text(
        "verder zoeken, omdat iemand zorg nodig kan hebben", "search on, because somebody may need care"
    ),
}
TRUSTED_PERSON: Choices = {
    "possible": Text("ja, een vertrouwenspersoon kan helpen", "yes, a trusted person can help"),
    "not_possible": Text("nee, dat kan nu niet", "no, not possible now"),
}
ENVELOPE: Choices = {
    "ask": Text("iets vragen dat alleen de melder weet", "ask something that only the reporter knows"),
    "safety": Text("de veiligheid van de melder", "the safety of the reporter"),
    "answer": Text("de melder zelf antwoord geven", "answer the reporter by hand"),
    "duty": Text("een wettelijke plicht", "a legal duty"),
    "other": Text("een andere reden", "another reason"),
}
ENVELOPE_UNSAID = Text("niet gevraagd; een oudere versie", "not asked; an older version")
ASSESSMENT: Choices = {
    "not_trafficking": Text("geen mensenhandel", "not trafficking"),
    "other_phenomenon": Text(
        "geen mensenhandel, wel een ander probleem", "not trafficking, but another problem"
    ),
    "suspicion": Text("vermoeden van mensenhandel", "suspicion of trafficking"),
    "trafficking": Text("signaal van mensenhandel", "trafficking signal"),
}
ANSWER: Choices = {
    "received": Text("ontvangen, nog niet beoordeeld", "received, not yet assessed"),
    "taken_up": Text("opgepakt", "taken up"),
    "not_taken_up": Text("niet opgepakt", "not taken up"),
    "more_needed": Text("meer informatie nodig", "more information needed"),
    "finished": Text("afgerond", "finished"),
    "cannot_tell": Text("hierover mag niets worden verteld", "nothing may be told about this"),
}
INFORMED: Choices = {
    "received": Text("uw signaal is ontvangen", "your signal was received"),
    "in_progress": Text("uw signaal is in behandeling", "your signal is being handled"),
    "passed_on": Text("uw signaal is doorgegeven", "your signal was passed on"),
    "no_follow_up": Text("er volgt geen actie", "no action follows"),
    "question_answered": Text("uw vraag is beantwoord", "your question was answered"),
    "cannot_tell": Text("wij mogen hier niets over vertellen", "we may not tell anything about this"),
}
CLOSING: Choices = {
    "handled": Text("afgehandeld", "handled"),
    "no_action": Text("geen actie nodig", "no action needed"),
    "question_answered": Text("de vraag is beantwoord", "the question was answered"),
    "duplicate": Text("hoort bij een ander signaal", "belongs to another signal"),
    "false_report": Text("de melding bleek niet te kloppen", "the report turned out not to be right"),
}
POLICE: Choices = {
    "neighbourhood_officer": Text("wijkagent", "neighbourhood officer"),
    "trafficking_team": Text("team mensenhandel of AVIM", "trafficking team or AVIM"),
    "detective": Text("recherche", "detective"),
    "information_desk": Text("informatiemakelaar van de politie", "information broker of the police"),
    "other_function": Text("andere functie bij de politie", "another function at the police"),
}
SECRECY: Choices = {
    "consent": Text("er is toestemming", "there is consent"),
    "legal_duty": Text("een wet verplicht tot melden", "a law obliges to report"),
    "legal_right": Text("een wet geeft het recht om te melden", "a law gives the right to report"),
    "conflict_of_duties": Text(
        "zwijgen brengt iemand in gevaar (conflict van plichten)",
        "keeping silent endangers somebody (conflict of duties)",
    ),
    "not_secret": Text("er valt niets onder een beroepsgeheim", "nothing is under professional secrecy"),
    "stays": Text("nee, deze inhoud blijft hier", "no, this content stays here"),
}
CHANNEL: Choices = {
    "secure_mail": Text("beveiligde mail", "secure mail"),
    "by_hand": Text("persoonlijk overhandigd", "handed over in person"),
    "post": Text("aangetekende post", "registered post"),
    "partner_portal": Text("portaal van de partner", "the partner's portal"),
}
