"""How a job's id reaches the worker: by task name, after the commit, and never at the caller's cost."""

from collections.abc import Sequence
from typing import Any

import structlog
from celery import Celery
from flask import Flask, current_app
from kombu import Queue
from kombu.exceptions import OperationalError

from models.jobs import EXTRACT, HINT_REFERENCE, HINTS, JOBS
from models.settings import Settings

log = structlog.get_logger(__name__)

_EXTENSION = "claimbench-queue"
MOST_REFERENCES = 100
"""Of one import that are sent at once."""
CONNECT_WITHIN = 0.5
"""Seconds that a request may wait for a broker to take the call, and then for each of its answers.

A publication is tried twice, so that one that hangs costs a submission less than two seconds.
"""


def install(app: Flask, settings: Settings) -> None:
    """Give an app its way to the broker; nothing is connected yet."""
    broker = Celery("claimbench-web", broker=settings.broker_url, set_as_current=False)
    broker.conf.update(
        task_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        task_default_queue=JOBS,
        task_queues=[Queue(JOBS)],
        # Once more at once, for a connection that died while it lay idle; a broker that is down is down.
        task_publish_retry_policy={"max_retries": 1, "interval_start": 0, "interval_step": 0},
        broker_connection_timeout=CONNECT_WITHIN,
        broker_transport_options={"socket_connect_timeout": CONNECT_WITHIN, "socket_timeout": CONNECT_WITHIN},
    )
    app.extensions[_EXTENSION] = broker


def send_extract(job_id: int | None) -> None:
    """Send one job to be read; None sends nothing.

    Call it after the commit. A broker that is down costs nothing but time: the job is in the database, and
    the sweep sends it when the broker is back.
    """
    if job_id is None:
        return
    try:
        _publish(EXTRACT, [job_id], JOBS)
    except OperationalError as error:
        log.warning("broker_unreachable", job_id=job_id, error=str(error))


def send_references(reference_ids: Sequence[int]) -> None:
    """Send new or changed references to be compared; those of a long import wait for the sweep."""
    try:
        for reference_id in reference_ids[:MOST_REFERENCES]:
            _publish(HINT_REFERENCE, [reference_id], HINTS)
    except OperationalError as error:
        log.warning("broker_unreachable", references=len(reference_ids), error=str(error))


def is_broker_reachable() -> bool:
    """Say whether the broker answers now."""
    broker: Celery = current_app.extensions[_EXTENSION]
    try:
        with broker.connection_for_write(connect_timeout=CONNECT_WITHIN) as connection:
            connection.ensure_connection(max_retries=1, interval_start=0, interval_step=0)
    except (OperationalError, OSError):
        return False
    return True


def _publish(task: str, arguments: Sequence[Any], queue: str) -> None:
    broker: Celery = current_app.extensions[_EXTENSION]
    broker.send_task(task, list(arguments), queue=queue)
