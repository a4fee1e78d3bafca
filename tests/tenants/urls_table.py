"""Who may see which address. Every address of Baken stands here; one that does not, fails `test_urls.py`.

To add a row, write the address's name and who sees it:

    "room:list": page("focal_point", "lead", "deputy")   a page about nothing in particular: others get 403
    "room:thing": one(*HANDLERS, of=a_signal)            about one thing in Woerden: for others it is not there, 404
    "room:do": one(*HANDLERS, of=a_signal, post=True)    the same, and it only takes POST
    "room:open": public()                                for everybody, logged in or not

`of` makes the thing in the town and returns the arguments of the address; the makers are in `things.py`. `also` says
what a visitor gets who is an exception. The visitors are in `town.py`: focal_point, lead, deputy (delegation runs),
expired_deputy, coordinator, adviser, confirmer, supervisor, administrator, privacy, ciso, archivist and recovery belong
to Woerden; neighbour (focal point
of Montfoort), care and director (care coordinator and process director of the care organisation) and outsider do not;
unattached belongs nowhere.
"""

from baken.care.clients.acts import ACTS
from tests.files.having import a_file, a_signal_with_files
from tests.tenants.care_things import (
    a_caseload,
    a_client,
    a_complex_client,
    a_consent,
    a_held_client,
    a_need,
    a_notice,
    a_room,
)
from tests.tenants.offer_things import a_leaflet, a_line, an_offer
from tests.tenants.placing_things import (
    a_client_with_sender,
    a_placed_client,
    a_prepared_notice,
    a_shelter_request,
    a_transfer,
    a_waiting_group,
    somebody_waiting,
)
from tests.tenants.programme_evaluation_rows import ROWS as PROGRAMME_EVALUATION
from tests.tenants.programme_exchange_rows import ROWS as PROGRAMME_EXCHANGE
from tests.tenants.programme_hours_rows import ROWS as PROGRAMME_HOURS
from tests.tenants.programme_level_rows import ROWS as PROGRAMME_LEVEL
from tests.tenants.programme_meetings_rows import ROWS as PROGRAMME_MEETINGS
from tests.tenants.programme_outreach_rows import ROWS as PROGRAMME_OUTREACH
from tests.tenants.programme_papers_rows import ROWS as PROGRAMME_PAPERS
from tests.tenants.programme_plan_rows import ROWS as PROGRAMME_PLAN
from tests.tenants.programme_region_rows import ROWS as PROGRAMME_REGION
from tests.tenants.programme_training_rows import ROWS as PROGRAMME_TRAINING
from tests.tenants.residence_things import a_due, a_part, a_stay, a_term
from tests.tenants.rights_things import (
    a_correction,
    a_found_record,
    a_leaked_signal,
    a_letter,
    a_received_correction,
    a_rights_request,
    a_worksheet,
    an_incident,
    an_incident_told,
)
from tests.tenants.things import (
    a_card,
    a_contact,
    a_delegation,
    a_destruction_done,
    a_destruction_list,
    a_draft,
    a_draft_change,
    a_draft_element,
    a_draft_file,
    a_draft_section,
    a_fact,
    a_form,
    a_held_signal,
    a_member,
    a_notification,
    a_paper,
    a_partner,
    a_policy,
    a_policy_part,
    a_post,
    a_proposal,
    a_provider,
    a_referral,
    a_report,
    a_request,
    a_share,
    a_signal,
    a_tabled_signal,
    an_arrangement,
    an_entry,
)
from tests.tenants.town import VISITORS
from tests.tenants.urls_rows import (
    ADVISERS,
    ANSWERABLE,
    CARE,
    ELSEWHERE,
    FOREIGN,
    HALFWAY,
    HANDLERS,
    KEEPERS,
    LEAKS,
    LOGIN,
    MEMBERS,
    NOT_THERE,
    OVERSIGHT,
    PEOPLE,
    RIGHTS,
    VAULTS,
    WOERDEN,
    Row,
    one,
    page,
    public,
    row_for,
)

