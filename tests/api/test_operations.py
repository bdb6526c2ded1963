"""What operators and newcomers ask: is it up, is it ready, what does it count, and what can it do."""

import re
import subprocess
import sys
from pathlib import Path

from flask import Flask
from sqlalchemy import text

from api import create_app
from models.data.database import Database
from tests.api.client import Caller
from tests.api.conftest import settings_for
from tests.factories import Desk

ROOT = Path(__file__).resolve().parent.parent.parent


def test_a_process_is_healthy_and_a_migrated_database_ready(api: Caller):
    assert api.get("/health").json == {"status": "ok"}
    ready = api.get("/ready")
    assert (ready.status_code, ready.json["status"], ready.json["database"]) == (200, "ready", "ok")


def test_a_database_without_tables_or_behind_is_not_ready(desk: Desk, tmp_path: Path, api: Caller):
    empty = create_app(settings_for(desk, tmp_path), Database(f"sqlite:///{tmp_path / 'empty.db'}"))
    answer = empty.test_client().get("/ready")
    assert (answer.status_code, "migrate" in answer.json["database"]) == (503, True)
    assert empty.test_client().get("/health").status_code == 200
    with desk.database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    assert api.get("/ready").status_code == 503


def test_requests_jobs_and_claims_are_counted(api: Caller, desk: Desk):
    desk.claims()
    api.by(desk.submitter).get("/v1/jobs/1")
    api.get("/v1/jobs/1")
    counted = api.get("/metrics").text
    assert 'claimbench_jobs{state="succeeded"} 1.0' in counted
    assert 'claimbench_jobs{state="failed"} 0.0' in counted
    assert 'claimbench_claims{state="open"} 2.0' in counted
    route = 'claimbench_request_seconds_count{method="GET",route="/v1/jobs/<job_id>",status="%d"} 1.0'
    assert route % 200 in counted
    assert route % 401 in counted


def test_the_reference_names_every_operation_and_runs_no_script(api: Caller):
    page = api.get("/docs")
    assert page.status_code == 200
    assert "<script" not in page.text
    assert "style=" not in page.text
    for path, operations in api.get("/openapi.json").json["paths"].items():
        for method in set(operations) & {"get", "post", "put", "patch", "delete"}:
            anchor = f"{method}-{re.sub('[{}]', '', path).strip('/').replace('/', '-')}"
            assert f'id="{anchor}"' in page.text
            assert f'href="#{anchor}"' in page.text
    for linked in set(re.findall(r'href="#(shape-\w+)"', page.text)):
        assert f'id="{linked}"' in page.text
    with api.get("/docs/static/reference.css") as style:
        assert style.status_code == 200


def test_every_operation_says_what_it_does_and_how_it_refuses(api: Caller):
    for path, operations in api.get("/openapi.json").json["paths"].items():
        for method in set(operations) & {"get", "post", "put", "patch", "delete"}:
            operation = operations[method]
            assert operation["summary"], path
            assert "401" in operation["responses"], path
            if "{" in path:
                assert "404" in operation["responses"], path
            if "requestBody" in operation:
                assert {"400", "413", "415", "422"} <= set(operation["responses"]), path


def test_the_web_process_loads_no_model(app: Flask, desk: Desk, tmp_path: Path):
    """In a process of its own: here the tests of the model may have imported everything."""
    code = (
        "import sys\n"
        "from api import create_app\n"
        "app = create_app()\n"
        "assert app.test_client().get('/ready').status_code == 200\n"
        "assert app.test_client().get('/openapi.json').status_code == 200\n"
        "heavy = {'onnxruntime', 'transformers', 'tokenizers', 'torch', 'numpy', 'nltk'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n"
    )
    environment = {
        "CLAIMBENCH_VAR": str(tmp_path),
        "DATABASE_URL": desk.database.url.render_as_string(hide_password=False),
        "SECRET_KEY": "a secret only of this test, long enough",
        "PATH": "",
    }
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr[-2000:]
