"""What one child of the worker holds: its own database connections, and the pipeline once it is needed.

Nothing here is made before the fork: an ONNX session or a connection that two processes share breaks both.
"""

import os
import socket
from functools import cache

import structlog
from celery import signals
from kombu.exceptions import ChannelError, OperationalError

from models.data.database import Database
from models.jobs import JOBS
from models.lifeline import lifeline
from models.nlp.load import load_finder
from models.nlp.pipeline import Pipeline
from models.settings import Settings

log = structlog.get_logger(__name__)


@cache
def settings() -> Settings:
    """Return this installation's settings."""
    return Settings.from_environment()


@cache
def database() -> Database:
    """Return this process's database."""
    return Database(settings().database_url)


@cache
def pipeline() -> Pipeline:
    """Return this process's pipeline, loaded on the first article: about two seconds with the model."""
    chosen = settings()
    finder = load_finder(None if chosen.extractor == "auto" else chosen.extractor, chosen.model_dir)
    log.info("pipeline_loaded", extractor=chosen.extractor, model=finder.name)
    return Pipeline(finder)


def is_queue_empty(queue: str = JOBS) -> bool:
    """Say whether the broker holds nothing that waits in *queue*; a broker that is away holds nothing."""
    from worker import app  # the app imports this module's room

    try:
        with app.connection_for_read() as connection:
            waiting = connection.default_channel.queue_declare(queue, passive=True).message_count
    except (OperationalError, ChannelError):
        return True
    return bool(waiting == 0)


def owner() -> str:
    """Name this process in job rows, for people: which machine, which process."""
    return f"{socket.gethostname()}:{os.getpid()}"


@signals.worker_process_init.connect
def _begin(**_: object) -> None:
    lifeline()(os.getppid())