TABLE: dict[str, Row] = {
    # the frame
    "landing": public(),
    "privacy": public(),
    "language": public(post=True),
    # tenancy
    "tenancy:logout": public(post=True),
    "tenancy:choose": public(anonymous=LOGIN),
    # single sign-on: for who is not logged in yet, and back without a question of ours is no answer
    "single_sign_on:door": public(),
    "single_sign_on:leave": public(of=a_provider, post=True),
    "single_sign_on:back": Row({visitor: LOGIN for visitor in VISITORS}, of=a_provider),
    "single_sign_on:failed": Row({visitor: 404 for visitor in VISITORS}),
    "single_sign_on:left": public(),
    "tenancy:vault": page(*VAULTS),
    "tenancy:vault_close": page(*VAULTS, post=True),
    "tenancy:vault_give": page(*VAULTS, post=True),
    # one's own log-in: of the person, whatever the organisation
    "account:login": public(),
    "account:invited": public(),
    "account:with_passkey": public(),
    "account:second": HALFWAY,
    "account:recover": HALFWAY,
    "account:enrol": HALFWAY,
    "account:account": public(anonymous=LOGIN),
    "account:prove": public(anonymous=LOGIN),
    "account:new_app": public(anonymous=LOGIN),
    "account:new_passkey": public(anonymous=LOGIN),
    "account:new_password": public(anonymous=LOGIN),
    "account:new_codes": public(anonymous=LOGIN),
    "account:remove": public(anonymous=LOGIN),
    "account:end_session": public(post=True),
    # posts and their keys: one's own posts only
    "posts:posts": page(*HANDLERS, *ELSEWHERE),
    "posts:appoint": page("focal_point", of=a_post, lead=404, deputy=404, **FOREIGN),
    "posts:end": page(*HANDLERS, *ELSEWHERE, of=a_delegation, post=True),
    "posts:hand_on": page(*HANDLERS, *ELSEWHERE, of=a_share, post=True),
    "posts:rotate": page("focal_point", of=a_post, lead=404, deputy=404, **FOREIGN),
    "posts:prepare": page("focal_point", of=a_post, lead=404, deputy=404, **FOREIGN),
    "posts:fresh": page("focal_point", of=a_post, lead=404, deputy=404, **FOREIGN),
    "posts:ask": page("focal_point", of=a_post, lead=404, deputy=404, recovery=404, **FOREIGN),
    "posts:requests": page(*HANDLERS, *ELSEWHERE, "recovery"),
    "posts:request": page("focal_point", "recovery", of=a_request, lead=404, deputy=404, **FOREIGN),
    "posts:refuse": page("recovery", of=a_request, focal_point=404, lead=404, deputy=404, **FOREIGN),
    "posts:withdraw": page("focal_point", of=a_request, post=True),
    "posts:complete": page("focal_point", of=a_request, post=True),
    "posts:lost": page(*VAULTS, lead="/kluis/", recovery="/kluis/"),
    "posts:remember": page(*VAULTS),
    "posts:log": page("supervisor", "ciso"),
    # intake and feedback: open to whoever has something to tell
    "choose": public(),
    "report": public(of=a_form),
    "enter": page(*HANDLERS, "coordinator", *ELSEWHERE),
    "answer": public(),
    "notify": public(post=True),
    "tell": one(*HANDLERS, of=a_signal),
    # the signal card: usable without a log-in (CARD-11)
    "card:choose": public(),
    "card:whole": public(of=a_form),
    "card:for_work": public(of=a_card),
    # route
    "route:work": page(*HANDLERS, *ELSEWHERE),
    "route:signal": one(*HANDLERS, of=a_signal),
    "route:receive": one(*HANDLERS, of=a_report),
    "route:coordinator": one(*HANDLERS, of=a_signal),
    "route:establish": one(*HANDLERS, of=a_fact),
    "route:assess": one(*HANDLERS, of=a_signal),
    "route:police": one(*HANDLERS, of=a_signal),
    "route:secrecy": one(*HANDLERS, of=a_signal),
    "route:correct": one(*HANDLERS, of=a_signal),
    "route:close": one(*HANDLERS, of=a_signal),
    "route:reopen": one(*HANDLERS, of=a_signal),
    "route:policy": one(*HANDLERS, of=a_signal),
    "route:envelope": one("focal_point", "deputy", of=a_signal),  # the lead does not hold the post (ROLE-04)
    # enrich and tables
    "enrich:weigh": one(*HANDLERS, of=a_signal),
    "enrich:consult": one(*HANDLERS, of=a_signal),
    "enrich:trusted_person": one(*HANDLERS, of=a_signal),
    "files:add": one(*HANDLERS, of=a_signal_with_files),
    "files:copy": one(*HANDLERS, of=a_file),
    "tables:put_on_table": one(*HANDLERS, of=a_signal),
    "tables:record_decision": one(*HANDLERS, of=a_tabled_signal),
    # refer
    "refer:referrals": page(*HANDLERS, *ELSEWHERE),
    "refer:partners": one(*HANDLERS, of=a_signal),
    "refer:hand_over": one(*HANDLERS, of=a_partner),
    "refer:referral": one(*HANDLERS, of=a_referral),
    "refer:document": one(*HANDLERS, of=a_referral),
    "refer:sent": one(*HANDLERS, of=a_referral),
    "refer:ask": one(*HANDLERS, of=a_referral),
    "refer:answer": one(*HANDLERS, of=a_referral),
    "refer:correction": one(*HANDLERS, of=a_correction),
    "refer:correction_letter": one(*HANDLERS, of=a_correction),
    "refer:correction_sent": one(*HANDLERS, of=a_correction),
    "refer:correction_confirmed": one(*HANDLERS, of=a_correction),
    "refer:notification_corrected": one("care", "director", of=a_received_correction, post=True),
    "refer:notifications": page(*HANDLERS, *ELSEWHERE, *CARE),
    "refer:notification": one(*CARE, of=a_notification),
    # client files: of the care organisation, read along by its process director where a case was brought in
    "care_clients:caseload": page("care", of=a_caseload),
    "care_clients:open": page("care", of=a_room),
    "care_clients:open_from": page("care", of=a_notice),
    "care_clients:client": one(*CARE, of=a_complex_client),
    **{
        f"care_clients:{name}": one("care", of={"": a_client, "need": a_need, "consent": a_consent}[act.part])
        for name, act in ACTS.items()
    },
    "care_exchange:overview": page("care", of=a_room),
    "care_exchange:give": page("care", of=a_caseload),
    "care_exchange:look": page("care", of=a_room),
    "care_exchange:take": page("care", of=a_room, post=True),
    "care_exchange:template": page("care", of=a_room),
    **{
        f"care_offer:{name}": page("care", of=a_room)
        for name in (
            "overview",
            "add",
            "adopt",
            "made_known",
            "sheet",
            "gaps",
            "gaps_sheet",
            "note_gap",
            "advice",
            "give_advice",
            "information",
        )
    },
    **{f"care_offer:{name}": page("care", of=a_leaflet) for name in ("leaflet", "leaflet_pdf", "translate")},
    "care_offer:change": page("care", of=an_offer),
    "care_offer:withdraw": page("care", of=a_line),
    "care_residence:deadlines": page("care", of=a_due),
    "care_residence:calendar": page("care", of=a_due),
    "care_residence:direction": page("director", of=a_due),
    "care_residence:advise": one("director", of=a_stay),
    "care_residence:stay": one(*CARE, of=a_stay),
    "care_residence:note": one("care", of=a_part),
    "care_residence:handle": one("care", of=a_term),
    "care_residence:update": one("care", of=a_stay),
    "care_residence:seen": one("care", of=a_stay, post=True),
    **{
        f"care_placing:{name}": one("care", of=a_placed_client)
        for name in ("stay", "needs", "request", "move", "transfer")
    },
    "care_placing:waiting": page("care", of=somebody_waiting),
    "care_placing:ask_together": one("care", of=a_waiting_group),
    "care_placing:answer_together": one("care", of=a_waiting_group),
    "care_placing:answer": one("care", of=a_shelter_request),
    "care_placing:transferred": one(*CARE, of=a_transfer),
    "care_placing:document": one(*CARE, of=a_transfer),
    "care_placing:sent": one("care", of=a_transfer),
    "care_placing:transfer_withdraw": one("care", of=a_transfer),
    "care_placing:transfer_answer": one("care", of=a_transfer),
    "care_notices:comensha": one(*CARE, of=a_prepared_notice),
    "care_notices:document": one(*CARE, of=a_prepared_notice),
    "care_notices:prepare": one("care", of=a_placed_client),
    "care_notices:notified": one("care", of=a_prepared_notice),
    "care_notices:tell": one("care", of=a_client_with_sender),
    # the programme: administration of whoever carries out the policy
    **PROGRAMME_EVALUATION,
    **PROGRAMME_EXCHANGE,
    **PROGRAMME_HOURS,
    **PROGRAMME_LEVEL,
    **PROGRAMME_MEETINGS,
    **PROGRAMME_OUTREACH,
    **PROGRAMME_PAPERS,
    **PROGRAMME_PLAN,
    **PROGRAMME_REGION,
    **PROGRAMME_TRAINING,
    # monitor
    "monitor:figures": page(*HANDLERS, *ELSEWHERE),
    # policy: whoever works somewhere reads the policy of that organisation
    "policy:read": page(*MEMBERS, expired_deputy=403),
    "policy:sheet": page(*MEMBERS, expired_deputy=403, confirmer=403, recovery=403),
    "policy:contact_add": page(*HANDLERS, "adviser", of=a_policy, neighbour=404, outsider=404),
    "policy:contact": page(*HANDLERS, "adviser", of=a_contact, neighbour=404, outsider=404),
    "policy:contact_remove": page(*HANDLERS, "adviser", of=a_contact, neighbour=404, outsider=404),
    "policy:part": row_for(MEMBERS, 403, a_policy_part, False, {"expired_deputy": 403}),
    "policy:cases": page(*MEMBERS, expired_deputy=403),
    "policy:compare": page(*MEMBERS, expired_deputy=403),
    "policy:history": page(*MEMBERS, expired_deputy=403),
    "policy:search": page(*MEMBERS, expired_deputy=403),
    "policy:what_if": page(*HANDLERS, "adviser", of=a_draft, neighbour=404, outsider=404),
    "policy:what_if_other": page(*HANDLERS, "adviser", *ELSEWHERE),
    # whose organisation has no policy in use has no folder either
    "policy:folder": one(*WOERDEN, of=a_policy, expired_deputy=403),
    # the read log: FG and CISO read, the FG settles and exports; where it begins is for all who answer for something
    "trust_log:start": page(*HANDLERS, *ELSEWHERE, *OVERSIGHT, "adviser", "privacy", "archivist", "care"),
    "trust_log:log": page(*OVERSIGHT),
    "trust_log:questions": page(*OVERSIGHT),
    "trust_log:sample": page(*OVERSIGHT),
    "trust_log:check": page(*OVERSIGHT),
    "trust_log:entry": page(*OVERSIGHT, of=an_entry),
    "trust_log:export": page("supervisor"),
    # drafts: only who may put a policy into use, and only in their own organisation
    "policy:drafts": page(*ADVISERS),
    "policy:draft_start": page(*ADVISERS),
    "policy:draft": page(*ADVISERS, of=a_draft),
    "policy:draft_day": page(*ADVISERS, of=a_draft),
    "policy:draft_drop": page(*ADVISERS, of=a_draft),
    "policy:draft_take_up": page(*ADVISERS, of=a_draft, post=True),
    "policy:draft_import": page(*ADVISERS, of=a_draft),
    "policy:draft_change": page(*ADVISERS, of=a_draft_change),
    "policy:draft_file": page(*ADVISERS, of=a_draft_file),
    "policy:draft_section": page(*ADVISERS, of=a_draft_section),
    "policy:draft_new": page(*ADVISERS, of=a_draft_section),
    "policy:draft_element": page(*ADVISERS, of=a_draft_element),
    "policy:draft_remove": page(*ADVISERS, of=a_draft_element),
    "policy:draft_restore": page(*ADVISERS, of=a_draft_element, post=True),
    # to put into use: the adviser proposes, a second person confirms or sends back (ROLE-12)
    "policy:check": page(*ADVISERS, of=a_draft),
    "policy:proposal": page(*ADVISERS, "confirmer", of=a_proposal),
    "policy:send_back": page(*ADVISERS, "confirmer", of=a_proposal),
    # people: who manages them, and who supervises that
    "people:members": page(*PEOPLE),
    "people:member": page(*PEOPLE, of=a_member),
    "people:add": page("administrator"),
    "people:roles": page("administrator", of=a_member),
    "people:leave": page("administrator", of=a_member),
    "people:anew": page("administrator", of=a_member),
    "people:seat": page("administrator", of=a_member),
    "people:invite": page("administrator", of=a_member, post=True),
    "people:review": page("administrator"),
    "people:report": page(*PEOPLE),
    "people:report_pdf": page(*PEOPLE),
    # access in an emergency: whoever may take it, and supervision (V10)
    "trust_emergency:take": page("coordinator", "expired_deputy"),
    "trust_emergency:end": page("coordinator", "expired_deputy", post=True),
    "trust_emergency:overview": page("supervisor", "ciso"),
    # retention: who answers for it reads, the archivist approves, who handles the signal holds off (V21)
    "trust_retention:overview": page(*KEEPERS, *ELSEWHERE),
    "trust_retention:list": page(*KEEPERS, of=a_destruction_list, **FOREIGN),
    "trust_retention:receipt": page(*KEEPERS, of=a_destruction_done, **FOREIGN),
    "trust_retention:draw_up": page("archivist"),
    "trust_retention:approve": page("archivist", of=a_destruction_list),
    "trust_retention:withdraw": page("archivist", of=a_destruction_list),
    "trust_retention:hold": one(*HANDLERS, of=a_signal),
    "trust_retention:end_hold": one(*HANDLERS, of=a_held_signal),
    "trust_retention:hold_client": one("care", of=a_client),
    "trust_retention:end_hold_client": one("care", of=a_held_client),
    # data leaks: anybody on the staff reports; handlers, privacy officer, CISO and FG follow (V30)
    "trust_incidents:register": page(*LEAKS, *ELSEWHERE, "care"),
    "trust_incidents:report": page(*MEMBERS, expired_deputy=403, confirmer=403, recovery=403),
    "trust_incidents:incident": page(*LEAKS, of=a_leaked_signal, **NOT_THERE),
    "trust_incidents:weigh": page("privacy", "ciso", of=an_incident),
    "trust_incidents:told": page("privacy", "ciso", of=an_incident_told),
    "trust_incidents:measure": page("privacy", "ciso", of=an_incident),
    "trust_incidents:close": page("privacy", "ciso", of=an_incident),
    "trust_incidents:concerned": page(
        *HANDLERS, "privacy", "ciso", of=an_incident, supervisor=404, **NOT_THERE
    ),
    "trust_incidents:people": page(
        *HANDLERS, of=a_leaked_signal, privacy=404, ciso=404, supervisor=404, **NOT_THERE
    ),
    "trust_incidents:paper": page(*LEAKS, of=a_leaked_signal, **NOT_THERE),
    # the papers of accountability: who answers for it, and supervision (V28)
    "trust_accountability:start": page(*ANSWERABLE, *ELSEWHERE),
    "trust_accountability:register": page(*ANSWERABLE, of=a_policy, neighbour=404, outsider=404),
    "trust_accountability:register_file": page(*ANSWERABLE, of=a_policy, neighbour=404, outsider=404),
    "trust_accountability:dpia": page(*ANSWERABLE, of=a_policy, neighbour=404, outsider=404),
    "trust_accountability:algorithm": page(*ANSWERABLE, of=a_policy, neighbour=404, outsider=404),
    "trust_accountability:record": page("privacy", of=a_paper),
    "trust_accountability:record_with": page(of=an_arrangement, privacy=404),
    # requests of people concerned: the privacy officer settles, who reads signals searches, the FG follows (V24)
    "trust_rights:register": page(*RIGHTS, *ELSEWHERE, "care"),
    "trust_rights:add": page("privacy"),
    "trust_rights:request": page(*RIGHTS, of=a_rights_request, **NOT_THERE),
    "trust_rights:identity": page("privacy", of=a_rights_request),
    "trust_rights:extend": page("privacy", of=a_rights_request),
    "trust_rights:answered": page("privacy", of=a_rights_request),
    "trust_rights:search": page(*HANDLERS, of=a_rights_request, **NOT_THERE),
    "trust_rights:worksheet": page(*HANDLERS, of=a_worksheet, **NOT_THERE),
    "trust_rights:record": page(*HANDLERS, of=a_found_record, **NOT_THERE),
    "trust_rights:act": page(*HANDLERS, of=a_found_record, **NOT_THERE),
    "trust_rights:write_letter": page(*HANDLERS, of=a_worksheet, **NOT_THERE),
    "trust_rights:letter": page(*HANDLERS, of=a_letter, **NOT_THERE),
    "trust_rights:informing": one(*HANDLERS, of=a_signal),
    "trust_rights:informed": one(*HANDLERS, of=a_signal),
    "trust_rights:release": one(*HANDLERS, of=a_signal),
}
