"""A ferry that sinks, told by several papers: articles with one toll each, and a worker to compare them."""

from datetime import date

from sqlalchemy import select

from models.data.tables import Claim, FigureMember
from models.domain.claim import Extraction, Span
from models.domain.vocabulary import Measure
from models.workflow import hints, intake
from tests.factories import Desk, figure

DAY = date(2024, 5, 1)
_TOLD = "people were killed when the ferry Aurora sank off Kalamata in Greece on Sunday."


def tell(desk: Desk, number: int, words: str, on: date = DAY, source: str = "Courier") -> int:
    """Bring in an article that tells one toll of the ferry; return the claim's id."""
    text = f"{words} {_TOLD}"
    return publish(desk, text, (number, words, text), on=on, source=source)[0]


def publish(
    desk: Desk, text: str, *told: tuple[int, str, str], on: date = DAY, source: str = "Courier"
) -> list[int]:
    """Bring in *text* with a toll for each number, its words and its sentence; return the claims' ids."""
    new = intake.NewArticle(text=text, title="Ferry sinks off Kalamata", published_on=on, source_name=source)
    with desk.database.write() as session:
        submission = intake.submit(session, desk.submitter, new, desk.now)
        article_id, job_id = submission.article.id, submission.job.id
    drafts = []
    for number, words, sentence in told:
        start = text.index(sentence)
        span = Span.of(text, start, start + len(sentence))
        drafts.append(figure(text, words, number, Measure.KILLED, span))
    desk.run(job_id, Extraction("test-1", (), tuple(drafts)))
    return desk.claim_ids(article_id)


def compare_all(desk: Desk) -> int:
    """Do what the worker does until nothing waits; return how many comparisons that took."""
    done = 0
    while True:
        with desk.database.read() as session:
            waiting = session.scalars(select(Claim.id).where(Claim.awaits.is_not(None))).all()
        if not waiting:
            return done
        for claim_id in waiting:
            with desk.database.write() as session:
                hints.compare(session, claim_id, desk.now)
            done += 1
        assert done < 100, "the hints go round in circles"


def figure_of(desk: Desk, claim_id: int) -> int:
    with desk.database.read() as session:
        return session.scalars(select(FigureMember.figure_id).where(FigureMember.claim_id == claim_id)).one()
