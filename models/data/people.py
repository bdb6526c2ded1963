"""The lists of people and their tokens, a page at a time."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.data.queries import Page, newest_first
from models.data.tables import Token, User


def page_of_users(session: Session, limit: int, cursor: str | None) -> Page[User]:
    """Return people, the newest first, disabled ones too."""
    return newest_first(session, select(User), User.id, limit, cursor)


def page_of_tokens(session: Session, user_id: int, limit: int, cursor: str | None) -> Page[Token]:
    """Return a person's tokens, the newest first, revoked ones too."""
    return newest_first(session, select(Token).where(Token.user_id == user_id), Token.id, limit, cursor)
