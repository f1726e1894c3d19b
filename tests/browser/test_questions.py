"""What an økonomichef asks, each answered within three clicks from Overblik; one visit for all of it.

What was known of a line in an earlier month, and the search for a number, are held in test_indsats.py.
"""

import pytest

from browser.visiting import Visit, settle

pytestmark = pytest.mark.browser

START = "/?maaned=2026-10&omfang=plan"
PAGE, CHOICE, TILE = (
    "[data-testid=stTopNavLink] >> text=",
    "[data-testid=stMain] button >> text=",
    ".signal-tile >> text=",
)
SAID = "() => document.querySelector('.stMainBlockContainer').innerText.replace(/\\s+/g, ' ')"
# the question: what is clicked, and what is then said
QUESTIONS = {
    "Is the share that follows the plan higher than then?": (
        [".other-months a >> text=aug"],
        r"\d+ % følger planen .* August 2026: \d+ % følger planen",
    ),
    "Which lines of an udvalg got worse since then, and why?": (
        [f"{PAGE}Udvalg", "[data-testid=stMain] a >> text=Børne- og Ungdomsudvalget", ".other-months a >> text=sep"],
        r"^Børne- og Ungdomsudvalget .*Ændret siden september .*Forværret [1-9]\d* \S+→Rød .+ opbakning\. ",
    ),
    "Which temaer get better, of lines that moved?": ([f"{PAGE}Udvikling"], r"\d+ forbedret, \d+ forværret"),
    "How much money lies in red råderumsforslag?": (
        [f"{PAGE}Udvalg", f"{CHOICE}Art"],
        r"I røde 2026, 1\.000 kr\. .*Råderumsforslag [1-9].* −[\d.]+",
    ),
    "Which ansvarlig has most reds?": ([f"{PAGE}Udvalg", f"{CHOICE}Ansvarlig"], r"Udgifter Fagchef for [^\d]+ [1-9]"),
    "Which reds have no reason, which no ask?": (
        [f"{PAGE}Røde indsatser"],
        r"Ikke oplyst, hvad direktionen bedes om Årsag mangler",
    ),
    "How long do reds last, and is it getting better?": (
        [f"{PAGE}Udvikling"],
        r"Hvor længe varer rød\? (Halvdelen er ude|Mere end halvdelen varer|Ingen er kommet ud).* Andel ude",
    ),
    "Which stand before political treatment, in which udvalg?": (
        [f"{PAGE}Udvalg"],
        r"Står foran politisk behandling \d+ .*Arbejdsmarkedsudvalget \d+ november 2026",
    ),
    "Who has not reported, and how many times in a row?": (
        [".light-card.not_reported a, a[href*='lys=not_reported'] >> nth=0"],
        r"Mangler at indberette .*Skriv mail til ",
    ),
    "Which warnings are to be trusted?": ([f"{PAGE}Signaler", f"{CHOICE}Hvor gode er de?"], r"Gik skidt uden"),
    "Which lines were never green?": (  # last, as it leaves a filter
        [".st-key-kendetegn input", "[role=option] >> text=Aldrig grøn", "label >> text=Kun tværgående"],
        r"(Kendetegn: Aldrig grøn|Aldrig grøn ×).*Kun tværgående",
    ),
}


def test_each_question_is_answered_within_three_clicks_from_overblik(visit: Visit, address: str) -> None:
    page = visit.open(address + START)
    for clicks, said in QUESTIONS.values():
        assert len(clicks) <= 3
        for click in clicks:
            page.click(click)
            page.wait_for_timeout(300)  # the run that a click starts is not known at once
            settle(page)
        page.wait_for_function(f"said => new RegExp(said).test(({SAID})())", arg=said)
        page.click(f"{PAGE}Overblik")
        settle(page, ".st-key-hvor")
    assert visit.complaints == []
