"""The logic of a questionnaire pack: TOML files to core objects, all references checked."""

from collections.abc import Mapping

from readiness.core.answers import Size
from readiness.core.costs import (
    Catalogue,
    CataloguePrice,
    CostKind,
    Item,
    Per,
    Rate,
    When,
    exact,
)
from readiness.core.questionnaire import (
    NOTHING,
    Citation,
    Domain,
    Effort,
    Gate,
    Kind,
    ProfileQuestion,
    Question,
    Questionnaire,
    Source,
    Span,
)
from readiness.core.texts import RoleCode, RoleProfile
from readiness.packs.reading import PackFolder, Table

PROFILE_TYPES = ("boolean", "choice", "choices", "count")
SOURCE_GRADES = ("P", "T", "S", "M")
WEIGHTS_SUM = 100
DOLLARS = "USD"
"""The one foreign currency a price may have: the catalogue holds its rate and no other."""
NO_EFFORT = Effort(NOTHING, NOTHING)


def read_questionnaire(files: PackFolder, digest: str) -> Questionnaire:
    """The questionnaire in ``files``; what is wrong with it becomes a fault there."""
    pack = files.table("pack.toml")
    sources = _sources(files.table("sources.toml"))
    entries = pack.tables("domains")
    domains = tuple(_domain(files, entry, sources) for entry in entries)
    if sum(domain.weight for domain in domains) != WEIGHTS_SUM:
        pack.fault("domains", f"the weights do not add up; expected a sum of {WEIGHTS_SUM}")
    questionnaire = Questionnaire(
        id=pack.text("id"),
        digest=digest,
        domains=domains,
        use_question=pack.text("use_question"),
        using_from_level=pack.integer("using_from_level", low=1, high=4),
        target_level=pack.integer("target_level", low=3, high=3),
        profile=_profile(files.table("profile.toml")),
        sources=sources,
    )
    pack.done()
    _check_references(questionnaire, pack, files)
    return questionnaire


def _sources(table: Table) -> Mapping[str, Source]:
    sources = {}
    for code in table:
        entry = table.table(code)
        source = Source(
            code=code,
            title=entry.text("title"),
            url=entry.address("url"),
            grade=entry.text("grade"),
            read=entry.text("read"),
        )
        if source.grade not in SOURCE_GRADES:
            entry.fault("grade", f"expected one of {', '.join(SOURCE_GRADES)}")
        entry.done()
        sources[code] = source
    return sources


def _domain(files: PackFolder, entry: Table, sources: Mapping[str, Source]) -> Domain:
    domain_id, weight = entry.text("id"), entry.integer("weight", low=1, high=WEIGHTS_SUM)
    entry.done()
    table = files.table(f"{domain_id}.toml")
    if not table.data:
        table.fault("", "has no question; expected at least one")
    questions = tuple(_question(table.table(key), key, domain_id, sources) for key in table)
    return Domain(domain_id, weight, questions)


def _question(
    table: Table, question_id: str, domain: str, sources: Mapping[str, Source]
) -> Question:
    scored = table.flag("scored", default=True)
    gate = table.choice("gate", Gate) if table.has("gate") else None
    question = Question(
        id=question_id,
        domain=domain,
        kind=table.choice("kind", Kind),
        weight=table.integer("weight", low=1, high=5),
        gate=gate,
        core=table.flag("core", default=False),
        scored=scored,
        not_applicable=table.flag("not_applicable", default=False),
        accountable=table.text("accountable"),
        support=table.names("support"),
        to_3=_effort(table, "effort_3") if scored else NO_EFFORT,
        to_4=_effort(table, "effort_4") if scored else NO_EFFORT,
        requires=table.names("requires") if scored else (),
        citations=_citations(table, sources),
    )
    if question.not_applicable and (gate is Gate.HARD or not scored):
        table.fault("not_applicable", "is never allowed on a hard gate or an unscored question")
    table.done()
    return question


def _effort(table: Table, key: str) -> Effort:
    entry = table.table(key)
    effort = Effort(once=entry.span("once"), yearly=entry.span("yearly"))
    if not effort.once.typical:
        entry.fault("once", "is zero; expected at least some effort, gains are ranked by it")
    entry.done()
    return effort


def _citations(table: Table, sources: Mapping[str, Source]) -> tuple[Citation, ...]:
    citations = []
    for entry in table.tables("sources"):
        code = entry.text("code")
        if code not in sources:
            entry.fault("code", f"{code!r} is not in sources.toml; add the source there")
        citations.append(Citation(code, entry.text("clause", empty=True)))
        entry.done()
    return tuple(citations)


