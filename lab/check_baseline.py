"""How well plain word counts find what is worth checking: the baseline beside the model."""

from collections.abc import Sequence

from lab.claim_scores import DocumentScore
from lab.corpus.documents import Document

NAME = "tf-idf"


def score_words(train: Sequence[Document], documents: Sequence[Document]) -> list[DocumentScore]:
    """Fit TF-IDF of words and pairs with logistic regression on *train*; rank the sentences of *documents*.

    Only ``checks`` of the scores are filled. Raises ModuleNotFoundError without scikit-learn.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    texts = [text for document in train for text, _ in _sentences(document)]
    worth = [is_worth for document in train for _, is_worth in _sentences(document)]
    reader = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        LogisticRegression(C=4.0, max_iter=1000, class_weight="balanced"),
    )
    reader.fit(texts, worth)
    scores = []
    for document in documents:
        marked = _sentences(document)
        ranks = reader.predict_proba([text for text, _ in marked])[:, 1]
        pairs = [(is_worth, float(rank)) for (_, is_worth), rank in zip(marked, ranks, strict=True)]
        scores.append(DocumentScore(checks=pairs))
    return scores


def _sentences(document: Document) -> list[tuple[str, bool]]:
    return [(document.text[s.start : s.end], s.check == 2) for s in document.sentences]
