"""Who acts, and in what capacity a person is involved in a signal: closed lists with their names."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

ACTORS: Mapping[str, Text] = {
    "reporter": Text("melder", "reporter"),
    "team_coordinator": Text("teamcoördinator", "team coordinator"),
    "focal_point": Text("aandachtsfunctionaris", "focal point"),
    "deputy": Text("achtervang", "deputy"),
    "lead_focal_point": Text("coördinator van de aandachtsfunctionarissen", "lead focal point"),
    "care_coordinator": Text("zorgcoördinator", "care coordinator"),
    "partner": Text("partner", "partner"),
    "table": Text("overleg", "table"),
    "policy_adviser": Text("beleidsadviseur", "policy adviser"),
    "privacy_officer": Text("privacy officer", "privacy officer"),
    "data_protection_officer": Text("functionaris gegevensbescherming", "data protection officer"),
    "administrator": Text("beheerder", "administrator"),
    "case_director": Text("casusregisseur", "case director"),
    "process_director": Text("procesregisseur", "process director"),
    "chain_director": Text("ketenregisseur", "chain director"),
}