def _profile(table: Table) -> tuple[ProfileQuestion, ...]:
    questions = []
    for key in table:
        entry = table.table(key)
        kind = entry.text("type")
        if kind not in PROFILE_TYPES:
            entry.fault("type", f"is {kind!r}; expected one of {', '.join(PROFILE_TYPES)}")
        options = entry.texts("options", at_least=2) if kind.startswith("choice") else ()
        entry.done()
        questions.append(ProfileQuestion(key, kind, options))
    return tuple(questions)


def _check_references(questionnaire: Questionnaire, pack: Table, files: PackFolder) -> None:
    known = questionnaire.questions
    if questionnaire.use_question not in known:
        pack.fault("use_question", f"{questionnaire.use_question!r} is not a question of the pack")
    for question in known.values():
        file = f"{question.domain}.toml"
        for required in question.requires:
            if required not in known:
                files.fault(file, f"{question.id}.requires", f"{required!r} is unknown")
            elif _requires(questionnaire, required, question.id, frozenset()):
                files.fault(file, f"{question.id}.requires", f"{required!r} is a circle")


def _requires(questionnaire: Questionnaire, start: str, wanted: str, seen: frozenset[str]) -> bool:
    if start == wanted:
        return True
    if start in seen or start not in questionnaire.questions:
        return False
    onward = questionnaire.questions[start].requires
    return any(_requires(questionnaire, step, wanted, seen | {start}) for step in onward)


def read_catalogue(files: PackFolder, questionnaire: Questionnaire) -> Catalogue:
    """The cost catalogue of a pack; what is wrong with it becomes a fault."""
    table = files.table("costs.toml")
    currency = table.text("currency")
    catalogue = Catalogue(
        currency=currency,
        day=_price(table.table("day"), country=False),
        usd=_rate(table.table("rates").table("usd")),
        setup_kinds=_setup_kinds(table.table("setup"), questionnaire),
        items=tuple(_item(entry, questionnaire, currency) for entry in table.tables("items")),
        headcounts=_by_size(table.table("headcounts")),
        publishers=_by_size(table.table("publishers")),
        posts=_by_size(table.table("posts")),
    )
    table.done()
    return catalogue


def _setup_kinds(table: Table, questionnaire: Questionnaire) -> Mapping[str, CostKind]:
    kinds = {domain.id: table.choice(domain.id, CostKind) for domain in questionnaire.domains}
    table.done()
    return kinds


def _price(entry: Table, *, country: bool) -> CataloguePrice:
    ends = (entry.amount("low"), entry.amount("typical"), entry.amount("high"))
    if list(ends) != sorted(ends):
        entry.fault("low", "is out of order; expected low <= typical <= high")
    price = CataloguePrice(
        country=entry.text("country", empty=True) if country else "",
        amount=Span(*ends),
        year=entry.integer("year", low=2000, high=2100),
        grade=entry.text("grade"),
        source_title=entry.text("source_title"),
        source_url=entry.address("source_url", empty=True),
    )
    if not price.source_url and price.grade != "D":
        entry.fault("source_url", "is empty; only an estimate of the authors (grade D) has none")
    entry.done()
    return price


def _rate(entry: Table) -> Rate:
    rate = Rate(exact(entry.amount("value")), entry.text("as_of"), entry.text("grade"))
    entry.done()
    return rate


def _by_size(table: Table) -> Mapping[str, Span]:
    spans = {size.value: table.span(size.value) for size in Size}
    table.done()
    return spans


def _item(entry: Table, questionnaire: Questionnaire, currency: str) -> Item:
    item = Item(
        id=entry.text("id"),
        kind=entry.choice("kind", CostKind),
        trigger=entry.text("trigger"),
        when=entry.choice("when", When),
        per=entry.choice("per", Per),
        times=entry.integer("times", low=1),
        currency=entry.text("currency"),
        prices=tuple(_price(price, country=True) for price in entry.tables("prices")),
    )
    if item.trigger not in questionnaire.questions:
        entry.fault("trigger", f"{item.trigger!r} is not a question of the pack")
    if currency and item.currency not in {currency, DOLLARS}:
        entry.fault("currency", f"is {item.currency!r}; expected {currency} or {DOLLARS}")
    entry.done()
    return item


def read_role_profiles(files: PackFolder, questionnaire: Questionnaire) -> tuple[RoleProfile, ...]:
    """The role profiles of a pack and the question that makes each worth printing."""
    table = files.table("roles.toml")
    profiles = []
    for key in table:
        entry = table.table(key)
        trigger = entry.text("trigger")
        if trigger not in questionnaire.questions:
            entry.fault("trigger", f"{trigger!r} is not a question of the pack")
        codes = tuple(
            RoleCode(code.text("scheme"), code.text("code"), code.address("url"))
            for code in entry.tables("codes")
        )
        entry.done()
        profiles.append(RoleProfile(key, trigger, codes))
    return tuple(profiles)
