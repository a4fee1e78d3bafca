"""What a body is called that no policy around describes yet, so that it can be chosen by a name and not by a code."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

UNDESCRIBED: Mapping[str, Text] = {
    "belle": Text("Belle", "Belle"),
    "pretty_woman": Text("Pretty Woman", "Pretty Woman"),
    "youth_team": Text("jeugdteam", "youth team"),
    "youth_work": Text("jongerenwerk", "youth work"),
    "secondary_schools": Text("middelbare scholen", "secondary schools"),
    "welfare_organisation": Text("welzijnsorganisatie", "welfare organisation"),
    "sector_associations": Text("brancheverenigingen", "sector associations"),
    "labour_standards_foundation": Text("Stichting Normering Arbeid", "Labour standards foundation"),
    "fnv": Text("FNV", "FNV trade union"),
    "sncu": Text("Stichting Naleving CAO voor Uitzendkrachten (SNCU)", "SNCU (agency workers' agreement)"),
    "nbbu": Text(
        "Nederlandse Bond van Bemiddelings- en Uitzendondernemingen (NBBU)",
        "Association of employment agencies (NBBU)",
    ),
    "housing_corporations": Text("woningcorporaties", "housing corporations"),
    "ggd": Text("GGD", "public health service (GGD)"),
    "schools": Text("scholen", "schools"),
    "sports_clubs": Text("sportverenigingen", "sports clubs"),
    "prostitution_control_team": Text("prostitutiecontroleteam", "prostitution control team"),
    "exit_programme": Text("uitstapprogramma", "exit programme"),
    "sex_worker_support": Text("hulp aan sekswerkers", "support for sex workers"),
    "employers": Text("werkgevers", "employers"),
    "local_undermining_meeting": Text("lokaal ondermijningsoverleg", "local undermining meeting"),
    "regional_undermining_table": Text("regionale ondermijningstafel", "regional undermining table"),
    "regional_signals_table": Text("regionale signalentafel", "regional signals table"),
    "riec_information_plaza": Text("informatieplein van het RIEC", "RIEC information plaza"),
    "regional_trafficking_table": Text("regionale tafel mensenhandel", "regional trafficking table"),
    "youth_group_approach": Text("groepsaanpak jeugd", "youth group approach"),
    "rental_reporting_point": Text("meldpunt goed verhuurderschap", "good letting reporting point"),
    "municipal_social_domain": Text("sociaal domein van de gemeente", "the municipality's social domain"),
    "municipal_public_order": Text(
        "openbare orde en veiligheid van de gemeente", "the municipality's public order and safety"
    ),
    "school_attendance_officer": Text("leerplichtambtenaar", "school attendance officer"),
    "other_municipality": Text("een andere gemeente", "another municipality"),
}
"""Every body that the national basis does not describe."""
