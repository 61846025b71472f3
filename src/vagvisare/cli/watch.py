"""`vagvisare watch`: what is over, ending, overdue."""

from datetime import datetime

import click

from vagvisare.cli.database import set_up


@click.command()
@click.option(
    "--on",
    "moment",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Default: today.",
)
def watch(moment: datetime | None) -> None:
    """List what is over but still stands, ends soon or awaits its review.

    One line each, tab-separated: why, since or until when, how long, title, by whom adopted.
    """
    set_up()
    from django.utils import timezone, translation

    from vagvisare.register.sentences import duration
    from vagvisare.review.watch import watch_on

    day = moment.date() if moment else timezone.localdate()
    with translation.override("sv"):
        for alarm in watch_on(day):
            first, last = min(alarm.day, day), max(alarm.day, day)
            body = alarm.span.act.body if alarm.span.act else None
            parts = [alarm.kind.value, alarm.day.isoformat(), duration(first, last)]
            click.echo("\t".join([*parts, alarm.document.title, body.name if body else ""]))
