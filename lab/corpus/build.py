"""Sheets in, corpus files out: `python -m lab.corpus.build SHEETS` compiles, validates and freezes."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from lab.corpus.documents import WIKINEWS, WRITTEN, data_folder, read_rows
from lab.corpus.sheet import SheetError, compile_sheet
from lab.corpus.splits import freeze
from lab.corpus.validate import faults_of


def main() -> int:
    """Compile every sheet; a document that does not hold is named and left out, the exit status is then 1."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("sheets", nargs="+", type=Path)
    options = parser.parse_args()
    articles = {row["id"]: row for row in read_rows(data_folder() / "wikinews.jsonl")}
    written: dict[str, dict[str, Any]] = {}
    wikinews: dict[str, dict[str, Any]] = {}
    faults = []
    for sheet in sorted(options.sheets):
        try:
            documents, errors = compile_sheet(sheet.read_text(encoding="utf-8").splitlines(), articles)
        except SheetError as error:
            documents, errors = [], [str(error)]
        faults += [f"{sheet.name}: {error}" for error in errors]
        for document in documents:
            article = articles.get(document["id"])
            wrong = list(faults_of(document, article["text"] if article else document["text"]))
            part = wikinews if article else written
            if wrong or document["id"] in part:
                faults += wrong or [f"{sheet.name}: {document['id']} stands in an earlier sheet"]
            else:
                part[document["id"]] = document
    for path, part in ((WRITTEN, written), (WIKINEWS, wikinews)):
        rows = [json.dumps(part[name], ensure_ascii=False) for name in sorted(part)]
        path.write_text("".join(row + "\n" for row in rows), encoding="utf-8")
    freeze([*written, *wikinews])
    for fault in faults:
        print(fault, file=sys.stderr)
    for path, part in ((WRITTEN, written), (WIKINEWS, wikinews)):
        print(
            f"{path.name}: {len(part)} documents, {sum(len(d['sentences']) for d in part.values())} sentences"
        )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
