"""`make bench` runs every bench that can run here, and says what it skips."""

import pytest

from lab.bench import __main__ as benches
from lab.bench.review import main as review
from lab.bench.review.doccano import DOCCANO
from lab.bench.review.rounds import GET, LIST, NEXT, TOGETHER, WRITE, Measured, Timings

Ran = list[tuple[str, list[str]]]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """What was run with which options; the bench of figures breaks off."""
    found: Ran = []

    def run(name: str, arguments: list[str]) -> int:
        found.append((name, arguments))
        return 1 if name == "figures" else 0

    monkeypatch.setattr(benches, "_run", run)
    return found


def _have_doccano(monkeypatch: pytest.MonkeyPatch, *, is_installed: bool) -> None:
    monkeypatch.setattr(type(DOCCANO), "is_installed", property(lambda _: is_installed))


def test_without_doccano_the_review_bench_is_measured_alone_and_that_is_said(
    ran: Ran, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _have_doccano(monkeypatch, is_installed=False)
    assert benches.main([]) == 1
    assert ran == [("throughput", []), ("figures", []), ("review", ["--alone"])]
    said = capsys.readouterr().err
    assert "skipped: doccano" in said
    assert "broken off: figures" in said


def test_with_doccano_it_is_measured_beside_it(ran: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    _have_doccano(monkeypatch, is_installed=True)
    benches.main([])
    assert ran[-1] == ("review", [])


def test_one_bench_runs_by_its_name_with_its_own_options(ran: Ran) -> None:
    assert benches.main(["throughput", "--articles", "4"]) == 0
    assert ran == [("throughput", ["--articles", "4"])]
    assert benches.main(["through"]) == 2


def test_alone_only_the_size_of_the_desk_is_a_target() -> None:
    few = {what: Timings([0.010], [100.0]) for what in (LIST, GET, WRITE, NEXT, TOGETHER)}
    many = {what: Timings([0.016], [60.0]) for what in few}
    theirs = {what: Timings([0.030, 0.030], [30.0]) for what in (LIST, GET, WRITE, TOGETHER)}
    few[TOGETHER] = Timings([0.010, 0.010], [100.0])
    measured: Measured = {"few": few, "many": many, "peer": theirs}
    assert [is_met for _, _, is_met in review._targets(measured, "few", "many")] == [False]
    assert [is_met for _, _, is_met in review._targets(measured, "few", "many", "peer")] == [
        False,
        True,
        True,
        False,
    ]
