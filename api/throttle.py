"""How often somebody may fail to log in before they have to wait."""

import structlog
from flask import Flask, current_app, request
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage, Storage, storage_from_string
from limits.strategies import FixedWindowRateLimiter, RateLimiter
from redis.exceptions import RedisError

from models.settings import Settings
from models.workflow.clock import now

log = structlog.get_logger(__name__)

_EXTENSION = "claimbench-throttle"
PER_NAME_HERE = parse("10 per 5 minutes")
"""Failures of one name from one address; from everywhere ten times as many, since names can be attacked."""
PER_NAME = parse("100 per hour")
PER_ADDRESS = parse("100 per 5 minutes")
"""Generous: behind a proxy a whole newsroom has one address."""


class Throttle:
    """Counts failed log-ins in the broker's Redis, or in this process's memory while that is away."""

    def __init__(self, broker_url: str) -> None:
        self.memory = FixedWindowRateLimiter(MemoryStorage())
        storage = _storage(broker_url)
        self.shared: RateLimiter = FixedWindowRateLimiter(storage) if storage else self.memory

    def wait(self, name: str) -> int:
        """Return the seconds to wait before *name* may try again from this address; 0 is at once."""
        try:
            return self._wait(self.shared, name)
        except RedisError:
            return self._wait(self.memory, name)

    def count_failure(self, name: str) -> None:
        """Count one failed attempt."""
        for limit, key in _limits(name):
            # In memory too, so that an attacker gains nothing from a broker that goes away.
            self.memory.hit(limit, *key)
            if self.shared is not self.memory:
                try:
                    self.shared.hit(limit, *key)
                except RedisError as error:
                    log.warning("throttle_without_broker", error=str(error))

    def _wait(self, limiter: RateLimiter, name: str) -> int:
        resets = [
            limiter.get_window_stats(limit, *key).reset_time
            for limit, key in _limits(name)
            if not limiter.test(limit, *key)
        ]
        return max(1, int(max(resets) - now().timestamp())) if resets else 0


def _limits(name: str) -> list[tuple[RateLimitItem, tuple[str, ...]]]:
    address = request.remote_addr or "unknown"
    short = name.strip().lower()[:80]
    return [
        (PER_NAME_HERE, ("log-in", address, short)),
        (PER_NAME, ("log-in", short)),
        (PER_ADDRESS, ("log-in", address)),
    ]


def _storage(broker_url: str) -> Storage | None:
    """Open the broker's Redis for counting; None where the broker is something else."""
    url = broker_url.replace("redis+socket://", "redis+unix://", 1)
    if not url.startswith(("redis://", "rediss://", "redis+unix://")):
        return None
    found = storage_from_string(url, socket_connect_timeout=1.0, socket_timeout=1.0)
    assert isinstance(found, Storage)
    return found


def install(app: Flask, settings: Settings) -> None:
    """Give an app its counter."""
    app.extensions[_EXTENSION] = Throttle(settings.broker_url)


def throttle() -> Throttle:
    """Return the current app's counter."""
    found: Throttle = current_app.extensions[_EXTENSION]
    return found
