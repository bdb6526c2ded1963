"""People, passwords and tokens."""

import pytest
from sqlalchemy import select

from models.data.tables import Token, User
from models.domain.errors import Conflict, Forbidden, Invalid, NotFound
from models.domain.roles import Role
from models.workflow import accounts
from tests.factories import PASSWORD, Desk


def test_passwords_are_argon2_and_never_kept(desk: Desk) -> None:
    reviewer = desk.reviewer
    with desk.database.read() as session:
        user = session.get_one(User, reviewer.user_id)
        assert user.password_hash.startswith("$argon2id$")
        assert accounts.log_in(session, reviewer.name, PASSWORD) is user
        assert accounts.log_in(session, reviewer.name, PASSWORD + "!") is None
        assert accounts.log_in(session, "nobody", PASSWORD) is None


def test_a_token_has_256_bits_and_only_its_hash_is_kept(desk: Desk) -> None:
    reviewer = desk.reviewer
    with desk.database.write() as session:
        minted = accounts.mint_token(session, reviewer, reviewer.user_id, "laptop", desk.now)
    assert len(minted.secret) == 43
    with desk.database.read() as session:
        assert minted.secret not in repr([vars(t) for t in session.scalars(select(Token))])
        found = accounts.bearer(session, minted.secret)
        assert found is not None
        assert found.actor.user_id == reviewer.user_id
        assert accounts.bearer(session, minted.secret[:-1]) is None
    with desk.database.write() as session:
        with pytest.raises(NotFound):
            accounts.revoke_token(session, desk.second, minted.token.id, desk.now)
        accounts.revoke_token(session, reviewer, minted.token.id, desk.now)
    with desk.database.read() as session:
        assert accounts.bearer(session, minted.secret) is None


def test_a_disabled_user_is_out_everywhere_and_loses_the_lease(desk: Desk) -> None:
    from models.workflow import leases

    reviewer, admin = desk.reviewer, desk.admin
    claim_id = desk.claims()[0]
    with desk.database.write() as session:
        secret = accounts.mint_token(session, admin, reviewer.user_id, "t", desk.now).secret
        leases.lease(session, reviewer, claim_id, desk.now)
    with desk.database.write() as session:
        accounts.change_user(session, admin, reviewer.user_id, desk.now, is_disabled=True)
    with desk.database.read() as session:
        assert accounts.bearer(session, secret) is None
        assert accounts.log_in(session, reviewer.name, PASSWORD) is None
        assert accounts.user_of_session(session, reviewer.user_id, 1, "one") is None
    assert desk.claim(claim_id).state == "open"


def test_one_changes_ones_own_password_and_only_an_admin_the_rest(desk: Desk) -> None:
    reviewer = desk.reviewer
    with desk.database.write() as session:
        accounts.change_user(session, reviewer, reviewer.user_id, desk.now, password="another long one")
        assert accounts.user_of_session(session, reviewer.user_id, 1, "one") is None, "older log-ins end"
        assert accounts.log_in(session, reviewer.name, "another long one")
        for change in ({"role": Role.ADMIN}, {"is_disabled": False}):
            with pytest.raises(Forbidden):
                accounts.change_user(session, reviewer, reviewer.user_id, desk.now, **change)  # type: ignore[arg-type]
        with pytest.raises(Forbidden):
            accounts.change_user(session, reviewer, desk.admin.user_id, desk.now, password="long enough!")


def test_the_last_admin_stays(desk: Desk) -> None:
    admin = desk.admin
    with desk.database.write() as session, pytest.raises(Conflict, match="last admin"):
        accounts.change_user(session, admin, admin.user_id, desk.now, role=Role.EDITOR)
    desk.person("ann", Role.ADMIN)
    with desk.database.write() as session:
        assert (
            accounts.change_user(session, admin, admin.user_id, desk.now, role=Role.EDITOR).role == "editor"
        )


@pytest.mark.parametrize(("name", "password"), [("", PASSWORD), ("a\nb", PASSWORD), ("bob", "short")])
def test_bad_names_and_short_passwords_are_refused(desk: Desk, name: str, password: str) -> None:
    with desk.database.write() as session, pytest.raises(Invalid):
        accounts.add_user(session, None, name, password, Role.REVIEWER, desk.now)


def test_names_are_given_once(desk: Desk) -> None:
    name = desk.reviewer.name
    with desk.database.write() as session, pytest.raises(Conflict):
        accounts.add_user(session, desk.admin, name, PASSWORD, Role.REVIEWER, desk.now)


@pytest.mark.parametrize("twin", ["Zoe\u0301", "zo\u00e9", "\uff3ao\u00e9", " Zo\u00e9 "])
def test_no_two_people_have_names_that_look_the_same(desk: Desk, twin: str) -> None:
    desk.person("Zo\u00e9", Role.REVIEWER)
    with desk.database.write() as session, pytest.raises(Conflict, match="Zo\u00e9"):
        accounts.add_user(session, desk.admin, twin, PASSWORD, Role.REVIEWER, desk.now)


def test_a_name_opens_however_its_accents_are_typed(desk: Desk) -> None:
    desk.person("Zoe\u0301", Role.REVIEWER)
    with desk.database.read() as session:
        for typed in ("Zoe\u0301", "Zo\u00e9"):
            assert accounts.log_in(session, typed, PASSWORD) is not None
