"""How every process says what it did: one event name and its facts a line, on standard error."""

import logging
import sys
from typing import Literal

import structlog

QUIET = ("alembic", "amqp", "celery.app.trace", "celery.beat", "celery.worker.strategy", "kombu", "urllib3")
"""Loggers of libraries whose INFO lines tell an operator nothing that ours do not say better."""


def configure(level: str = "INFO", form: Literal["auto", "json", "console"] = "auto") -> None:
    """Send structlog's and the standard library's lines to standard error in one form.

    ``auto`` is coloured text on a terminal and one JSON object a line anywhere else.
    """
    as_text = form == "console" or (form == "auto" and sys.stderr.isatty())
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    # Plain tracebacks: the default prints every frame's values, and among them passwords and articles.
    last: list[structlog.typing.Processor] = (
        [
            structlog.dev.ConsoleRenderer(
                sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            )
        ]
        if as_text
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
