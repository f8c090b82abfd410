"""What the core refuses, each with the data needed to word a message."""


class ReadinessError(Exception):
    """The common ancestor, so that an edge can catch every refusal of the product at once."""


class UnknownQuestionError(ReadinessError, KeyError):
    """A question id that the questionnaire does not have."""

    def __init__(self, question_id: str) -> None:
        super().__init__(question_id)
        self.question_id = question_id


class NotApplicableRefusedError(ReadinessError, ValueError):
    """*Not applicable* on a question that always has an object, or without its reason."""

    def __init__(self, question_id: str) -> None:
        super().__init__(question_id)
        self.question_id = question_id
