"""One example of an item of every list, as it stands in a policy file; a test reads each of them into its model."""

from typing import Any

from baken.core.policy.reading import read
from baken.project.schemas.examples_programme import PROGRAMME

EXAMPLES = {
    "documents": """\
  - id: woerden-beleid
    title: Beleid mensenhandel gemeente Woerden
    date: 2024-05-01
    publisher: gemeente Woerden
    stands_for: copen-beleid
""",
    "texts": """\
  - id: step.receive
    nl: Neem het signaal in ontvangst.
    en: Take the signal in hand.
    checked: {by: taalredactie, on: 2026-11-01}
""",
    "steps": """\
  - id: talk_with_team_coordinator
    actor: reporter
    completes: team_coordinator.consulted
    when: {reporter: staff}
    within: {working_days: 2}
    text: step.talk_with_team_coordinator
    source: {document: woerden-beleid, place: "bijlage 2, stap 1"}
""",
    "advice": """\
  - id: call_now
    actor: focal_point
    when: {urgency: acute}
    done_by:
      - {event: signal.referred, partner: avim}
      - {event: signal.referred, partner: police}
    text: advice.call_now
    source: {document: woerden-beleid, place: "bijlage 2, stap 4"}
""",
    "questions": """\
  - id: danger_now
    fact: urgency
    actor: focal_point
    within: {hours: 4}
    text: question.danger_now
    chosen: an unknown urgency must not go unnoticed
""",
    "referrals": """\
  - id: avim
    to: avim
    when: {urgency: acute}
    strength: required
    met_also_by: {event: signal.tabled, table: regional_undermining_table}
    within: {hours: 1}
    text: referral.avim
    source: {document: woerden-beleid, place: "bijlage 2, stap 4"}
""",
    "holds": """\
  - id: trusted_person_first
    until: trusted_person.considered
    before:
      partners: [police, avim]
      tables: {with: police}
    override: {when: {urgency: acute}, needs: reason}
    text: hold.trusted_person_first
    source: {document: woerden-beleid, place: "bijlage 2, stap 3"}
""",
    "destinations": """\
  - id: safe_home
    words: {nl: bij huiselijk geweld of kindermishandeling, en: for domestic violence or child abuse}
    source: {document: westfriesland-beleid, place: "paragraaf 4.2"}
""",
    "partners": """\
  - id: belle
    name: {nl: Belle, en: Belle}
    type: care
    level: regional
    task: {nl: Begeleiding bij seksuele uitbuiting, en: Support in sexual exploitation}
    target_group: {nl: 18 jaar en ouder, en: 18 and older}
    region: Utrecht
    contact: {phone: "0900-0000", web: "https://www.example.org"}
    source: {document: copen-beleid, place: "bijlage 1, Belle en Pretty Woman"}
""",
    "tables": """\
  - id: local_undermining_meeting
    name: {nl: lokaal ondermijningsoverleg, en: local undermining meeting}
    level: local
    with: [police]
    exists: yes
    source: {document: copen-beleid, place: "bijlage 2, stap 3"}
""",
    "sources": """\
  - id: municipal_records
    name: {nl: eigen gemeentelijke systemen, en: the municipality's own records}
    grounds: [public_task]
    source: {document: copen-beleid, place: "bijlage 2, stap 3"}
""",
    "purposes": """\
  - id: stop_exploitation
    name: {nl: uitbuiting stoppen, en: stopping exploitation}
    chosen: the documents name no purposes in the words of the law
""",
    "grounds": """\
  - id: public_task
    name: {nl: taak van algemeen belang, en: task in the public interest}
    article: AVG artikel 6 lid 1 onder e; Gemeentewet artikel 172
    unverified: yes
    source: {document: avg, place: artikel 6}
""",
    "uses": """\
  - id: avim
    purposes: [stop_exploitation]
    grounds: [public_task]
    pieces: [facts, period, account, place]
    chosen: only what the police needs to act
""",
    "activities": """\
  - id: consult_source
    name: {nl: Een bron raadplegen, en: Consulting a source}
    purposes: [stop_exploitation]
    data: [source_answers, reasons]
    people: [presumed_victim, suspected_exploiter]
    recipients: {nl: de aandachtsfunctionaris, en: the focal point}
    retention: [closed_signal]
    controllers: [college]
    joint: [{with: regional_signals_table, agreement: {nl: convenant van 2024, en: agreement of 2024}}]
    chosen: one source per decision, after the weighing
""",
    "retention": """\
  - id: unfounded
    name: {nl: geen mensenhandel, en: not trafficking}
    about: closed_signal
    ends:
      - {assessments: [not_trafficking, other_phenomenon]}
    from: closed
    keep_for: {weeks: 4}
    then: destroy
    chosen: the documents name no term; the shortest that still lets somebody object
""",
    "providers": """\
  - id: care_coordinator
    name: {nl: Moviera, en: Moviera}
    contact: {nl: via de aandachtsfunctionaris, en: through the focal point}
    source: {document: copen-beleid, place: zorgcoördinatie}
""",
    "areas": """\
  - id: shelter
    name: {nl: Opvang, en: Shelter}
    provider: municipality
    source: {document: copen-beleid, place: zorgcoördinatie}
""",
    "entitlements": """\
  - id: reflection_stay
    name: {nl: bedenktijd, en: reflection period}
    area: residence
    provider: ind
    when: {position: reflection, role: victim}
    from: [reflection_granted]
    until: [reflection_ended, reflection_end]
    because: {nl: De IND schort het vertrek op., en: The IND suspends departure.}
    confirmed: yes
    review_on: 2027-11-01
    source: {document: vw-2000, place: "artikel 8, onder k"}
""",
    "deadlines": """\
  - id: reflection_end
    name: {nl: einde van de bedenktijd, en: end of the reflection period}
    when: {position: reflection, dublin: no}
    starts: reflection_granted
    lasts: {months: 3}
    warn: [45, 21, 7, 1]
    handled_by: [complaint, reflection_ended]
    because: {nl: Daarvoor beslist de cliënt., en: The client decides before that.}
    confirmed: yes
    review_on: 2027-11-01
    source: {document: vw-2000, place: "artikel 8, onder k"}
""",
    "care_steps": """\
  - id: tell_nidos
    name: {nl: bel Nidos, en: call Nidos}
    who: care_coordinator
    when: {age: minor, unaccompanied: yes}
    starts: found
    within: {days: 1}
    until: [guardian_asked]
    because: {nl: De geringste aanwijzing is genoeg., en: The slightest indication is enough.}
    confirmed: yes
    review_on: 2027-11-01
    source: {document: westfriesland-beleid, place: voogdij}
""",
    "statements": """\
  - id: doctor_on_limits
    kind: medical
    supports: [medical, minority]
    confirmed: yes
    review_on: 2027-11-01
    source: {document: vc-b8, place: B8/3}
""",
    "emergency_numbers": """\
  - id: emergency
    name: {nl: Alarmnummer, en: Emergency number}
    phone: "112"
    when_to_use: {nl: Er is nu iemand in gevaar., en: Somebody is in danger now.}
    source: {document: meldpunten, place: politie}
""",
    "reporting_points": """\
  - id: labour_authority_line
    name: {nl: Arbeidsinspectie, en: Labour authority}
    when_to_use: {nl: Het gaat om uitbuiting op het werk., en: It is about exploitation at work.}
    phone: "0800-5151"
    web: "https://www.nlarbeidsinspectie.nl"
    source: {document: meldpunten, place: arbeidsuitbuiting}
""",
    "card": """\
  - id: card
    name: {nl: Signalenkaart mensenhandel, en: Trafficking signal card}
    origin: {nl: Naar de landelijke signalenlijst., en: After the national list.}
    notice: {nl: De lijst is niet volledig., en: The list is not complete.}
    source: {document: signalenlijst, place: geheel}
""",
    "groups": """\
  - id: all_forms
    name: {nl: Alle vormen, en: All forms}
    source: {document: signalenlijst, place: geheel}
""",
    "items": """\
  - id: companion
    group: all_forms
    words: {nl: Iemand anders voert steeds het woord., en: Somebody else always does the talking.}
    audiences: [front_desk, home_visits]
    source: {document: signalenlijst, place: alle vormen}
""",
    "vulnerability": """\
  - id: earlier_victim
    words: {nl: eerder slachtoffer geweest, en: was a victim before}
    source: {document: signalenlijst, place: kwetsbaarheid}
""",
    "handling": """\
  - id: do_not_confront
    words: {nl: Confronteer niemand., en: Confront nobody.}
    kind: dont
    chosen: the documents leave this to training
""",
    "tools": """\
  - id: school_instrument
    name: {nl: Instrument voor scholen, en: Instrument for schools}
    words: {nl: Helpt een docent de signalen te wegen., en: Helps a teacher to weigh the signals.}
    audiences: [teacher]
    chosen: named in the training of teachers
""",
    **PROGRAMME,
    "properties": """\
  - id: acute_to_somebody
    sentence: {nl: Een acuut signaal gaat meteen naar de politie., en: An acute signal goes to the police at once.}
    told: {partners: [police, avim], when: {urgency: acute}, at_once: yes}
    source: {document: woerden-beleid, place: "bijlage 2, stap 4"}
""",
    "cases": """\
  - id: labour_named
    title: Een arbeidssignaal van een collega gaat naar de Arbeidsinspectie
    source: {document: woerden-beleid, place: "bijlage 2, stap 4"}
    on: 2026-11-20
    without_tables: [local_undermining_meeting]
    facts: {reporter: staff, exploitation: [labour], urgency: {claimed: acute}}
    history:
      - {event: signal.received, at: "2026-11-20T09:00:00+01:00"}
      - {event: source.consulted, source: kvk, outcome: no_hit, reasoned: yes}
      - {event: fact.established, fact: urgency, value: acute}
      - {event: signal.assessed, assessment: suspicion}
    expect:
      steps: {receive: done, weigh: due}
      actors: {receive: focal_point}
      required: [labour_authority, care_coordinator]
      referrals: {avim: none, care_coordinator: {strength: required, held: no, done: no, nameless: yes}}
      owed: {includes: [hand_over/care_coordinator], excludes: [receive]}
      holds: {avim: held, riec: free}
      stage: assessed
""",
}


def example(section: str) -> Any:
    """Return the example of a list as data."""
    ((item,),) = read(section, f"items:\n{EXAMPLES[section]}").data.values()
    return item
