"""The words of a web page as a reader sees them, for documents that are sent as HTML."""

from html.parser import HTMLParser

_HIDDEN = frozenset({"script", "style", "head", "template", "noscript", "svg", "iframe", "object"})
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tr", "ul",
))  # fmt: skip
_CELLS = frozenset({"td", "th"})


def text_of_page(html: str) -> str:
    """Return the text of a page: blocks as paragraphs, cells of a table on lines of their own, no scripts.

    Broken markup is read as browsers do; nothing it refers to is fetched.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count what is hidden, and part blocks."""
        if tag in _HIDDEN:
            self.hidden += 1
        self._part(tag)
        if tag in _CELLS:
            self.parts.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Part blocks at ``<br/>``; what closes itself hides nothing."""
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        """Come out of what is hidden, and part blocks."""
        if tag in _HIDDEN and self.hidden:
            self.hidden -= 1
        if tag == "body" or tag == "html":
            self.hidden = 0
        self._part(tag)

    def handle_data(self, data: str) -> None:
        """Keep words, with white space as a browser shows it."""
        if not self.hidden and data:
            words = " ".join(data.split())
            before = " " if data[0].isspace() else ""
            after = " " if words and data[-1].isspace() else ""
            self.parts.append(f"{before}{words}{after}")

    def _part(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.parts.append("\n\n")
