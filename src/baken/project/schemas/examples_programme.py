"""One example of an item of every list of `programme.yaml` and `training.yaml`."""

PROGRAMME = {
    "themes": """\
  - id: violence
    name: {nl: Geweld, en: Violence}
    beside: yes
    source: {document: westfriesland-uitvoeringsprogramma, place: "thema's"}
""",
    "programme": """\
  - id: programme
    title: {nl: Uitvoeringsprogramma mensenhandel, en: Execution programme trafficking}
    goal: {nl: Wij voldoen aan het basisniveau., en: We meet the basic level.}
    from: 2022-09-01
    until: 2024-12-31
    theme: trafficking
    source: {document: westfriesland-uitvoeringsprogramma, place: doelstelling}
""",
    "actions": """\
  - id: reporting_point
    label: "3.2"
    title: {nl: Een intern meldpunt, en: An internal reporting point}
    what: {nl: Medewerkers weten waar zij melden., en: Staff know where to report.}
    ready: {kind: quarter, on: 2023-03-31}
    owner: {nl: de gemeenten, en: the municipalities}
    partners: [{nl: team Communicatie, en: team Communication}]
    source: {document: westfriesland-uitvoeringsprogramma, place: actie 3.2}
""",
    "barriers": """\
  - id: housing
    name: {nl: Huisvesting, en: Housing}
    what: {nl: Toezicht op verhuur, en: Supervision of letting}
    source: {document: westfriesland-uitvoeringsprogramma, place: actie 3.4}
""",
    "meetings": """\
  - id: focal_points
    name: {nl: Overleg van aandachtsfunctionarissen, en: Meeting of focal points}
    with: [{nl: aandachtsfunctionarissen, en: focal points}]
    times: 2
    regional: yes
    source: {document: woerden-beleid, place: monitoring}
""",
    "hours": """\
  - id: hours
    per_year: 60
    note: {nl: Bij een casus meer., en: More for a case.}
    source: {document: woerden-beleid, place: financiën}
""",
    "hour_kinds": """\
  - id: signal
    name: {nl: werk aan een signaal, en: work on a signal}
    signal: yes
    chosen: the kinds of work that the documents name
""",
    "budget_lines": """\
  - id: care_coordination
    name: {nl: Zorgcoördinatie, en: Care coordination}
    kind: use
    amount: 90000
    who: {nl: de regio, en: the region}
    source: {document: westfriesland-beleid, place: "paragraaf 5.3"}
""",
    "flanking": """\
  - id: housing
    name: {nl: Huisvesting, en: Housing}
    examples: {nl: Huisvesting van arbeidsmigranten, en: Housing of migrant workers}
    barriers: [housing]
    source: {document: westfriesland-beleid, place: "bijlage 2, huisvestingbeleid"}
""",
    "policy_papers": """\
  - id: housing_vision
    title: Woonvisie Woerden 2015-2024
    domain: housing
    owner: {nl: team Wonen, en: team Housing}
    from_year: 2015
    until_year: 2024
    source: {document: woerden-beleid, place: arbeidsuitbuiting}
""",
    "evaluation": """\
  - id: evaluation
    every_years: 2
    month: 12
    topics: [policy, execution, casework, cooperation, finance]
    who: [{nl: de aandachtsfunctionarissen, en: the focal points}]
    regional: yes
    source: {document: westfriesland-uitvoeringsprogramma, place: actie 1.2}
""",
    "evaluation_questions": """\
  - id: route_works
    topic: casework
    question: {nl: Werkt de meldroute?, en: Does the route work?}
    chosen: the documents name topics and no questions
""",
    "level_themes": """\
  - id: policy_basis
    name: {nl: beleidsmatige basis, en: policy basis}
    source: {document: vng-kader, place: "thema's"}
""",
    "level_demands": """\
  - id: demand_policy
    sort: demand
    name: {nl: Er is beleid, en: There is a policy}
    asks: {nl: Een vastgesteld stuk, en: An adopted document}
    theme: policy_basis
    source: {document: westfriesland-beleid, place: "paragraaf 2.1"}
""",
    "outreach": """\
  - id: training_offer
    name: {nl: Het aanbod van trainingen, en: The training on offer}
    times: 2
    to: [{nl: scholen, en: schools}]
    channels: [{nl: per mail, en: by e-mail}]
    source: {document: westfriesland-uitvoeringsprogramma, place: actie 3.3}
""",
    "campaigns": """\
  - id: october_week
    name: {nl: Week tegen mensenhandel, en: Week against trafficking}
    message: {nl: Zie je iets? Meld het., en: See something? Report it.}
    audience: [residents]
    month: 10
    kit: [{days_before: 60, what: {nl: Kies de boodschap., en: Choose the message.}}]
    source: {document: montfoort-beleid, place: samenwerking}
""",
    "training_layers": """\
  - id: awareness
    name: {nl: bewustwording, en: awareness}
    what: {nl: Signalen herkennen, en: Recognising signals}
    source: {document: westfriesland-uitvoeringsprogramma, place: actie 3.1}
""",
    "audiences": """\
  - id: front_desk
    name: {nl: Baliemedewerkers, en: Front desk staff}
    sort: internal
    layers: [awareness]
    source: {document: copen-beleid, place: trainen}
""",
    "courses": """\
  - id: ccv_desk
    name: {nl: E-learning voor de balie, en: E-learning for the desk}
    provider: {nl: CCV, en: CCV}
    layer: awareness
    audiences: [front_desk]
    form: e_learning
    free: yes
    source: {document: copen-beleid, place: trainen}
""",
    "training_terms": """\
  - id: every_two_years
    what: {nl: De training, en: The training}
    every_years: 2
    for: [front_desk]
    source: {document: westfriesland-uitvoeringsprogramma, place: actie 3}
""",
    "kit": """\
  - id: ten_minutes
    name: {nl: Tien minuten over uitbuiting, en: Ten minutes on exploitation}
    slides:
      - title: {nl: Wat is het?, en: What is it?}
        lines: [{nl: Iemand wordt gedwongen., en: Somebody is forced.}]
    case: {nl: Een verzonnen geval., en: A made-up case.}
    what_to_do: [{nl: Meld het., en: Report it.}]
    chosen: Baken's own words, after the signal card
""",
}
