"""HTTP in, HTTP out: the JSON of /v1, its OpenAPI, and the pages."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from api import auth, errors, headers, metrics, openapi, queue, reference, session, throttle
from api.bodies import LARGEST_BODY
from api.subjects import RowNumber
from models import log
from models.data.database import Database
from models.settings import Settings


class _App(Flask):
    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Take each view and hook as it is: none is a coroutine, and Flask would ask nine times a request."""
        return func


def create_app(settings: Settings | None = None, database: Database | None = None) -> Flask:
    """Build the app; without arguments as a server process of its own, from the environment.

    Raises SettingsError when there is no secret to sign sessions with.
    """
    if settings is None:
        settings = Settings.from_environment()
        log.configure(settings.log_level, settings.log_format)
    app = _App(__name__, static_folder=None)
    app.config.update(
        SECRET_KEY=settings.require_secret(),
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        SESSION_COOKIE_NAME="claimbench",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        PERMANENT_SESSION_LIFETIME=timedelta(days=7),
    )
    app.url_map.strict_slashes = False
    app.url_map.converters["int"] = RowNumber
    app.json.sort_keys = False  # type: ignore[attr-defined]  # the schemas put the fields in an order to read
    if settings.trusted_proxies:
        # Only as many hops as somebody has vouched for: the rest of such a header anybody can write.
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    database = database or Database(settings.database_url)
    session.install(app, settings, database)
    # First in, last out: what auth refuses is counted too.
    metrics.install(app, database)
    queue.install(app, settings)
    throttle.install(app, settings)
    errors.install(app)
    headers.install(app)
    auth.install(app)
    _register_routes(app)
    return app


def _register_routes(app: Flask) -> None:
    # Here, since the routes need what is defined above them.
    from api.v1 import (
        articles,
        claims,
        exports,
        figures,
        health,
        jobs,
        overviews,
        people,
        references,
        review,
        sessions,
        sources,
    )
    from api.v1 import settings as desk_settings
    from api.web import web

    health.install(app)
    api = openapi.install(app)
    for module in (
        articles,
        jobs,
        claims,
        review,
        references,
        figures,
        sources,
        exports,
        overviews,
        desk_settings,
        people,
        sessions,
    ):
        api.register_blueprint(module.routes)
    reference.install(app, api)
    app.register_blueprint(web)
