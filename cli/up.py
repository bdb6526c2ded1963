"""`claimbench up`: the whole product on this machine with one command, and nothing left of it afterwards."""

import os
import secrets
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn
from urllib.request import urlopen

import click
from redis import Redis
from redis.exceptions import RedisError

from cli import demo, programs
from cli.connection import Connection
from cli.runfile import RUN, Run, only_run
from cli.supervise import Program, Supervisor
from cli.table import claims_table, console
from cli.wording import harmless
from models.data.database import Database
from models.data.migrate import migrate
from models.lifeline import lifeline
from models.settings import Settings, embedded_socket

PORTS_TRIED = 20
READY_WITHIN = 90.0
"""Seconds; a cold start on two busy cores takes about ten."""


class EndedError(Exception):
    """Somebody wants this run to end: Ctrl-C, SIGTERM, or the terminal went away."""


@click.command(short_help="Start everything with demo articles; Ctrl-C ends it.")
@click.option("--once", is_flag=True, help="Stop after the table; exit status 1 when a job failed.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="The page's port; must be free. [default: 8000 or the next free one]",
)
@click.option(
    "--end-with-parent", is_flag=True, hidden=True, help="End when the process that started this does."
)
def up(once: bool, port: int | None, end_with_parent: bool) -> None:
    """Start everything with demo articles; Ctrl-C ends it.

    The database (SQLite in var/ unless DATABASE_URL says otherwise), the embedded broker, the web process,
    the worker and the clock. The demo articles go in over HTTP; their claims come out as a table. How to
    come in is written to var/demo.json, for you and for the other commands. Logs are in var/log.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _end)
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # under nohup it stays ignored
        signal.signal(signal.SIGHUP, _end)
    if end_with_parent:
        lifeline(signal.SIGTERM)(os.getppid())
    try:
        all_is_well = _run(Settings.from_environment(), port, once)
    except EndedError:
        all_is_well = not once  # somebody's Ctrl-C is how a run ends well, unless it had work to finish
    sys.exit(0 if all_is_well else 1)


def _run(settings: Settings, port: int | None, once: bool) -> bool:
    with only_run(settings.var_dir) as run, _listen(settings, port) as listener:
        run.open_at(_address(settings.host, listener.getsockname()[1]))
        _keep_secret(settings)
        supervisor = Supervisor(settings.var_dir / "log", {RUN: run.name})
        try:
            access = _start(settings, supervisor, listener, run)
            all_is_well = _show_demo(access, settings.var_dir / demo.FILE, supervisor)
            if not once:
                _stay(supervisor)
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            with suppress(OSError):  # a full disk must not keep the processes alive
                run.end()
            supervisor.stop()
            with suppress(OSError):  # the terminal may be gone
                click.echo("All processes have ended.", err=True)
    return all_is_well


def _start(settings: Settings, supervisor: Supervisor, listener: socket.socket, run: Run) -> demo.Access:
    say = _Steps()
    if settings.uses_embedded_broker:
        supervisor.start(Program("broker", programs.broker(settings), ends_last=True))
        _wait_for_broker(settings, supervisor)
        say("broker", "embedded Valkey on a unix socket")
    migrate(settings.database_url)
    database = Database(settings.database_url)
    say("database", database.url.render_as_string())
    bind, inherited = f"fd://{listener.fileno()}", (listener.fileno(),)
    supervisor.start(Program("web", programs.web(settings, bind), inherited=inherited))
    # A worker asked to end finishes its articles first. When we are killed nobody is left to insist, so the
    # kernel ends it at once: its jobs come back by the sweep of the next run.
    supervisor.start(Program("worker", programs.worker(settings), death_signal=signal.SIGKILL))
    supervisor.start(Program("beat", programs.beat(settings)))
    access = demo.open_access(database, settings.var_dir, run.url)
    database.close()
    access.write(settings.var_dir)
    _wait_until_ready(run.url, supervisor)
    say("page", run.url)
    return access


def _show_demo(access: demo.Access, kept_in: Path, supervisor: Supervisor) -> bool:
    server = Connection(access.url, access.token)
    demo.send_references(server)
    answers = demo.send_articles(server)
    jobs = demo.read_articles(server, answers, supervisor.check)
    out = console()
    until = time.monotonic() + demo.COMPARED_WITHIN
    for answer, job in zip(answers, jobs, strict=True):
        article = answer["article"]
        if not job.has_succeeded:
            click.echo(
                f"{harmless(article['title'])}: job {job.row['id']} {job.row['state']}: {job.reason}",
                err=True,
            )
            continue
        claims = demo.compared_claims(server, article["id"], until)
        about = f"{article['title']} · {article['source_name']} · {article['published_on']}"
        out.print(claims_table(claims, title=about, with_ids=True))
    out.print(f"[bold]The bench[/]   {access.url}")
    out.print(f"[bold]Log in[/]      {access.user} / {access.password}", highlight=False)
    out.print(f"[bold]API token[/]   {access.token}", highlight=False)
    out.print(f"            Kept in {kept_in}, where ./claimbench finds them too.", style="dim", markup=False)
    return all(job.has_succeeded for job in jobs)


def _stay(supervisor: Supervisor) -> NoReturn:
    click.echo("Ctrl-C ends everything.", err=True)
    while True:
        supervisor.check()
        time.sleep(0.5)


class _Steps:
    """One line a step on standard error."""

    def __call__(self, what: str, how: str) -> None:
        click.echo(f"  {click.style('✓', fg='green')} {what:<10} {how}", err=True)


@contextmanager
def _listen(settings: Settings, port: int | None) -> Iterator[socket.socket]:
    """Take the web process's port before anything starts, so that nobody else can in between.

    A port asked for by name must be free; the default gives way to the next free one.
    """
    tried = [port] if port else range(settings.port, settings.port + PORTS_TRIED)
    for number in tried:
        listener = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((settings.host, number))
            listener.listen(128)
        except OSError as error:
            listener.close()
            refusal = error
            continue
        if number != (port or settings.port):
            click.echo(f"Port {settings.port} is taken, so the page is on {number}.", err=True)
        with listener:
            yield listener
        return
    raise click.ClickException(
        f"port {port or settings.port} on {settings.host} cannot be used ({refusal.strerror});"
        " give a free one: make up ARGS='--port 8080', or ./claimbench up --port 8080"
    )


def _address(host: str, port: int) -> str:
    """Return the URL under which this machine reaches what listens on *host*."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{reachable}:{port}"


