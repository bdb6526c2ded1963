"""What a button of the page does, a program can do: each step of the page has its endpoint of /v1."""

from flask import Flask

from tests.api.client import Caller

# The page's step, and the operation that does the same.
SAME = {
    "/next": "POST /v1/queue/next",
    "/claims/{claim_id}/verdict": "PUT /v1/claims/{claim_id}/verdict",
    "/claims/{claim_id}/dismiss": "POST /v1/claims/{claim_id}/dismiss",
    "/claims/{claim_id}/reopen": "POST /v1/claims/{claim_id}/reopen",
    "/claims/{claim_id}/undo": "POST /v1/claims/{claim_id}/undo",
    "/claims/{claim_id}/lease": "POST /v1/claims/{claim_id}/lease",
    "/claims/{claim_id}/release": "POST /v1/claims/{claim_id}/release",
    # A page that is left gives the claim back a little later, so that a reload loses nothing.
    "/claims/{claim_id}/leave": "POST /v1/claims/{claim_id}/release",
    # To give back and to ask again, with what is not wanted in `skip`.
    "/claims/{claim_id}/skip": "POST /v1/queue/next",
    "/claims/{claim_id}/correct": "PATCH /v1/claims/{claim_id}",
    "/claims/{claim_id}/correct/preview": "POST /v1/claims/{claim_id}/preview",
    "/claims/{claim_id}/put-back": "POST /v1/claims/{claim_id}/put-back",
    "/claims/{claim_id}/check-source": "POST /v1/claims/{claim_id}/check-source",
    # Words that were found become the quote of a piece of evidence: the verdict takes it.
    "/claims/{claim_id}/take-quote": "PUT /v1/claims/{claim_id}/verdict",
    "/dismiss": "POST /v1/claims/dismiss",
    "/dismiss/undo": "POST /v1/claims/undo",
    "/submit": "POST /v1/articles",
    "/articles/{article_id}/extract": "POST /v1/articles/{article_id}/extract",
    "/articles/{article_id}/take-down": "POST /v1/articles/{article_id}/takedown",
    "/jobs/{job_id}/cancel": "DELETE /v1/jobs/{job_id}",
    "/jobs/{job_id}/retry": "POST /v1/jobs/{job_id}/retry",
    "/figures/{figure_id}/split": "POST /v1/figures/{figure_id}/split",
    "/figures/{figure_id}/join": "POST /v1/figures/{figure_id}/join",
    "/figures/{figure_id}/pin": "POST /v1/figures/{figure_id}/pin",
    "/references/{reference_id}/withdraw": "POST /v1/references/{reference_id}/withdraw",
    "/references/import": "POST /v1/references",
    "/desk/users": "POST /v1/users",
    "/desk/users/{user_id}": "PATCH /v1/users/{user_id}",
    "/desk/settings": "PUT /v1/settings",
    "/account/password": "PATCH /v1/users/{user_id}",
    "/account/tokens": "POST /v1/tokens",
    "/account/tokens/{token_id}/revoke": "DELETE /v1/tokens/{token_id}",
    "/login": "POST /v1/session",
    "/logout": "DELETE /v1/session",
}


def test_each_step_of_the_page_is_an_endpoint(app: Flask, api: Caller):
    steps = {
        rule.rule.replace("<int:", "{").replace(">", "}")
        for rule in app.url_map.iter_rules()
        if rule.endpoint.startswith("web.") and "POST" in (rule.methods or ())
    }
    assert steps == set(SAME)
    paths = api.get("/openapi.json").json["paths"]
    operations = {f"{method.upper()} {path}" for path, of in paths.items() for method in of}
    assert set(SAME.values()) <= operations
