"""Exit status 1 with one line a fault: the input is to blame, and the line says what to do."""

import errno
from collections.abc import Sequence

import click

from readiness.core.errors import ReadinessError
from readiness.wording.printable import printable


class InputError(ReadinessError):
    """The input is at fault; every line says what is wrong and what is expected."""

    def __init__(self, lines: Sequence[str]) -> None:
        # The name of a file may hold line breaks.
        self.lines = tuple(printable(line) for line in lines)
        super().__init__("\n".join(self.lines))


class Command(click.Command):
    """A command whose refusals are printed as lines, never as a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ReadinessError as error:
            for line in str(error).splitlines():
                click.echo(printable(line), err=True)
            ctx.exit(1)
        except OSError as error:
            # A reader who leaves early is click's own business, and no fault.
            if error.errno == errno.EPIPE:
                raise
            reason = (error.strerror or "cannot be written").lower()
            click.echo(f"output: {reason}; expected a place that can be written", err=True)
            ctx.exit(1)
