"""Who may come in: people, their passwords and their tokens."""

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from models.data.tables import Claim, EndedSession, Token, User
from models.domain.errors import Conflict, Invalid, NotFound, VersionMismatch
from models.domain.roles import Actor, Role
from models.workflow import leases, trail

MIN_PASSWORD = 10
TOKEN_BYTES = 32
LONGEST_SESSION = timedelta(days=7)
# Writing last_used_at on every request would make every read a write.
LAST_USED_STEP = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class MintedToken:
    """A new token with its secret, which is shown this once and never kept."""

    token: Token
    secret: str


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _dummy_hash() -> str:
    """Return a hash to check against when there is no such user, so that both take as long."""
    return _hasher().hash(secrets.token_urlsafe())


def _check_password(password: str) -> None:
    if len(password) < MIN_PASSWORD:
        raise Invalid(
            "the password cannot be taken", {"password": [f"Must have at least {MIN_PASSWORD} characters."]}
        )


def actor_of(user: User) -> Actor:
    """Return the person behind a user row, as use cases know them."""
    return Actor(user.id, user.name, Role(user.role))


def get_user(session: Session, user_id: int) -> User:
    """Return a user, or raise :class:`NotFound`."""
    user = session.get(User, user_id)
    if user is None:
        raise NotFound(f"there is no user {user_id}")
    return user


def user_by_name(session: Session, name: str) -> User | None:
    """Return the user of that name, disabled or not."""
    return session.scalars(select(User).where(User.name == unicodedata.normalize("NFC", name))).first()


def _look(name: str) -> str:
    """Return what two names have in common that one cannot tell apart at a glance."""
    return unicodedata.normalize("NFKC", name).casefold()


def add_user(
    session: Session, actor: Actor | None, name: str, password: str, role: Role, now: datetime
) -> User:
    """Add a person; *actor* is None only on the machine's own command line.

    Names that differ in case or Unicode form only are one: the trail must say who it was.
    """
    if actor is not None:
        actor.require(Role.ADMIN)
    name = unicodedata.normalize("NFC", name.strip())
    if not 1 <= len(name) <= 80 or not name.isprintable():
        raise Invalid("the user cannot be added", {"name": ["Must have 1 to 80 printable characters."]})
    _check_password(password)
    for taken in session.scalars(select(User.name)):
        if _look(taken) == _look(name):
            raise Conflict(f"there is already a user {taken!r}")
    user = User(name=name, password_hash=_hasher().hash(password), role=role.value, created_at=now)
    session.add(user)
    session.flush()
    trail.append(
        session, "user", user.id, "added", {"role": role.value}, actor.user_id if actor else None, now
    )
    return user


def change_user(
    session: Session,
    actor: Actor | None,
    user_id: int,
    now: datetime,
    *,
    password: str | None = None,
    role: Role | None = None,
    is_disabled: bool | None = None,
    seen_epoch: int | None = None,
) -> User:
    """Change a person's password, role or access; their open log-ins end with it.

    Everybody may change their own password; the rest needs an admin. The last admin stays one. Who names
    with *seen_epoch* what they have read is refused when it has changed since.
    """
    user = session.get(User, user_id, with_for_update=True)
    if user is None:
        raise NotFound(f"there is no user {user_id}")
    is_own_password = actor is not None and actor.user_id == user_id and role is None and is_disabled is None
    if actor is not None and not is_own_password:
        actor.require(Role.ADMIN)
    if seen_epoch is not None and seen_epoch != user.session_epoch:
        raise VersionMismatch(f"user {user_id} is at version {user.session_epoch}, not {seen_epoch}")
    loses_admin = user.role == Role.ADMIN and (is_disabled or role not in (None, Role.ADMIN))
    if loses_admin and not _has_other_admin(session, user):
        raise Conflict("this is the last admin; make somebody else admin first")
    said: dict[str, object] = {}
    if password is not None:
        _check_password(password)
        user.password_hash = _hasher().hash(password)
        said["password"] = "changed"  # noqa: S105 - says that it changed, not what it is
    if role is not None:
        user.role = said["role"] = role.value
    if is_disabled is not None:
        user.disabled_at = (user.disabled_at or now) if is_disabled else None
        said["is_disabled"] = is_disabled
    user.session_epoch += 1
    if user.disabled_at is not None:
        _free_leases(session, user, now)
    trail.append(session, "user", user.id, "changed", said, actor.user_id if actor else None, now)
    return user


