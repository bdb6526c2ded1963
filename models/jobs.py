"""What the web process and the worker agree on: the names of tasks and queues, and nothing else.

The api sends by name and the worker registers under the same name, so neither imports the other.
"""

EXTRACT = "claimbench.extract"
"""Read one article: one argument, the id of its job."""

HINT = "claimbench.hint"
"""Compare the claims of one article that wait for it: one argument, the id of the article."""

HINT_REFERENCE = "claimbench.hint_reference"
"""Find the figure of a new or changed reference, and what it touches: one argument, its id."""

SWEEP = "claimbench.sweep"
"""Send again what was lost and end what failed too often; no argument. Sent by beat."""

JOBS = "claimbench.jobs"
"""The queue of articles to read, first in, first out."""

HINTS = "claimbench.hints"
"""The queue of comparisons, looked at before the articles: they are short, and a reviewer waits for them."""

UPKEEP = "claimbench.upkeep"
"""The queue of the sweep, looked at first: a long backlog must not delay the rescue of a lost job."""
