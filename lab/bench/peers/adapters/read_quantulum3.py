"""Speaks for quantulum3 in its own environment: texts as JSON lines in, its quantities as JSON lines out."""

import json
import sys
import time
from typing import Any

from quantulum3 import parser  # type: ignore[import-not-found]  # it lives in its own environment


def main() -> None:
    """Warm up, read everything once against the processor's clock, print the readings and then the speed."""
    texts = [json.loads(line)["text"] for line in sys.stdin]
    for text in texts[:20]:
        parser.parse(text)
    started = time.process_time()
    found = [parser.parse(text) for text in texts]
    seconds = time.process_time() - started
    for quantities in found:
        print(json.dumps({"quantities": [_tell(quantity) for quantity in quantities]}))
    print(json.dumps({"sentences_per_second": len(texts) / seconds}))


def _tell(quantity: Any) -> dict[str, Any]:
    return {
        "start": quantity.span[0],
        "end": quantity.span[1],
        "surface": quantity.surface,
        "value": repr(quantity.value),
        "uncertainty": None if quantity.uncertainty is None else repr(quantity.uncertainty),
        "unit": quantity.unit.name,
        "entity": quantity.unit.entity.name,
        "currency": getattr(quantity.unit, "currency_code", None),
    }


if __name__ == "__main__":
    main()
