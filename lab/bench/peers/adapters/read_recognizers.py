"""Speaks for Recognizers-Text in its own environment: texts as JSON lines in, its results out."""

import json
import sys
import time
from typing import Any

from recognizers_suite import (  # type: ignore[import-not-found]  # it lives in its own environment
    Culture,
    recognize_age,
    recognize_currency,
    recognize_dimension,
    recognize_number,
    recognize_percentage,
    recognize_temperature,
)

WITH_UNIT = (
    recognize_percentage,
    recognize_currency,
    recognize_dimension,
    recognize_age,
    recognize_temperature,
)


def main() -> None:
    """Warm up, read everything once against the processor's clock, print the readings and then the speed."""
    texts = [json.loads(line)["text"] for line in sys.stdin]
    for text in texts[:20]:
        _read(text)
    started = time.process_time()
    found = [_read(text) for text in texts]
    seconds = time.process_time() - started
    for results in found:
        print(json.dumps({"quantities": [_tell(result) for result in results]}))
    print(json.dumps({"sentences_per_second": len(texts) / seconds}))


def _read(text: str) -> list[Any]:
    """All results with a unit, then the plain numbers that stand in none of them."""
    kept: list[Any] = []
    for recognize in (*WITH_UNIT, recognize_number):
        for result in recognize(text, Culture.English):
            has_value = bool(result.resolution and result.resolution.get("value"))
            if has_value and not any(result.start <= k.end and k.start <= result.end for k in kept):
                kept.append(result)
    return sorted(kept, key=lambda result: result.start)


def _tell(result: Any) -> dict[str, Any]:
    return {
        "start": result.start,
        "end": result.end + 1,  # its end is the last character's place
        "surface": result.text,
        "value": result.resolution["value"],
        "type": result.type_name,
        "unit": result.resolution.get("unit"),
        "currency": result.resolution.get("isoCurrency"),
    }


if __name__ == "__main__":
    main()
