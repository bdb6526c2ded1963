"""Runs in doccano's own environment: migrates its database, fills one project, and says how to come in."""

import json
import os
import sys
from typing import Any

sys.path.insert(0, os.getcwd())  # noqa: PTH109 - its backend, from which it is started

import django  # type: ignore[import-not-found]

django.setup()

from django.apps import apps  # type: ignore[import-not-found] # noqa: E402
from django.contrib.auth import get_user_model  # type: ignore[import-not-found] # noqa: E402
from django.core.management import call_command  # type: ignore[import-not-found] # noqa: E402

LABELS = ("supported", "refuted", "missing_context", "outdated")


def main() -> None:
    """Make the project of a text classification with its members, labels and examples."""
    count, reviewers = int(sys.argv[1]), int(sys.argv[2])
    call_command("migrate", verbosity=0)
    call_command("create_roles", stdout=sys.stderr)

    def table(app: str, name: str) -> Any:
        return apps.get_model(app, name).objects

    users = [get_user_model().objects.create_user(f"reviewer-{n}") for n in range(reviewers)]
    project = table("projects", "TextClassificationProject").create(
        name="bench", created_by=users[0], project_type="DocumentClassification"
    )
    project.add_admin()
    role = table("roles", "Role").get(name="annotator")
    for user in users[1:]:
        table("projects", "Member").create(project=project, user=user, role=role)
    labels = [table("label_types", "CategoryType").create(text=text, project=project) for text in LABELS]
    example = apps.get_model("examples", "Example")
    texts = (f"The mayor said {n} people were killed in Velmora on Tuesday." for n in range(count))
    example.objects.bulk_create([example(project=project, text=text) for text in texts], batch_size=1000)
    filled = {
        "project": project.id,
        "first": example.objects.order_by("id").first().id,
        "count": count,
        "labels": [label.id for label in labels],
        "tokens": [table("authtoken", "Token").get_or_create(user=user)[0].key for user in users],
    }
    print(json.dumps(filled))


main()
