"""The worker: a message with a job's id comes in, the claims of its article go into rows."""

from celery import Celery, signals
from kombu import Queue

from models import log
from models.jobs import EXTRACT, HINT, HINT_REFERENCE, HINTS, JOBS, SWEEP, UPKEEP
from models.settings import Settings


def make_app(settings: Settings) -> Celery:
    """Build the Celery app; it keeps no results, since the job rows are the truth."""
    app = Celery("claimbench", broker=settings.broker_url, include=["worker.tasks"])
    app.conf.update(
        task_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        task_default_queue=JOBS,
        task_queues=[Queue(UPKEEP), Queue(HINTS), Queue(JOBS)],
        task_routes={
            EXTRACT: {"queue": JOBS},
            HINT: {"queue": HINTS},
            HINT_REFERENCE: {"queue": HINTS},
            SWEEP: {"queue": UPKEEP},
        },
        # A message leaves the broker when its task has ended, so a killed child gives it back.
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        task_soft_time_limit=settings.soft_time_limit,
        task_time_limit=settings.hard_time_limit,
        worker_hijack_root_logger=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options={
            # The queues in the order above, the sweep's first.
            "queue_order_strategy": "priority",
            "priority_steps": [0],
            # What a killed worker held comes back by the sweep, never by this timeout.
            "visibility_timeout": max(3600, 2 * settings.hard_time_limit),
        },
        beat_schedule={
            "sweep": {
                "task": SWEEP,
                "schedule": settings.sweep_every,
                # A worker that was away must not run all the sweeps it missed.
                "options": {"expires": settings.sweep_every, "queue": UPKEEP},
            }
        },
        timezone="UTC",
    )
    return app


settings = Settings.from_environment()
app = make_app(settings)


@signals.setup_logging.connect
def _configure_log(**_: object) -> None:
    log.configure(settings.log_level, settings.log_format)
