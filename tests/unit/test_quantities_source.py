"""Every number and date of the built-in document, in the sentences that print them."""

import pytest

from wp.quantities.read import dates, quantities

# sentence, figures as printed with their values, mentions of time
SENTENCES: list[tuple[str, dict[str, float], list[str]]] = [
    ("China is a large country with a population of more than 1.3 billion.",
     {"more than 1.3 billion": 1_300_000_000}, []),
    ("The CPC is a large party with more than 89 million members.",
     {"more than 89 million": 89_000_000}, []),
    ("Since the 18th National Congress, the CPC has continuously strengthened its leadership", {},
     ["Since the 18th National Congress"]),
    ("At the Third Plenary Session of the 18th Central Committee, the CPC decided to", {}, []),
    ("As stated by the central leadership at the 19th CPC National Congress, to ensure", {}, []),
    ("This resolution put forward 190 measures in the areas of sound lawmaking", {"190": 190}, []),
    ("Since the 18th CPC National Congress, the Political Bureau of the CPC Central Committee", {},
     ["Since the 18th CPC National Congress"]),
    ("dating from the founding of the PRC in October 1949 to June 2012. Among 1,178 such "
     "regulations and documents, 369 were declared invalid",
     {"1,178": 1178, "369": 369}, ["from the founding of the PRC in October 1949 to June 2012"]),
    ("322 were abolished, and 487 are still in effect.", {"322": 322, "487": 487}, []),
    ("The CPC has shown zero tolerance in the fight against corruption.", {}, []),
    ("has investigated more than 440 Party-member officials", {"more than 440": 440}, []),
    ("have dealt with 1,537,000 people, including 8,900 at bureau level and 63,000 at county "
     "level, and 58,000 cases of suspected criminal activity",
     {"1,537,000": 1_537_000, "8,900": 8900, "63,000": 63_000, "58,000": 58_000}, []),
    ("In 2016, 57,000 Party-member officials took the initiative", {"57,000": 57_000}, ["In 2016"]),
    ("From the beginning of 2014 to August 2017, more than 6,100 Party committees or Party "
     "leadership groups, general branches and branches, more than 300 discipline inspection "
     "commissions or teams, and more than 60,000 Party-member officials were held accountable",
     {"more than 6,100": 6100, "more than 300": 300, "more than 60,000": 60_000},
     ["From the beginning of 2014 to August 2017"]),
    ("has organized 12 rounds of inspection tours, including inspection of Party organizations in "
     "277 local governments", {"12": 12, "277": 277}, []),
    ('"return inspections" of 16 provinces, and "flexible inspections" of four entities.',
     {"16": 16, "four": 4}, []),
    ("For the first time in its history, the CPC achieved", {}, []),
    ("set up 47 dispatched resident teams, covering all the 139 central-level departments",
     {"47": 47, "139": 139}, []),
    ("According to a 2016 survey of the National Bureau of Statistics, the index rise from "
     "81 percent in 2013 to 92.9 percent in 2016.",
     {"81 percent": 81, "92.9 percent": 92.9}, ["2016", "in 2013", "in 2016"]),
    ("In March 2013 Chinese President Xi Jinping put forward the idea for the first time", {},
     ["In March 2013"]),
    ("In September 2015, at the summits commemorating the 70th anniversary of the founding",
     {"70th": 70}, ["In September 2015"]),
    ("In January 2017, he attended a high-level meeting", {}, ["In January 2017"]),
    ("China has acceded to 26 international human rights conventions", {"26": 26}, []),
    ("In 2012 China's first report on implementing the Convention", {"first": 1}, ["In 2012"]),
    ("In 2013 China's third and fourth combined report on implementing the Convention",
     {"third": 3, "fourth": 4}, ["In 2013"]),
    ("In 2014 China underwent the second-round Universal Periodic Review", {"second": 2},
     ["In 2014"]),
    ("China's seventh and eighth periodic report on the implementation",
     {"seventh": 7, "eighth": 8}, []),
    ("In 2015 China submitted its sixth report on implementing the Convention", {"sixth": 6},
     ["In 2015"]),
    ("From 1990 to August 2017, 36,000 Chinese military peacekeeping personnel were sent abroad "
     "to take part in 24 UN peacekeeping operations.", {"36,000": 36_000, "24": 24},
     ["From 1990 to August 2017"]),
    ("In 2017 China built a peacekeeping standby force of 8,000 troops.", {"8,000": 8000},
     ["In 2017"]),
    ("By 2016 China had signed judicial assistance treaties with 19 countries", {"19": 19},
     ["By 2016"]),
    ("with 40 countries, 32 of which had come into force, and with 20 countries, 17 of which had",
     {"40": 40, "32": 32, "20": 20, "17": 17}, []),
    ("Between 2013 and 2016, China's central organs handled more than 3,300 requests",
     {"more than 3,300": 3300}, ["Between 2013 and 2016"]),
    ('the "G20 High Level Principles" and the "2017-2018 G20 Anti-Corruption Action Plan". '
     "Ten principles on persons sought for corruption", {"Ten": 10}, ["2017-2018"]),
    ("From 2014 to mid-October 2017, 3,453 fugitives were brought back from more than 90 countries "
     "and regions, including 48 on the list of 100 most wanted fugitives, and illegal assets worth "
     "RMB9.5 billion were recovered.",
     {"3,453": 3453, "more than 90": 90, "48": 48, "100": 100, "RMB9.5 billion": 9_500_000_000},
     ["From 2014 to mid-October 2017"]),
    ('the fight against the "three evil forces" of terrorism', {"three": 3}, []),
    ("In the Second Safe Mekong Joint Operation, organized by China in 2016, 6,476 drug-related "
     "cases were solved, 9,927 suspects were arrested, and 12.7 tons of narcotics and 55.2 tons of "
     "precursor chemicals were seized.",
     {"6,476": 6476, "9,927": 9927, "12.7 tons": 12.7, "55.2 tons": 55.2}, ["in 2016"]),
    ("to realize the Two Centenary Goals. The two goals are to complete", {"two": 2}, []),
    ("the centenary of the CPC (founded in 1921) and of the PRC (founded in 1949)",
     {"centenary": 100},
     ["in 1921", "in 1949"]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "figures", "mentions"), SENTENCES)
def test_figures_of_the_document(
    sentence: str, figures: dict[str, float], mentions: list[str]
) -> None:
    assert {item.text: item.value for item in quantities(sentence)} == figures


@pytest.mark.parametrize(("sentence", "figures", "mentions"), SENTENCES)
def test_dates_of_the_document(
    sentence: str, figures: dict[str, float], mentions: list[str]
) -> None:
    assert [item.text for item in dates(sentence)] == mentions
