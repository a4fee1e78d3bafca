"""The closed lists of where a client stays, of shelter, and of moving to another coordinator (CARE-04..06, CARE-12).

None of these words says which shelter or which street: that lies in the vault.
"""

from baken.core.vocabulary.outcomes import ANSWER as OUTCOMES
from baken.core.vocabulary.outcomes import Choices
from baken.core.vocabulary.text import Text

STAYS: Choices = {
    "here": Text("in onze regio", "in our region"),
    "other_region": Text("in een andere regio", "in another region"),
    "abroad": Text("in het buitenland", "abroad"),
    "unknown": Text("dat weten wij niet", "we do not know"),
}
REGISTERED: Choices = {
    "registered": Text("ja, ingeschreven in een gemeente", "yes, registered in a municipality"),
    "not_registered": Text("nee, nergens ingeschreven", "no, registered nowhere"),
    "unknown": Text("dat weten wij nog niet", "we do not know yet"),
}
STAY_BECAUSE: Choices = {
    "first": Text("dit is het eerste dat wij weten", "this is the first we know"),
    "changed": Text("het is veranderd", "it changed"),
    "corrected": Text("het stond er verkeerd", "it was written down wrong"),
}
ALONG: Choices = {
    "alone": Text("alleen", "alone"),
    "children": Text("met kinderen", "with children"),
    "together": Text(
        "samen met anderen die tegelijk zijn gevonden", "together with others found at the same time"
    ),
    "unknown": Text("nog niet bekend", "not known yet"),
}
SAFETY: Choices = {
    "ordinary": Text("gewone opvang is veilig genoeg", "ordinary shelter is safe enough"),
    "secret": Text("op een adres dat niemand kent", "at an address that nobody knows"),
    "guarded": Text("op een beveiligde plek", "at a guarded place"),
    "unknown": Text("dat moet nog worden ingeschat", "still to be judged"),
}
SHELTER: Choices = {
    "local": Text("lokale of regionale opvang", "local or regional shelter"),
    "specialist": Text("gespecialiseerde opvang, via CoMensha", "specialist shelter, through CoMensha"),
}
NOT_LOCAL: Choices = {
    "no_place": Text("lokaal is geen plek", "there is no place locally"),
    "not_suitable": Text("wat er lokaal is, past niet", "what there is locally does not fit"),
    "not_safe": Text("lokaal is het niet veilig", "it is not safe locally"),
    "reflection": Text(
        "de opvang in de bedenktijd loopt alleen via CoMensha",
        "shelter in the reflection period goes through CoMensha only",
    ),
}
MEANWHILE: Choices = {
    "emergency": Text("in nood- of crisisopvang", "in emergency shelter"),
    "own_place": Text("waar de persoon al woont", "where the person lives already"),
    "family": Text("bij familie of bekenden", "with family or friends"),
    "asylum": Text("in een opvang voor asielzoekers", "in reception for asylum seekers"),
    "nowhere": Text("nergens, er is nog geen veilige plek", "nowhere, there is no safe place yet"),
}
ANSWER: Choices = {
    "place": Text("er is plek", "there is a place"),
    "waiting": Text("op de wachtlijst", "on the waiting list"),
    "no_place": Text("er is geen plek", "there is no place"),
    "not_suitable": Text("deze opvang past niet", "this shelter does not fit"),
    "withdrawn": Text("wij trokken de aanvraag in", "we withdrew the request"),
}
ENDS: frozenset[str] = frozenset({"place", "no_place", "not_suitable", "withdrawn"})
"""The answers after which nobody waits any more."""
REFUSED: frozenset[str] = frozenset({"no_place", "not_suitable"})
MOVED_TO: Choices = {
    **SHELTER,
    "emergency": Text("nood- of crisisopvang", "emergency shelter"),
    "own_place": Text("een eigen woning of kamer", "a home or room of one's own"),
    "family": Text("familie of bekenden", "family or friends"),
    "asylum": Text("een opvang voor asielzoekers", "reception for asylum seekers"),
    "abroad": Text("het buitenland", "another country"),
    "unknown": Text("vertrokken, wij weten niet waarheen", "left, we do not know where to"),
}
MOVED_BECAUSE: Choices = {
    "place_found": Text("er kwam plek", "a place came free"),
    "safety": Text("de oude plek was niet veilig", "the former place was not safe"),
    "next_step": Text("een volgende stap", "a next step"),
    "own_choice": Text("eigen keuze", "own choice"),
    "had_to_leave": Text("de persoon moest daar weg", "the person had to leave there"),
    "unknown": Text("dat weten wij niet", "we do not know"),
}
BASIS: Choices = {
    "consent": Text("de persoon gaf toestemming", "the person gave consent"),
    "weighed": Text(
        "er is geen toestemming, en dat is afgewogen", "there is no consent, and that was weighed"
    ),
}
TRANSFER_ANSWER: Choices = {
    **OUTCOMES,
    "taken_up": Text("overgenomen", "taken over"),
    "not_taken_up": Text("niet overgenomen", "not taken over"),
}
"""What another coordinator can answer: the same words as every partner, of which two are the last."""
PIECES: Choices = {
    "contact": Text("Wie het is en hoe veilig te bereiken", "Who it is and how to reach them safely"),
    "needs": Text("Wat nodig is, en wat is afgesproken", "What is needed, and what was agreed"),
    "wishes": Text("Wat de persoon zelf wil", "What the person wants"),
    "place": Text("Welke gemeente verantwoordelijk is", "Which municipality is responsible"),
    "shelter": Text("Wat voor opvang nodig is", "What shelter is needed"),
    "comensha": Text("Of er bij CoMensha is gemeld", "Whether CoMensha was notified"),
}
"""What of a client file may go to another coordinator. The address and the notes are not on the list."""
