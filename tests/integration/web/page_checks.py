"""What every page must keep, checked on every page that any test asks for."""

from collections import Counter

import html5lib
from bs4 import BeautifulSoup, Tag

LABELLED = "input:not([type=hidden]), select, textarea"


def faults(html: str, soup: BeautifulSoup) -> list[str]:
    """Everything wrong with a page; each fault names the element."""
    return [
        *_syntax(html),
        *_heading(soup),
        *_ids(soup),
        *_labels(soup),
        *_forms(soup),
        *_inline(soup),
        *_language(soup),
        *_drawings(soup),
    ]


def _syntax(html: str) -> list[str]:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    lines = html.splitlines()
    return [
        f"HTML: {code} in line {position[0]}: {lines[position[0] - 1].strip()[:120]}"
        for position, code, _data in parser.errors
    ]


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def _heading(soup: BeautifulSoup) -> list[str]:
    headings = soup.select("h1")
    if len(headings) != 1:
        return [f"{len(headings)} h1; a page has one"]
    title = _text(soup.select("title")[0])
    for prefix in ("Error: ", "Erreur : ", "Erreur\u00a0: "):
        title = title.removeprefix(prefix)
    heading = _text(headings[0])
    return [] if title.startswith(heading) else [f"title {title!r} does not begin with {heading!r}"]


def _ids(soup: BeautifulSoup) -> list[str]:
    counted = Counter(str(tag["id"]) for tag in soup.select("[id]"))
    twice = [f"id {name!r} is there {times} times" for name, times in counted.items() if times > 1]
    referring = ("for", "aria-labelledby", "aria-describedby")
    lost = [
        f"{attribute}={name!r} refers to nothing"
        for attribute in referring
        for tag in soup.select(f"[{attribute}]")
        for name in " ".join(tag.get_attribute_list(attribute)).split()
        if name not in counted
    ]
    anchors = [str(tag["href"])[1:] for tag in soup.select('a[href^="#"]')]
    return [
        *twice,
        *lost,
        *(f"link to #{name} leads nowhere" for name in anchors if name not in counted),
    ]


def _labels(soup: BeautifulSoup) -> list[str]:
    named = {str(label["for"]) for label in soup.select("label[for]")}
    return [
        f"no label for {tag.get('name')!r} ({tag.get('id')!r})"
        for tag in soup.select(LABELLED)
        if str(tag.get("id")) not in named
    ]


def _forms(soup: BeautifulSoup) -> list[str]:
    posting = [form for form in soup.select("form") if form.get("method") == "post"]
    missing = [form for form in posting if not form.select("input[name=csrf_token]")]
    without = [form for form in soup.select("form") if not form.get("action")]
    return [f"form without protection: {form.get('action')}" for form in missing] + [
        f"form without an action: {form}"[:100] for form in without
    ]


def _inline(soup: BeautifulSoup) -> list[str]:
    found = [f"inline style on {tag.name}" for tag in soup.select("[style], style")]
    found += ["inline script" for tag in soup.select("script") if not tag.get("src")]
    found += [
        f"{name} on {tag.name}"
        for tag in soup.find_all(name=True)
        for name in tag.attrs
        if name.startswith("on")
    ]
    fetched = [str(tag["src"]) for tag in soup.select("[src]")]
    fetched += [str(tag["href"]) for tag in soup.select("link[href]")]
    return found + [
        f"{address} is fetched" for address in fetched if not address.startswith("/static/")
    ]


def _language(soup: BeautifulSoup) -> list[str]:
    language = soup.select("html")[0].get("lang")
    return [] if language in {"en", "fr"} else [f"the page says that it is in {language!r}"]


def _drawings(soup: BeautifulSoup) -> list[str]:
    return [
        "a drawing without title or description"
        for svg in soup.select('svg[role="img"]')
        if not (svg.select("title") and svg.select("desc"))
        or not all(_text(part) for part in svg.select("title, desc"))
    ]
