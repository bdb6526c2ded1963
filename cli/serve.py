"""The processes of a server, one command each, for a Procfile or a service manager."""

from dataclasses import replace

import click

from cli import programs
from models.settings import Settings


@click.command(short_help="Run the web process: the HTTP API and the page.")
@click.option("--host", help="Address to listen on (default: CLAIMBENCH_HOST or 127.0.0.1).")
@click.option("--port", type=click.IntRange(1, 65535), help="Its port (default: CLAIMBENCH_PORT or 8000).")
def serve(host: str | None, port: int | None) -> None:
    """Run the web process: the HTTP API and the page.

    \b
    SECRET_KEY must be set, and the database migrated:
      ./claimbench migrate
      SECRET_KEY=$(openssl rand -hex 32) ./claimbench serve
    """
    settings = Settings.from_environment()
    settings.require_secret()
    settings = replace(settings, host=host or settings.host, port=port or settings.port)
    click.echo(f"http://{settings.host}:{settings.port}", err=True)
    programs.replace_this_process(programs.web(settings))


@click.command(short_help="Run the worker, which reads the articles.")
def worker() -> None:
    """Run the worker, which reads the articles.

    Two articles at a time by default, each in a process with one thread (CLAIMBENCH_WORKER_PROCESSES). Start
    as many workers as you like, on as many machines as reach the database and the broker.
    """
    programs.replace_this_process(programs.worker(Settings.from_environment()))


@click.command(short_help="Run the clock that rescues lost jobs; one is enough.")
def beat() -> None:
    """Run the clock that rescues lost jobs; one is enough, and two do no harm."""
    settings = Settings.from_environment()
    settings.var_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    programs.replace_this_process(programs.beat(settings))
