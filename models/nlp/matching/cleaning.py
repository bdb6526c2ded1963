"""What somebody says in a post, without what the platform hangs around it."""

import html
import re
import unicodedata
from dataclasses import dataclass

MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])

_LINK = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|\bpic\.(?:twitter|x)\.com/\S+"
    r"|\b(?:t\.co|bit\.ly|youtu\.be|fb\.me|ow\.ly|goo\.gl|tinyurl\.com|instagr\.am|wp\.me|buff\.ly)/\S+"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|net|gov|edu|info|news|io|ly|co|uk|me|tv)/\S*",
    re.IGNORECASE,
)
# "— Name (@handle) October 3, 2019": what an embedded post ends with.
_HANDLE_IN_BRACKETS = re.compile(r"\(\s{0,2}@\w{1,30}\s{0,2}\)")
_DASHES = re.compile(r"[—–―]|(?<!\w)-{1,3}(?!\w)")
_DAY_AT_END = re.compile(
    r"(?:^|(?<=\s))(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})\s*$"
)
_RETWEET = re.compile(r"^\s*(?:RT|QT|MT)\s+@\w{1,30}:?\s*")
_REPLIED_TO = re.compile(r"^(?:\s*\.?@\w{1,30}[:,]?(?=\s))+")
_VIA = re.compile(r"\b(?:via|h/t|hat tip|cc)\s+@\w{1,30}", re.IGNORECASE)
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_SPACES = re.compile(r"\s+")
_PLAIN = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": " ",
    "\u200b": "", "\u200c": "", "\u200d": "", "\ufe0f": "", "\u00ad": "",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Post:
    """What is said, with #tags and @handles still marked, and the name under an embedded post."""

    said: str
    author: str = ""


def clean_post(text: str) -> Post:
    """Return the words of *text* without links, emoji, retweet marks and the tail of an embedded post."""
    text = plain(text)
    text = _LINK.sub(" ", text)
    text, author = _cut_tail(text)
    text = _RETWEET.sub("", text)
    said = _REPLIED_TO.sub(" ", text)
    said = _VIA.sub(" ", said)
    said = _STRETCHED.sub(r"\1\1", said)
    said = _squeeze(said)
    # A post that is nothing but its frame is searched as it stands.
    return Post(said or _squeeze(text) or author, author if said else "")


def plain(text: str) -> str:
    """Return *text* with entities resolved, styled letters made plain, and no emoji."""
    text = unicodedata.normalize("NFKC", html.unescape(text)).translate(_PLAIN)
    return "".join(" " if _is_picture(letter) else letter for letter in text)


def _is_picture(letter: str) -> bool:
    return letter > "\x7f" and unicodedata.category(letter) in ("So", "Sk", "Cn", "Co", "Cs")


def _cut_tail(text: str) -> tuple[str, str]:
    """Cut "— Name (@handle) Month D, YYYY", or a bare day, off the end; return the text and the name."""
    text = text.rstrip()
    day = _DAY_AT_END.search(text[-40:])
    body = text
    if day and _names_month(day.group()):
        body = text[: len(text) - len(text[-40:]) + day.start()].rstrip()
    handles = list(_HANDLE_IN_BRACKETS.finditer(body))
    if handles and handles[-1].end() >= len(body) - 2:
        before = body[: handles[-1].start()]
        dashes = list(_DASHES.finditer(before))
        if dashes and len(before) - dashes[-1].end() <= 80:
            return before[: dashes[-1].start()], _squeeze(before[dashes[-1].end() :])
    has_frame = body is not text and body.endswith(("—", "–", "-", "|"))
    return (body.rstrip("—–-| "), "") if has_frame else (text, "")


def _names_month(day: str) -> bool:
    return any(word[:3].lower() in MONTHS for word in day.split() if word[0].isalpha())


def _squeeze(text: str) -> str:
    return _SPACES.sub(" ", text).strip()
