"""The command ``readiness``: each command is a few lines over a service."""

from readiness.cli.commands import main

__all__ = ["main"]
