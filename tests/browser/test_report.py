"""The report of a check in a browser: marks, list, filters, notes that are saved, keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]
Serious = Callable[..., list[tuple[str, str]]]
SHOWN = ".entries > li:visible"


def _tag(page: Page, label: str) -> Locator:
    return page.locator("a.tag", has_text=label).first


def _entry(page: Page, label: str) -> Locator:
    return page.locator(f'.entries > li[data-label="{label}"]').first


def test_a_click_on_a_verdict_brings_up_the_source(open_report: OpenPage) -> None:
    page = open_report()
    _tag(page, "altered").click()
    entry = _entry(page, "altered")
    expect(entry.locator(".body")).to_be_in_viewport()
    expect(entry.locator("del")).to_have_text("fish")
    expect(entry.locator("ins")).to_have_text("nets")
    expect(entry.locator("mark")).to_have_text("Two wardens watch the nets")
    expect(entry.locator(".place")).to_contain_text("Section II, paragraph 1")
    link = entry.locator(".place a").get_attribute("href") or ""
    assert link.startswith("https://example.org/harbours/2.htm#:~:text=")
    expect(page.locator(".f.on")).to_have_text("two wardens watch the fish")
    expect(page.locator("#spoken")).to_have_text("2, altered")


def test_a_click_on_the_words_does_so_too(open_report: OpenPage) -> None:
    page = open_report()
    page.locator(".f", has_text="the sea").first.click()
    expect(_entry(page, "missing").locator("details")).to_have_attribute("open", "")


def test_colour_sign_and_word_tell_each_verdict(open_report: OpenPage) -> None:
    page = open_report()
    colours = set()
    for label, sign in (("verbatim", "✓"), ("altered", "✗"), ("missing", "?"), ("silenced", "–")):
        tag = _tag(page, label)
        expect(tag).to_contain_text(sign)
        colours.add(tag.evaluate("one => getComputedStyle(one).color"))
    assert len(colours) == 4
    sign = page.locator("b.g.bad").evaluate("one => getComputedStyle(one, '::after').content")
    assert sign == '"✗" / ", contradicted,"'


def test_the_list_is_filtered(open_report: OpenPage) -> None:
    page = open_report()
    everything = page.locator(SHOWN).count()
    expect(page.locator("#status")).to_have_text(f"{everything} found")
    altered = page.locator('.chip[data-label="altered"]')
    altered.click()
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(altered).to_have_attribute("aria-pressed", "true")
    page.locator('.chip[data-label="contradicted"]').click()
    expect(page.locator(SHOWN)).to_have_count(2)
    expect(page.locator("#status")).to_have_text(f"2 of {everything} shown")
    page.locator(SHOWN).first.locator("summary").click()
    page.locator(SHOWN).first.locator("input").fill("AB")
    page.check("#todo")
    expect(page.locator(SHOWN)).to_have_count(1)
    page.locator('.chip[data-label="contradicted"]').click()
    expect(page.locator(SHOWN)).to_have_count(0)
    expect(page.locator("#none")).to_be_visible()


def test_what_is_filtered_away_is_still_found_from_the_text(open_report: OpenPage) -> None:
    page = open_report()
    page.locator('.chip[data-label="altered"]').click()
    _tag(page, "missing").click()
    expect(_entry(page, "missing").locator(".body")).to_be_visible()


def test_notes_are_kept_in_the_file_that_is_saved(
    open_report: OpenPage, open_file: OpenPage, report: Path, tmp_path: Path
) -> None:
    note = '\n</textarea><script>alert(3)</script>\n"Quoted" & <b>bold</b> – ok'
    page = open_report()
    expect(page.locator("#save")).to_be_disabled()
    _tag(page, "altered").click()
    entry = _entry(page, "altered")
    entry.locator("input").fill('A"<')
    entry.locator("textarea").fill(note)
    expect(page.locator("#save")).to_have_text("Save notes (2)")
    with page.expect_download() as download:
        page.click("#save")
    assert download.value.suggested_filename == report.name
    expect(page.locator("#save")).to_be_disabled()
    first = tmp_path / "first.html"
    download.value.save_as(first)

    again = open_file(first.as_uri())
    entry = _entry(again, "altered")
    expect(entry.locator("input")).to_have_value('A"<')
    expect(entry.locator("textarea")).to_have_value(note)
    expect(entry.locator("textarea")).to_be_visible()
    expect(again.locator("#saved")).to_contain_text("Notes saved on")
    expect(again.locator("#save")).to_be_disabled()
    expect(again.locator(".entry[open]")).to_have_count(0)
    _entry(again, "missing").locator("summary").click()
    _entry(again, "missing").locator("input").fill("CD")
    with again.expect_download() as download:
        again.click("#save")
    second = tmp_path / "second.html"
    download.value.save_as(second)
    # But for the notes it is the page that was written, however often it is saved.
    assert _without_notes(second) == _without_notes(first)
    third = open_file(second.as_uri())
    expect(_entry(third, "altered").locator("textarea")).to_have_value(note)
    expect(_entry(third, "missing").locator("input")).to_have_value("CD")


def _without_notes(file: Path) -> str:
    import re

    page = file.read_text(encoding="utf-8")
    page = re.sub(r"Notes saved on [^<]*", "", page)
    return re.sub(r'value="[^"]*"|(<textarea[^>]*>)[^<]*', r"\1", page)


def test_unsaved_notes_are_not_lost_without_a_question(open_report: OpenPage) -> None:
    page = open_report()
    asks = "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert not page.evaluate(asks)
    _tag(page, "altered").click()
    _entry(page, "altered").locator("textarea").fill("x")
    assert page.evaluate(asks)


def test_the_keyboard_alone_will_do(open_report: OpenPage) -> None:
    page = open_report()
    _tag(page, "altered").focus()
    page.keyboard.press("Enter")
    summary = _entry(page, "altered").locator("summary")
    expect(summary).to_be_focused()
    page.keyboard.press("Escape")
    expect(_tag(page, "altered")).to_be_focused()
    expect(_entry(page, "altered").locator(".body")).to_be_hidden()
    page.locator("#next").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".entries > li.on .no")).to_have_text("1")
    page.keyboard.press("Enter")
    expect(page.locator(".entries > li.on .no")).to_have_text("2")
    page.locator("#before").press("Enter")
    expect(page.locator(".entries > li.on .no")).to_have_text("1")
    expect(page.locator(".f.on").first).to_be_in_viewport()


def test_hostile_words_are_shown_as_words(open_report: OpenPage) -> None:
    page = open_report()
    expect(page.locator("#text")).to_contain_text("</script><script>alert(1)</script>")
    page.click("#unfold")
    expect(_entry(page, "altered, silenced")).to_contain_text('<img src="x" onerror="alert(2)">')
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("width", [400, 800, 1280])
def test_an_entry_is_seen_beside_its_words_at_every_width(
    open_report: OpenPage, width: int
) -> None:
    page = open_report(width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    _tag(page, "altered").click()
    entry, words = _entry(page, "altered"), page.locator(".f.on").first
    expect(words).to_be_in_viewport()
    expect(entry.locator("summary")).to_be_in_viewport()
    text, panel = words.bounding_box(), entry.bounding_box()
    assert text and panel
    beside = panel["x"] >= text["x"] + text["width"]
    below = panel["y"] >= text["y"] + text["height"]
    assert beside or below, "the entry covers its words"
    if width < 990:
        entry.locator(".close").click()
        expect(_tag(page, "altered")).to_be_focused()


@pytest.mark.parametrize(
    ("width", "scheme", "rules"),
    [
        (400, "dark", ()),
        (1280, "light", ()),
        (1280, "dark", ("color-contrast",)),  # all else is as in light colours
    ],
)
def test_axe_has_nothing_serious_to_say(
    open_report: OpenPage, serious: Serious, width: int, scheme: str, rules: tuple[str, ...]
) -> None:
    page = open_report(width, scheme)
    assert serious(page, *rules) == []
    page.click("#unfold")
    page.locator('.chip[data-label="altered"]').click()
    assert serious(page, *rules) == []
    page.locator('.chip[data-label="altered"]').click()
    _tag(page, "missing").click()
    assert serious(page, *rules) == []


def test_all_is_there_without_scripts(browser: Any, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    expect(page.locator("#text")).to_contain_text("two wardens watch the fish")
    expect(page.locator("#save")).to_be_hidden()
    _entry(page, "altered").locator("summary").click()
    expect(_entry(page, "altered").locator("ins")).to_be_visible()
    context.close()


def test_paper_gets_what_is_shown_of_the_list_unfolded(open_report: OpenPage) -> None:
    page = open_report()
    page.locator('.chip[data-label="altered"]').click()
    page.evaluate("window.print = () => {}")
    page.click("#print")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(_entry(page, "altered").locator("ins")).to_be_visible()
    expect(_entry(page, "altered").locator("textarea")).to_be_visible()
    expect(page.locator("main")).to_be_hidden()
    for hidden in (".bar", ".filters", ".more"):
        expect(page.locator(hidden)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("main")).to_be_visible()
