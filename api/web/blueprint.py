"""The blueprint that all pages hang on."""

import gzip
from functools import cache
from pathlib import Path

from flask import Blueprint, Response, request

A_YEAR = 365 * 24 * 3600
COMPRESSED = (".css", ".js", ".svg")


@cache
def _compressed(path: Path) -> bytes:
    """Return a static file's gzip; the files of an installed version do not change."""
    return gzip.compress(path.read_bytes(), mtime=0)


class Web(Blueprint):
    """The pages and their static files, whose links carry a hash of what they hold."""

    def get_send_file_max_age(self, filename: str | None) -> int | None:
        """Let browsers keep static files: another content has another link."""
        return A_YEAR

    def send_static_file(self, filename: str) -> Response:
        """Send a static file, compressed where the browser takes that."""
        answer = super().send_static_file(filename)
        if not filename.endswith(COMPRESSED):
            return answer
        answer.vary.add("Accept-Encoding")
        if answer.status_code == 200 and request.accept_encodings["gzip"]:
            assert self.static_folder is not None
            answer.close()  # the opened plain file
            answer.direct_passthrough = False
            answer.set_data(_compressed(Path(self.static_folder) / filename))
            answer.headers["Content-Encoding"] = "gzip"
            # The bytes differ from the plain ones, and so must their name.
            tag, _ = answer.get_etag()
            answer.set_etag(f"{tag}-gzip")
        return answer


web = Web("web", __name__, template_folder="templates", static_folder="static", static_url_path="/assets")
