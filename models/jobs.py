"""What the web process and the worker agree on: the names of tasks and queues, and nothing else.

The api sends by name and the worker registers under the same name, so neither imports the other.
"""

EXTRACT = "claimbench.extract"
"""Read one article: one argument, the id of its job."""

SWEEP = "claimbench.sweep"
"""Send again what was lost and end what failed too often; no argument. Sent by beat."""

JOBS = "claimbench.jobs"
"""The queue of articles to read, first in, first out."""

UPKEEP = "claimbench.upkeep"
"""The queue of the sweep, looked at first: a long backlog must not delay the rescue of a lost job."""
