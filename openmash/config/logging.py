"""Logs: one JSON line per event, with ids and labels, never a person's particulars (trust 1)."""

from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

PERSONAL = frozenset({"ip", "user_agent", "username", "email", "name", "address", "query"})

SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def without_personal_data(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Drop what could say who somebody is: references and ids are enough to find an event."""
    if isinstance(event.get("request"), str):
        event["request"] = event["request"].partition("?")[0]
    return {key: value for key, value in event.items() if key not in PERSONAL}


def configure_structlog() -> None:
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def logging_settings(level: str, *, plain: bool) -> dict[str, Any]:
    """Return Django's LOGGING; `plain` writes for eyes, otherwise for machines."""
    writer: Processor = (
        structlog.dev.ConsoleRenderer(colors=False)
        if plain
        else structlog.processors.JSONRenderer()
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "events": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    without_personal_data,
                    structlog.processors.format_exc_info,
                    writer,
                ],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "events"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "procrastinate": {"level": "WARNING"},
        },
    }
