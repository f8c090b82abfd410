"""The choice among all published figures, against a second reading of the same files."""

from random import Random

from readiness.core.answers import Organisation, Size
from readiness.core.benchmarks import choose
from readiness.packs import benchmarks
from tests.oracle import peers
from tests.oracle.files import BENCHMARKS, exact, in_order, toml
from tests.oracle.random_answers import organisation

ORGANISATIONS = 200


def test_the_same_figure_is_chosen_for_200_organisations() -> None:
    packs = benchmarks()
    indicators = in_order(toml(BENCHMARKS / "indicators.toml"))
    assert [indicator["id"] for indicator in indicators] == [one.id for one in packs.indicators]
    steps = set()
    for seed in range(ORGANISATIONS):
        place = organisation(Random(seed))  # noqa: S311 - test data, no secret
        ours = Organisation(place["name"], place["country"], place["sector"], Size(place["size"]))
        for indicator in indicators:
            expected = peers.choose(indicator, place)
            chosen = choose(packs, packs.indicator(indicator["id"]), ours)
            if expected is None or chosen is None:
                assert expected is None
                assert chosen is None
                continue
            row, step = expected
            figure, cell = chosen
            steps.add(step)
            assert (figure.pack, figure.source, figure.note) == (
                row["pack"],
                row["source"],
                row["note"],
            )
            assert (cell.step, cell.country, cell.sector, cell.size_class) == (
                step,
                row["country"],
                row["sector"],
                row["size_class"],
            )
            assert (figure.year, figure.value) == (int(row["year"]), exact(row["value"]))
    # Near and far cells were both met, or nothing would have been compared.
    assert {2, 4, 8, 13} <= steps
