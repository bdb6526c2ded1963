"""The blueprint that all pages hang on."""

from flask import Blueprint

A_YEAR = 365 * 24 * 3600


class Web(Blueprint):
    """The pages and their static files, whose links carry a hash of what they hold."""

    def get_send_file_max_age(self, filename: str | None) -> int | None:
        """Let browsers keep static files: another content has another link."""
        return A_YEAR


web = Web("web", __name__, template_folder="templates", static_folder="static", static_url_path="/assets")
