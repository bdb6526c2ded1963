"""Each schema of the OpenAPI has a name of its own: building it gives no warning."""

import warnings
from pathlib import Path

from api import create_app
from tests.api.conftest import settings_for
from tests.factories import Desk


def test_the_openapi_is_built_without_a_warning(desk: Desk, tmp_path: Path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        app = create_app(settings_for(desk, tmp_path), desk.database)
        answer = app.test_client().get("/openapi.json")
    assert answer.status_code == 200
