"""The exported page in a browser: search, filters, facts, copying, keyboard, accessibility."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]
Serious = Callable[[Page], list[tuple[str, str]]]
CALLS = "I.ship-calls.calls"
DREDGING = "I.harbour-act.dredging"


def _first_result(page: Page) -> str:
    return page.locator("#results a").first.get_attribute("href") or ""


def test_search_finds_and_ranks(open_page: OpenPage) -> None:
    page = open_page()
    for query, fact, why in (
        ("dredging", DREDGING, "a word of the quote"),
        ("fairway", DREDGING, "an alias of the fact"),
        ("dregding", DREDGING, "a typing error"),
        ("how many vessels arrived?", CALLS, "a question in other words"),
        ("4500", CALLS, "a number without its comma"),
        ("2.5m", "I.harbour-act.fees", "a number in short"),
        ("inspector", "II.landings.wardens", "an alias in another form"),
    ):
        page.fill("#search", query)
        assert _first_result(page) == f"#{fact}", why
        expect(page.locator("#status")).to_contain_text("found")


@pytest.mark.parametrize("query", ["xylophone quartets", "...", "999"])
def test_what_is_not_there_is_not_found(open_page: OpenPage, query: str) -> None:
    page = open_page()
    page.fill("#search", query)
    expect(page.locator("#results a")).to_have_count(0)
    expect(page.locator("#status")).to_have_text("Nothing found. Try fewer or other words.")


def test_the_keyboard_alone_will_do(open_page: OpenPage) -> None:
    page = open_page()
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("ferries")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator("#results a").nth(1)
    expect(second).to_be_focused()
    page.keyboard.press("Enter")
    expect(second).to_be_focused()
    expect(page.locator("#card")).to_be_visible()
    assert page.evaluate("location.hash") == second.get_attribute("href")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#search")).to_have_value("")
    expect(page.locator("#results")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def test_the_single_keys_can_be_switched_off(open_page: OpenPage) -> None:
    page = open_page()
    page.click("#help-button")
    page.uncheck("#single-keys")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#search")).not_to_be_focused()


def test_an_address_with_a_fact_leads_to_it(open_page: OpenPage) -> None:
    page = open_page(where="#Closing.rebuilding.rebuilt")
    words = "Since the Great Storm, the harbours of Norland have been rebuilt."
    expect(page.locator("#card blockquote")).to_have_text(f"“{words}”")
    ours = "Our summary: The harbours were rebuilt after the Great Storm"
    expect(page.locator("#card .ours")).to_have_text(ours)
    marked = page.locator(".f.on")
    expect(marked).to_have_text(words)
    expect(marked).to_be_in_viewport()


def test_back_leads_to_the_fact_before(open_page: OpenPage) -> None:
    page = open_page(where=f"#{CALLS}")
    page.get_by_label("Next fact").click()
    expect(page.locator("#card .id")).not_to_have_text(CALLS)
    page.go_back()
    expect(page.locator("#card .id")).to_have_text(CALLS)


def test_a_click_on_shared_words_means_the_shorter_fact(open_page: OpenPage) -> None:
    page = open_page()
    page.locator(".f2").first.click()
    expect(page.locator("#card .id")).to_have_text("I.ship-calls.ferries")
    page.click(".others a")
    expect(page.locator("#card .id")).to_have_text(CALLS)
    whole = "".join(page.locator(".f.on").all_text_contents())
    assert whole.startswith("From 2010 to March 2019") and whole.endswith("300 tankers.")


def test_filters_of_the_figures(open_page: OpenPage) -> None:
    page = open_page()
    shown = page.locator("#figure-rows tr:visible")
    everything = shown.count()
    page.select_option("#by-unit", "percent")
    expect(shown).to_have_count(2)
    expect(page.locator("#figure-count")).to_have_text(f"2 of {everything} figures")
    page.select_option("#by-section", label="I Harbours")
    expect(shown).to_have_count(0)
    page.select_option("#by-unit", "")
    page.select_option("#by-topic", label="The Harbour Act")
    expect(shown).to_have_count(1)
    expect(shown.locator("th")).to_have_text("EUR2.5 million")
    shown.locator("a").click()
    expect(page.locator("#card .id")).to_have_text("I.harbour-act.fees")


@pytest.mark.parametrize("allowed", [True, False])
def test_a_citation_and_a_quotation_are_copied(open_page: OpenPage, allowed: bool) -> None:
    """By the clipboard's own interface, and without it in the older way."""
    page = open_page(where=f"#{DREDGING}")
    if allowed:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    else:
        page.evaluate(
            "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
        )
        page.context.grant_permissions(["clipboard-read"])
    page.click("text=Copy citation")
    expect(page.locator("#spoken")).to_have_text("The citation is copied")
    reference = (
        "Ministry of the Sea of Norland, Harbours and Fisheries of Norland, 4 May 2020, "
        "section I, paragraph 3, https://example.org/harbours/1.htm"
    )
    assert page.evaluate("navigator.clipboard.readText()") == reference
    page.click("text=Copy quotation")
    expect(page.locator("#spoken")).to_have_text("The quotation is copied")
    assert page.evaluate("navigator.clipboard.readText()") == (
        f"“dredging the main channel every year” ({reference})"
    )


