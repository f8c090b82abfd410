"""The bar that shows a section's progress, one segment a question: where each part begins."""

from dataclasses import dataclass

from readiness.services.drafts import Progress


@dataclass(frozen=True, slots=True)
class Part:
    """A run of questions of one kind, in percent of the width."""

    kind: str
    start: str
    width: str


@dataclass(frozen=True, slots=True)
class ProgressBar:
    """The parts of the bar from the left, and where one question ends and the next begins."""

    parts: tuple[Part, ...]
    cuts: tuple[str, ...]


def progress_bar(progress: Progress) -> ProgressBar:
    """Answered, not known, not applicable, open: always in this order."""
    counts = {
        "answered": progress.answered,
        "unknown": progress.unknown,
        "not_applicable": progress.not_applicable,
        "open": progress.open,
    }
    parts, before = [], 0
    for kind, count in counts.items():
        if count:
            parts.append(Part(kind, _percent(before, progress), _percent(count, progress)))
        before += count
    cuts = tuple(_percent(position, progress) for position in range(1, progress.total))
    return ProgressBar(tuple(parts), cuts)


def _percent(count: int, progress: Progress) -> str:
    return f"{100 * count / progress.total:.2f}%"
