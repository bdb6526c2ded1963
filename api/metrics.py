"""What an operator's Prometheus reads at /metrics: requests by route, jobs and claims by state."""

import time
from collections.abc import Iterator

from flask import Flask, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from models.data import overviews
from models.data.database import Database
from models.domain.states import State
from models.workflow.jobs import JobState


class DeskGauges(Collector):
    """Jobs and claims by state, counted when they are asked for."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Name the gauges without counting: the tables may not be there yet."""
        yield GaugeMetricFamily("claimbench_jobs", "Jobs by state.", labels=["state"])
        yield GaugeMetricFamily("claimbench_claims", "Standing claims by state.", labels=["state"])

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Count, a state that has none as 0."""
        with self.database.read() as session:
            jobs, claims = overviews.count_jobs_by_state(session), overviews.count_claims_by_state(session)
        for gauge, counts, states in zip(self.describe(), (jobs, claims), (JobState, State), strict=True):
            for state in states:
                gauge.add_metric([state.value], counts.get(state.value, 0))
            yield gauge


def install(app: Flask, database: Database) -> None:
    """Give an app /metrics, open to all: it counts, and tells nothing of any claim."""
    registry = CollectorRegistry()
    registry.register(DeskGauges(database))
    requests = Histogram(
        "claimbench_request_seconds",
        "How long requests took, by route.",
        ["method", "route", "status"],
        registry=registry,
    )

    def begin() -> None:
        g.begun = time.perf_counter()

    def end(answer: Response) -> Response:
        # The route, not the path: ids would make one series each.
        route = request.url_rule.rule if request.url_rule else "none"
        method = request.method if request.method in KNOWN_METHODS else "other"
        labels = (method, route, str(answer.status_code))
        requests.labels(*labels).observe(time.perf_counter() - g.get("begun", time.perf_counter()))
        return answer

    def metrics() -> Response:
        return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)

    app.before_request(begin)
    app.after_request(end)
    app.add_url_rule("/metrics", view_func=metrics)


KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