def test_hostile_words_are_shown_as_words(open_page: OpenPage) -> None:
    page = open_page()
    page.fill("#search", "graffito")
    page.keyboard.press("Enter")
    expect(page.locator("#card .ours")).to_contain_text('<img src="x" onerror=')
    expect(page.locator("#text")).to_contain_text("</script><script>alert(1)</script>")
    assert page.locator("img").count() == 0


def test_the_document_speaks_first_in_the_results(open_page: OpenPage) -> None:
    page = open_page()
    page.fill("#search", "dredging")
    texts = page.locator("#results li").first.locator("a > span").all_inner_texts()
    assert texts[0].startswith("“")
    assert texts[1].startswith("Our summary: ")


def test_the_contents_follow_the_reader(open_page: OpenPage) -> None:
    page = open_page()
    here = page.locator(".contents a[aria-current]")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(here).to_have_text("Figures")
    page.evaluate("scrollTo(0, 0)")
    expect(here).not_to_have_text("Figures")


@pytest.mark.parametrize("where", ["#at-I:3", "#I:3"])
def test_a_paragraph_has_its_number_and_address(open_page: OpenPage, where: str) -> None:
    page = open_page(where=where)
    number = page.locator("[id='at-I:3'] > .paragraph")
    expect(number).to_have_attribute("data-number", "3")
    expect(number).to_be_in_viewport()


@pytest.mark.parametrize("width", [400, 800, 1280])
def test_a_fact_is_seen_beside_its_card_at_every_width(open_page: OpenPage, width: int) -> None:
    page = open_page(width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.fill("#search", "inspectors")
    page.locator("#results a").first.click()
    marked, card = page.locator(".f.on").first, page.locator("#card")
    expect(marked).to_be_in_viewport()
    expect(card).to_be_visible()
    text, panel = marked.bounding_box(), page.locator("#panel").bounding_box()
    assert text and panel
    beside = panel["x"] >= text["x"] + text["width"]
    below = panel["y"] >= text["y"] + text["height"]
    assert beside or below, "the panel covers the fact"
    if width < 990:
        page.click("#card .back")
        expect(page.locator("#results a").first).to_be_focused()


@pytest.mark.parametrize(("width", "scheme"), [(400, "dark"), (1280, "light")])
def test_axe_has_nothing_serious_to_say(
    open_page: OpenPage, serious: Serious, width: int, scheme: str
) -> None:
    page = open_page(width, scheme, f"#{CALLS}")
    assert serious(page) == []
    page.evaluate("document.querySelector('.facts').open = true")
    page.fill("#search", "ferries")
    assert serious(page) == []
    page.evaluate("document.getElementById('help').showModal()")
    assert serious(page) == []


def test_the_text_is_there_without_scripts(browser: Any, exported: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(exported)
    expect(page.locator("#text")).to_contain_text("Two wardens watch the nets.")
    expect(page.locator("#figure-rows tr").first).to_be_visible()
    expect(page.locator("#search")).to_be_hidden()
    context.close()


def test_print_leaves_the_text_and_lists_the_facts(open_page: OpenPage) -> None:
    page = open_page(where=f"#{CALLS}")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for hidden in ("#search", "#card", ".filters", ".contents"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".facts li").first).to_be_visible()
    expect(page.locator("#text p").first).to_be_visible()
