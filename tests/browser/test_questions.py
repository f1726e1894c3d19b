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
# The question: what is clicked, and what is then said. The answers are counted by hand in the example workbooks of
# August, September and October 2026: every line that moved, every red with its ansvarlig, årsag and what it asks.
QUESTIONS = {
    "Is the share that follows the plan higher than then?": (
        [".other-months a >> text=aug"],
        r"\d+ % følger planen .* August 2026: \d+ % følger planen",
    ),
    "Which lines of an udvalg got worse since then, and why?": (
        [f"{PAGE}Udvalg", "[data-testid=stMain] a >> text=Børne- og Ungdomsudvalget", ".other-months a >> text=sep"],
        r"^Børne- og Ungdomsudvalget .*Ændret siden september .*Forværret 1 Grøn.{1,9}Rød Fælles ledelse af mindre "
        r"skoler og dagtilbud R202 .*Behov for tværfaglig koordination eller opbakning\. .*Forbedret 1 ",
    ),
    "Which temaer get better, of lines that moved?": (
        [f"{PAGE}Udvikling"],
        r"Værre: Vækst, erhverv og beskæftigelse \(0 forbedret, 1 forværret\), "
        r"Politiske visioner \(0 forbedret, 1 forværret\) .*Hvilke temaer bliver bedre\? sep 26 okt 26 .*"
        r"Økonomisk Politik 3 af 7 → 3 af 7 uændret 0 forbedret, 0 forværret .*"
        r"Politiske visioner 1 af 8 → 1 af 8 værre 0 forbedret, 1 forværret "
        r"Vækst, erhverv og beskæftigelse 0 af 8 → 1 af 6 værre 0 forbedret, 1 forværret, 2 ikke længere indberettet",
    ),
    "How much money lies in red råderumsforslag?": (
        [f"{PAGE}Udvalg", f"{CHOICE}Art"],
        r"I røde 2026, 1\.000 kr\. .*Råderumsforslag [1-9].* −[\d.]+",
    ),
    "Which ansvarlig has most reds?": (
        [f"{PAGE}Udvalg", f"{CHOICE}Ansvarlig"],
        r"Udgifter Fagchef for Skole og Dagtilbud 3\D1 .*Sundhed og Omsorg 2\D1 .*Teknik og Drift 2 .*"
        r"Ejendomme 1\D1 .*Børn og Familie 1 .*Plan og Miljø 0 ",
    ),
    "Which reds have no reason, which no ask?": (
        [f"{PAGE}Røde indsatser"],
        r"Årsag mangler 2 .*Madproduktion samlet i færre køkkener .{10,130}Ikke oplyst, hvad direktionen bedes om "
        r"Årsag mangler .*Nedbringelse af ventetid i PPR .{10,130}Ikke oplyst, hvad direktionen bedes om Årsag mangler",
    ),
    "How long do reds last, and is it getting better?": (
        [f"{PAGE}Udvikling"],
        r"Hvor længe varer rød\? Mere end halvdelen varer længere end 3 statusser, af 10 i alt\. De 9, der er røde nu, "
        r"er regnet med .*de 1, der er kommet ud, er det 2 statusser\. Der er for få røde til at sige, om de kommer "
        r"hurtigere ud end før\. .*Andel ude 3\. kvartal 2026 7 1 0 6 – 4\. kvartal 2026 3 0 0 3 –",
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
    page = visit.follow(address + START)
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
