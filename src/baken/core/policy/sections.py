"""Which file holds which lists, and what an item of each list is."""

from baken.core.policy import activities, care, knowledge, models, programme, properties, retention, training
from baken.core.policy.base import Model

FILES: dict[str, dict[str, type[Model]]] = {
    "municipality.yaml": {"documents": knowledge.Document},
    "texts.yaml": {"texts": knowledge.TextElement},
    "route.yaml": {
        "steps": models.Step,
        "advice": models.Advice,
        "questions": models.Question,
        "referrals": models.ReferralRule,
        "holds": models.Hold,
        "destinations": models.Destination,
    },
    "partners.yaml": {"partners": models.Partner},
    "tables.yaml": {"tables": models.Table},
    "enrichment.yaml": {"sources": models.EnrichmentSource},
    "processing.yaml": {
        "purposes": models.Purpose,
        "grounds": models.Ground,
        "uses": models.Use,
        "activities": activities.Activity,
    },
    "care.yaml": {
        "providers": care.Provider,
        "areas": care.Area,
        "entitlements": care.Entitlement,
        "deadlines": care.Deadline,
        "care_steps": care.CareStep,
        "statements": care.Statement,
    },
    "retention.yaml": {"retention": retention.RetentionTerm},
    "reporting.yaml": {
        "emergency_numbers": knowledge.EmergencyNumber,
        "reporting_points": knowledge.ReportingPoint,
    },
    "card.yaml": {
        "card": knowledge.Card,
        "groups": knowledge.CardGroup,
        "items": knowledge.CardItem,
        "vulnerability": knowledge.Vulnerability,
        "handling": knowledge.Handling,
        "tools": knowledge.Tool,
    },
    "programme.yaml": {
        "themes": programme.Theme,
        "programme": programme.Programme,
        "actions": programme.ProgrammeAction,
        "barriers": programme.Barrier,
        "meetings": programme.MeetingRhythm,
        "hours": programme.Hours,
        "hour_kinds": programme.HourKind,
        "budget_lines": programme.BudgetLine,
        "flanking": programme.FlankingDomain,
        "policy_papers": programme.PolicyPaper,
        "evaluation": programme.EvaluationRhythm,
        "evaluation_questions": programme.EvaluationQuestion,
        "level_themes": programme.LevelTheme,
        "level_demands": programme.Criterion,
        "outreach": programme.OutreachRhythm,
        "campaigns": programme.CampaignKind,
    },
    "training.yaml": {
        "training_layers": training.TrainingLayer,
        "audiences": training.Audience,
        "courses": training.Course,
        "training_terms": training.TrainingTerm,
        "kit": training.TeamKit,
    },
    "properties.yaml": {"properties": properties.Property},
}
SECTIONS: tuple[str, ...] = tuple(section for sections in FILES.values() for section in sections)
FILE_OF: dict[str, str] = {section: file for file, sections in FILES.items() for section in sections}
