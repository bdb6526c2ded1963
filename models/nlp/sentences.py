"""Where the sentences of a text begin and end."""

import sentencex

from models.domain.claim import Span


def split(text: str) -> list[Span]:
    """Split *text* into sentences: spans in code points, in order, without surrounding white space.

    Where a sentence ends is left to sentencex (Wikimedia's rule-based segmenter, linear in the text).
    """
    spans = []
    for boundary in sentencex.get_sentence_boundaries("en", text):
        start, end = boundary["start_index"], boundary["end_index"]
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < end:
            spans.append(Span.of(text, start, end))
    return spans
