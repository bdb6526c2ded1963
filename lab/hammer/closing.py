"""When everybody may go home: nobody has found work since anybody last had some."""

from collections import Counter
from threading import Lock

EMPTY_TIMES = 4
"""How often the queue must be empty for each person, one after the other, until it is believed."""


class Closing:
    """Counts, for each person, the looks at an empty queue that began after the last work of anybody.

    One person's verdict is another one's work (a second verdict, a claim that falls): who left as soon as the
    queue was empty for themselves would leave that behind when the last verdict takes its time.
    """

    def __init__(self, people: int) -> None:
        self._people = people
        self._lock = Lock()
        self._works = 0
        self._empty: Counter[int] = Counter()

    def look(self) -> int:
        """Return what :meth:`found_none` wants to know: how much work there had been when the look began."""
        with self._lock:
            return self._works

    def worked(self) -> None:
        """Somebody has taken or done something: all must look again."""
        with self._lock:
            self._works += 1
            self._empty.clear()

    def found_none(self, who: int, look: int) -> None:
        """Count a look that found nothing, unless somebody has worked since it began."""
        with self._lock:
            if look == self._works:
                self._empty[who] += 1

    @property
    def is_due(self) -> bool:
        """Whether nothing is left to do for anybody."""
        with self._lock:
            return sum(count >= EMPTY_TIMES for count in self._empty.values()) >= self._people