def _free_leases(session: Session, user: User, now: datetime) -> None:
    for claim in session.scalars(select(Claim).where(Claim.lease_holder == user.id).with_for_update()):
        leases.expire(session, claim, now)


def _has_other_admin(session: Session, user: User) -> bool:
    others = select(User.id).where(User.role == Role.ADMIN, User.disabled_at.is_(None), User.id != user.id)
    return session.scalars(others).first() is not None


def log_in(session: Session, name: str, password: str) -> User | None:
    """Return the user whose name and password these are, or None.

    It takes as long for a name that nobody has as for a wrong password.
    """
    user = user_by_name(session, name)
    try:
        _hasher().verify(user.password_hash if user else _dummy_hash(), password)
    except (VerificationError, InvalidHashError):
        return None
    return user if user is not None and user.disabled_at is None else None


def user_of_session(session: Session, user_id: int, epoch: int, session_id: str) -> User | None:
    """Return the user of a session cookie, unless they logged out of it or their access has changed since."""
    user = session.get(User, user_id)
    if user is None or user.disabled_at is not None or user.session_epoch != epoch:
        return None
    return None if session.get(EndedSession, _sha256(session_id)) is not None else user


def end_session(session: Session, session_id: str, now: datetime) -> None:
    """End one log-in, wherever its cookie was copied to; forget those whose cookies have expired."""
    session.execute(delete(EndedSession).where(EndedSession.ended_at < now - LONGEST_SESSION))
    sha256 = _sha256(session_id)
    if session.get(EndedSession, sha256) is None:
        session.add(EndedSession(id=sha256, ended_at=now))


def _sha256(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def mint_token(session: Session, actor: Actor | None, user_id: int, name: str, now: datetime) -> MintedToken:
    """Make a token with its user's rights; one's own, or anybody's by an admin."""
    if actor is not None and actor.user_id != user_id:
        actor.require(Role.ADMIN)
    user = get_user(session, user_id)
    name = name.strip()
    if not 1 <= len(name) <= 80 or not name.isprintable():
        raise Invalid("the token cannot be made", {"name": ["Must have 1 to 80 printable characters."]})
    secret = secrets.token_urlsafe(TOKEN_BYTES)
    token = Token(user_id=user.id, name=name, sha256=_sha256(secret), created_at=now)
    session.add(token)
    session.flush()
    trail.append(
        session, "user", user.id, "token_made", {"token": token.id}, actor.user_id if actor else None, now
    )
    return MintedToken(token, secret)


def get_token(session: Session, token_id: int) -> Token:
    """Return a token, live or not, or raise :class:`NotFound`."""
    token = session.get(Token, token_id)
    if token is None:
        raise NotFound(f"there is no token {token_id} of yours")
    return token


def revoke_token(session: Session, actor: Actor, token_id: int, now: datetime) -> Token:
    """End a token; one's own, or anybody's by an admin. Ending it twice changes nothing."""
    token = session.get(Token, token_id)
    if token is None or (token.user_id != actor.user_id and not actor.may(Role.ADMIN)):
        raise NotFound(f"there is no token {token_id} of yours")
    if token.revoked_at is None:
        token.revoked_at = now
        trail.append(session, "user", token.user_id, "token_revoked", {"token": token.id}, actor.user_id, now)
    return token


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who comes in with a live token."""

    actor: Actor
    token_id: int
    last_used_at: datetime | None

    def is_use_worth_writing(self, now: datetime) -> bool:
        """Say whether ``last_used_at`` is old enough to be written again."""
        return self.last_used_at is None or now - self.last_used_at > LAST_USED_STEP


_BEARER = (
    select(Token.id.label("token_id"), Token.last_used_at, User.id, User.name, User.role)
    .join(User, User.id == Token.user_id)
    .where(
        Token.sha256 == bindparam("sha256"),
        Token.revoked_at.is_(None),
        User.disabled_at.is_(None),
    )
)


def bearer(session: Session, secret: str) -> Bearer | None:
    """Return who comes in with the token of this secret; None for any that does not open the door."""
    # Asked by every request: five columns, and no objects made of them.
    row = session.connection().execute(_BEARER, {"sha256": _sha256(secret)}).first()
    return Bearer(Actor(row.id, row.name, Role(row.role)), row.token_id, row.last_used_at) if row else None


def note_use(session: Session, token_id: int, now: datetime) -> None:
    """Write down that a token was used."""
    session.get_one(Token, token_id).last_used_at = now
