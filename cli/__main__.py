"""What `./claimbench` runs: the group of commands, with the errors that a user can act on said plainly."""

import sys

import click

from cli.environment import read_dotenv
from cli.group import Commands, Entry
from models.domain.errors import ClaimbenchError
from models.settings import ROOT, SettingsError

HELP = """Find the claims in news articles that can be checked, and settle them.

\b
Start here:
  make up                              everything, with demo articles, until Ctrl-C
  ./claimbench submit story.txt --wait send an article and watch it being read
  ./claimbench claims --measure killed what was found, as a table
  ./claimbench extract --jsonl < in    read texts with no server at all

Commands that talk to a server take --url and --token, or CLAIMBENCH_URL and CLAIMBENCH_TOKEN, or else what
the last `make up` wrote into var/demo.json.
"""

COMMANDS = {
    "Without a server": {
        "extract": Entry("cli.extract:extract", "Read articles, write their claims, as JSON lines."),
        "match": Entry("cli.match:match", "Find the documents that say what a text says."),
        "explain": Entry("cli.explain:explain", "Show how the numbers of one sentence are read, and why."),
    },
    "Talking to a server": {
        "submit": Entry("cli.submit:submit", "Send articles; with --wait, watch them being read."),
        "jobs": Entry("cli.jobs:jobs", "Show what is being read, was read, or failed."),
        "references": Entry("cli.references:references", "Bring trusted figures in from a file."),
        "claims": Entry("cli.claims:claims", "Show the claims that were found, and how each stands."),
    },
    "Running one": {
        "up": Entry("cli.up:up", "Start everything with demo articles; Ctrl-C ends it."),
        "serve": Entry("cli.serve:serve", "Run the web process: the HTTP API and the page."),
        "worker": Entry("cli.serve:worker", "Run the worker, which reads the articles."),
        "beat": Entry("cli.serve:beat", "Run the clock that rescues lost jobs."),
        "broker": Entry("cli.broker:broker", "Run the embedded broker on its unix socket."),
        "migrate": Entry("cli.migrate:migrate", "Create the database or bring it up to date."),
        "backup": Entry("cli.backup:backup", "Copy the whole desk to one file, while it serves."),
        "restore": Entry("cli.backup:restore", "Bring a backup into a new, empty database."),
    },
    "People and their trail": {
        "user": Entry("cli.user:user", "Add people, change their role, end their access."),
        "token": Entry("cli.token:token", "Mint and revoke API tokens."),
        "audit": Entry("cli.audit:audit", "Check that the trail and the claims agree."),
        "export": Entry("cli.export:export", "Write what reviewers taught, for training."),
    },
}


@click.group(cls=Commands, sections=COMMANDS, help=HELP, context_settings={"max_content_width": 110})
@click.version_option(package_name=None, version="0.1.0", prog_name="claimbench")
def claimbench() -> None:
    """Group of all commands."""


def main() -> None:
    """Run one command; a setting that cannot be used ends with a message and exit status 78.

    So does what the machine refuses (a folder that cannot be written, a full disk), with exit status 1.
    """
    read_dotenv(ROOT / ".env")
    try:
        claimbench(prog_name="claimbench")
    except SettingsError as error:
        click.echo(f"claimbench: {error}", err=True)
        sys.exit(78)
    except ClaimbenchError as error:
        click.echo(f"claimbench: {error.message}", err=True)
        for name, problems in error.fields.items():
            click.echo(f"  {name}: {' '.join(problems)}", err=True)
        sys.exit(1)
    except OSError as error:
        about = f"{error.filename}: " if error.filename else ""
        click.echo(f"claimbench: {about}{error.strerror or error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