def _keep_secret(settings: Settings) -> None:
    """Make the key that signs sessions, once, readable by nobody else."""
    if settings.secret_key:
        return
    path = settings.var_dir / "secret"
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_hex(32))


def _wait_for_broker(settings: Settings, supervisor: Supervisor) -> None:
    client: Any = Redis(unix_socket_path=str(embedded_socket(settings.var_dir)))
    for _ in _attempts(supervisor):
        try:
            client.ping()
        except RedisError:
            continue
        client.close()
        return
    raise click.ClickException(f"the broker does not answer; its log ends with:\n{supervisor.tail('broker')}")


def _wait_until_ready(url: str, supervisor: Supervisor) -> None:
    for _ in _attempts(supervisor):
        try:
            with urlopen(f"{url}/ready", timeout=5) as answer:  # noqa: S310  (our own address)
                if answer.status == 200:
                    return
        except OSError:
            continue
    raise click.ClickException(
        f"the web process was not ready within {READY_WITHIN:.0f} seconds; its log ends with:\n"
        f"{supervisor.tail('web')}"
    )


def _attempts(supervisor: Supervisor) -> Iterator[None]:
    begun = time.monotonic()
    while time.monotonic() - begun < READY_WITHIN:
        supervisor.check()
        yield
        time.sleep(0.1)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise EndedError(signal.Signals(number).name)
