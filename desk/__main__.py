"""The doorway: the only module of `desk` that may name `views`, to open the window."""

from __future__ import annotations

import argparse
import gc
import sys

# What starting makes, stays: looking for garbage in it would take a tenth of the start.
gc.disable()

from desk import cli, logs  # noqa: E402

gc.enable()


def _run(arguments: argparse.Namespace) -> int:
    gc.disable()  # until the window stands: views.app
    try:
        from views.launch import run

        return run(arguments.data, demo=arguments.demo, training=arguments.training)
    finally:
        gc.enable()


def _tour(arguments: argparse.Namespace) -> int:
    from views.tour import play

    return play(arguments.out, arguments.data, arguments.size, arguments.theme)


def _smoke_test(_arguments: argparse.Namespace) -> int:
    from views.smoke import smoke_test

    return smoke_test()


def main(argv: list[str] | None = None) -> int:
    """Run the application or a command; returns its exit code."""
    cli.speak_utf8()
    arguments = cli.parser(cli.WindowCommands(_run, _tour, _smoke_test)).parse_args(argv)
    logs.keep()
    if arguments.lang != "fr":
        from desk.translations import install_language

        install_language(arguments.lang)
    return cli.execute(arguments)


if __name__ == "__main__":
    sys.exit(main())
