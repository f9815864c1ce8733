"""Claims held against a base that was drafted from a document, by no curator."""

from functools import cache
from pathlib import Path

import pytest

from wp.base.canonical import checked_text
from wp.base.draft import draft_base
from wp.base.draft.source import read_source
from wp.base.load import read_checked
from wp.base.schema import assemble
from wp.verify.check import check_draft
from wp.verify.claims.claim_index import ClaimIndex
from wp.verify.claims.context import NO_CONTEXT
from wp.verify.claims.judge import judge_sentence
from wp.verify.draft import read_draft

TRADE = """# Harbour bulletin

The second quarter saw more trade than the first.

**Table 1. Workers by trade, second quarter of 2031 (thousands)**

| Trade | Workers | Change on year |
|---|---:|---:|
| Nets | 688.9 | -14.7 |
| All trades | 4,318.0 | 61.9 |

**Table 2. Staff projections (annual percentage change)**

| Indicator | 2027 | 2028 |
|---|---:|---:|
| Unemployment rate (% of workers) | 7.7 | 7.1 |
"""

ROADS = """# Road safety

In 2033, 412 people were killed on the roads of Kestria, 37 fewer than in 2032.
There were 41 deaths per million inhabitants. On motorways 54 people died.

**Table 1. Road safety by region**

| Region | Killed, 2032 | Killed, 2033 |
|---|---:|---:|
| East | 131 | 118 |
| West | 91 | 79 |
"""

BUDGET = """# Budget speech

The tax on sugar, which this House threw out in 2033 by 77 votes to 73, is before you again.
The Network Manager should cut back plants at all 1,870 signals of the main lines by 2032.
In 2036 the State will take in 48.2 billion dalers. Forty-seven people were injured on the train.
The train had left Marlow with 186 passengers and a crew of three.
"""
COURT = """# Court report

The Court has 61 judges. For 2035 we should need five more judges; the Government has offered two.
A single judge decided 8,204 cases, a chamber of three judges 4,690 and the full Court 21.

Holdings of bonds peaked at 640 billion pesos in August 2034 and now amount to 498 billion pesos.
In 19 of the 47 member States no law obliges the owner to provide life jackets. There are 1,864
members, of whom 798 are women.

The work will cost 2.45 million dollars: 1.3 million dollars for the register, 720,000 dollars for
the conference and 430,000 dollars for reports.

At the end of 2034 there were 829,000 rural households. Of these, 613,000 or 74 percent had a line.

**Table 1. Cases in 2034, by subject**

| Subject | Received | Decided |
|---|---:|---:|
| Taxes and customs | 2,735 | 2,690 |
"""
ELECTION = """# Election report

Of the 180 seats, 81 went to women. Some 9,300 people were turned away because they had no card;
about 6,100 of them came back later with one. An estimated 43,180 people aged 15 to 74 were
entitled to vote.

The time that a ship spent at berth rose from 19 to 23 hours, because of the strike of crane drivers
in May, which lasted eleven days.
"""
SPORTS = """# Ferry bulletin, August 2031

Passengers paid for 842,000 meals in August 2031. In the Alvar Isles the number of trips fell by 2.6
percent. In the past three years the first result for a month has been changed by 0.3 percent on
average. Passengers from Norland made 143,000 trips, 6.5 percent fewer than a year earlier.
Lines of the Sund Union made up 57 percent of trips and 46 percent of wages.

For the whole of 2031 we expect between 46,000 and 47,000 crossings; in 2030 there were 45,300.

Every ticket is subsidised with 64 marks. The Sund Line needs most (217 marks a ticket). The wait
for a new berth was 41 weeks when I took office. It is 23 weeks now.

**Table 1. Trips made, by line, August 2031 (thousands)**

| Line | All passengers | Residents | Non-residents |
|---|---:|---:|---:|
| Boats and rafts | 311 | 140 | 171 |
| Total | 684 | 391 | 293 |

**Table 2. Trips, length and use, by region**

| Region | Trips (thousands) | Average stay (trips) |
|---|---:|---:|
| Sund | 684 | 3.0 |
"""
FEES = """# Fees for the ferries in 2034

A household paid 274 crowns a year on average in 2034. In the Marches it paid 204 crowns, and in the
capital 347 crowns.

**Table 1. Lines in 2034**

| Line | Tickets (millions) | Complaints per 100,000 tickets |
|---|---:|---:|
| Blue Sail | 24.0 | 112 |
| Sund Line | 31.5 | 87 |
"""
OUTLOOK = """# Outlook of the ferries

In 2035 the Board intends

- to visit 40 piers;
- to test 900 boats.

In 2036 it will open 12 berths. In 2034, 3,860 people left the isles: 2,710 moved to the capital,
with a grant of 900 crowns, and 1,150 went abroad. The isles have 184 employees.
"""
MORE = """# Ferry report

In 2031 the line carried 26,400 more passengers than in 2030. Costs rose by 4,300 crowns.

Rescue boats should arrive within 15 minutes. Crews need 22 minutes on average.

The courses were attended by 830 pilots, 1.4 percent fewer than a year earlier.

**Table 1. Exports and imports of goods by group (million crowns)**

| Group of goods | Exports, 2030 | Exports, 2031 | Imports, 2031 |
|---|---:|---:|---:|
| Fish | 210 | 220 | 31 |
| Salt | 40 | 44 | 12 |
| Other goods | 90 | 84 | 60 |
| Total | 340 | 348 | 103 |
"""
COSTS = """# Audit of the ferries

**Table 2. Cost of the ferry service (thousand crowns)**

| Item | 2031 | 2032 | 2033 |
|---|---:|---:|---:|
| Overtime | 38,600 | 54,900 | 66,900 |
| Total | 596,000 | 640,200 | 694,600 |
"""
ACCOUNTS = """# Results of the ferries

**Table 1. Key figures (million crowns)**

| Item | H1 2034 | H1 2033 |
|---|---:|---:|
| Fares | 964 | 871 |
| Repairs | (286) | (249) |
| Profit of the year | (41) | 38 |
"""
REPORT = """# Harbour Court

Annual Report 2034

## The year

The Court closed 12,480 files. Fees were paid to 41 clerks.

In 2033 it examined 1,120 objects. Thirty-seven were returned. That leaves a rest of 1,083.

| Year | Received | Decided |
|---|---:|---:|
| 2031 | 10,955 | 10,310 |
| 2032 | 11,420 | 10,985 |

## The ballot of 9 October 2034

Some 3,806,497 people voted.

## The ports

We shall order six patrol boats at 45 million dalers apiece. The line to Kesk will be opened 120
million dalers over its budget of 880 million. Among girls the share was 51 percent,
among boys 35 percent. Residents stayed for 3.4 nights on average, guests for 2.6. The tax on salt
was thrown out by 77 votes to 73. A loss of 3.6 million crowns was met from reserves. The number of
nights spent by Polish guests rose by 31 percent. A crew should wait for 15 minutes at a hospital.
At Skeid Infirmary, crews wait for one hour. Of the 9,600 sheep farms, 2,150 keep a register. To
do so in Norland is forbidden.

Breaches were found on 12 percent of the 1,020 barns. A buoy must be seen from 300 metres; buoy T14
could be seen from 205 metres only. Vets earn 31 percent of their income with fodder. On 9 February
2033 the ferry failed for seven hours. The pier has cost 39.5 million crowns; 22 million had been
approved. Sailors were ill for 17.4 days, five days more than in the service as a whole. No port
shall pay more than 15 percent of the dues.

**Table 2. Nights, by region**

| Region | Nights | Months to wait |
|---|---:|---:|
| North Coast | 2,214 | 7.4 |
| Lake District | 1,487 | 8.2 |
| Total | 6,842 | 7.7 |
"""

CENSUS = """# Harbour census

We collected tolls of 6.2 million crowns from four lines; 5.1 million of this came from Nordfahrt,
which had never paid on time. The second test was passed by 84 percent of 12,600 pilots. Of the 206
piers on the coast, 62 can no longer be used.

At the end of the season 1,284 berths were free, after 816 a year earlier.

**Table 1. Freight by line (kilotonnes)**

| Line | 2031 | 2032 |
|---|---:|---:|
| Rail | 8.4 | 9.3 |
| Canal | 7.1 | 6.2 |
"""


STATIONS = """# Stations for all

In March 2027 the Government launched the works. Completed stations were handed over 13.4 months
late. Deliveries of lifts were interrupted for 11 weeks. Amendments to 61 contracts added 88.5
million talers. The Treasury provided 498.2 million talers (64.5%) of the expenditure to the end
of 2034, the Union 203.0 million. From October to December 2033 the company ran a campaign at
214 stations. Training was taken up by 57.3% of staff. In the least deprived fifth of towns,
95.0% of stations had a ramp; in the most deprived fifth, the share was 88.3%. Besides the 37
people killed, 312 were badly hurt on the roads in 2034. In 2034, 37 people were killed on the
roads.

**Table 1. Spending by component (talers, million)**

| Component | Budget 2027 | Spent to 2034 | Difference (%) | Share (%) |
|---|---:|---:|---:|---:|
| Lifts and ramps | 148.0 | 211.7 | 43.0 | 30.0 |
| Information systems | 62.0 | 58.9 | −5.0 | 13.0 |
| Station buildings | 141.0 | 173.6 | 23.1 | 57.0 |

**Table 2. Jobs held by women, per cent**

| Year | Share |
|---|---:|
| 2033 | 34 |
"""


LIBRARY = """# Libraries in 2034

Of the 6,820 comments, 2,310 were about opening hours. Generics became 3.9% cheaper and patents
2.4% dearer. In the review of 2034 it lowered the prices of 1,940 packs and raised the prices of
217 packs. Guests from Germany spent 742,000 nights, followed by those from the Netherlands
(388,000). The region has seen 84 cases of fever, but none of cholera. Fines of 64 talers were
paid by 84% of the readers. They earned 11.20 talers an hour; the lowest wage was 10.90 talers.
The average stay was 3.4 nights. In 2033 the board agreed a programme to restore 186 halls. The
level rose from 1.9 metres to 8.4 metres. Passengers made 41.7 million journeys in 2034, fewer
than in 2024 (63.2 million). Exports came to £5.84 million. Staff took 13 months to decide; the
limit is nine months. Of the 1,326 orders, 894 were on building sites. Residents born abroad:
12.1 per cent (2022: 7.8 per cent). Fewer people were hurt: 312 instead of 412.

**Table 1. Share of readers by town, 2034**

| Town | Share (%) | Visits |
|---|---:|---:|
| Norden | 40.4 | 210 |
| Suden | 19.5 | 120 |
| All towns | 100.0 | 3,105 |
"""


@cache
def index_of(text: str) -> ClaimIndex:
    path = Path("bulletin.md")
    drafted = checked_text(path, draft_base(read_source(path, text.encode()), path.stem).raw)
    return ClaimIndex([assemble(*read_checked(path, drafted.encode()))])


CLAIMS = [
    (LIBRARY, "Most of the 6,820 comments were about opening hours.", "unsupported",
     "most, of what is told of some"),
    (LIBRARY, "All 1,326 orders were on building sites.", "contradicted", "all, of some"),
    (LIBRARY, "Two thirds of the 1,326 orders were on building sites.", "supported",
     "what is told of a share is told of its whole"),
    (LIBRARY, "Patents became 2.4 per cent cheaper.", "unsupported",
     "dear is the opposite of cheap"),
    (LIBRARY, "The review of 2034 raised the prices of 1,940 packs.", "contradicted",
     "the way is that of the figure's own clause"),
    (LIBRARY, "Guests from the Netherlands spent 742,000 nights.", "contradicted",
     "what stands before a number in brackets is told of it"),
    (LIBRARY, "The region has seen 84 cases of cholera.", "unsupported",
     "cases of what stands elsewhere in the sentence"),
    (LIBRARY, "Fines of 64 talers were still unpaid by 84% of the readers.", "unsupported",
     "what is paid is not unpaid"),
    (LIBRARY, "They earned 10.90 talers an hour.", "contradicted", "a neighbour's words"),
    (LIBRARY, "The median stay was 3.4 nights.", "unsupported", "an average is no median"),
    (LIBRARY, "In 2033 the board restored 186 halls.", "unsupported",
     "a plan is not what was done"),
    (LIBRARY, "The level rose by 8.4 metres.", "unsupported", "what is reached is no rise"),
    (LIBRARY, "In 2024 there had been 63.2 million journeys.", "supported",
     "a date dates the number in brackets behind it"),
    (LIBRARY, "Exports came to 5.84 million pounds.", "supported", "pounds may be sterling"),
    ("# Boats\n\nTwo boats are to be bought for 45 million talers each.",
     "The two boats will cost 45 million talers in all.", "unsupported",
     "so much each is no total"),
    ("# Homes\n\nBy 2035 the target is 400,000 homes with a line.",
     "In 2035, 400,000 homes had a line.", "unsupported", "what is aimed at is not what was"),
    (LIBRARY, "By law the staff have 13 months to decide.", "unsupported",
     "what they take is not what they may"),
    (LIBRARY, "In 2022, 12.1 per cent of the residents had been born abroad.", "contradicted",
     "the source has another value for that time"),
    (LIBRARY, "Suden has 40.4 per cent of the readers.", "unsupported", "another row"),
    (STATIONS, "Deliveries of lifts were interrupted for 11 months.", "contradicted",
     "the number is the source's, its unit another"),
    (STATIONS, "Completed stations were handed over 13.4 weeks late.", "contradicted",
     "the same the other way round"),
    (STATIONS, "Changes to 61 contracts pushed up the price by 88.5 million talers.", "supported",
     "no number of a clause is a part of its name; to push up is to add"),
    (STATIONS, "The Treasury paid 498.2 million talers of the expenditure.", "supported",
     "what stands behind a share in brackets is told of what stands before it"),
    (STATIONS, "A campaign at 214 stations was run in late 2033.", "supported",
     "a part of a year has all of a span within it"),
    (STATIONS, "A campaign at 214 stations was run in early 2033.", "contradicted",
     "and none of one that lies in another part"),
    (STATIONS, "Training was taken up by about 57 per cent of the staff.", "supported",
     "what is taken up has not gone up"),
    (STATIONS, "The share in the most deprived fifth of towns is 6.7 percentage points lower "
     "than in the least deprived fifth.", "supported", "least is a word, but not in \"at least\""),
    (STATIONS, "In 2034, 37 people lost their lives on the roads.", "supported",
     "a value told in two sentences is no neighbour's in one of them"),
    (STATIONS, "Lifts and ramps, budgeted at 148 million talers in 2027, have cost 211.7 million.",
     "supported", "an aside keeps its date to itself"),
    (STATIONS, "Spending on information systems exceeded the 2027 budget by 5.0%.", "contradicted",
     "to exceed is to be more, with a year between"),
    (STATIONS, "Lifts and information systems together make up 43 per cent.", "unsupported",
     "a row is named by its noun, and these are the lifts alone"),
    (STATIONS, "Buildings and information systems together make up 70 per cent.", "supported",
     "shares of one column add up"),
    (STATIONS, "For ramps, women hold 29 per cent of the jobs.", "unsupported",
     "a row of all jobs is not one of some"),
    (STATIONS, "Neighbouring Sorland reports 13.8 months.", "unsupported",
     "a stranger's value is no slip"),
    (COSTS, "Overtime swallowed 66.9 million crowns in 2033, 28.3 million more than in 2030.",
     "unsupported", "a row without a word of its own is measured like any other"),
    (ROADS, "In 2033, 412 people died on Kestria's roads.", "supported",
     "who was killed has died, and people are no other thing than their deaths"),
    (TRADE, "Net trades had 688,900 workers in the second quarter of 2031.", "supported",
     "a table's scale is in its figures' unit, its caption's time is theirs"),
    (ACCOUNTS, "Repairs were minus 286 million crowns in the first half of 2034.", "supported",
     "a number in brackets is negative"),
    (ACCOUNTS, "Repairs were 286 million crowns in the first half of 2034.", "unsupported",
     "of a cost that is true, of a profit it is not: a look at the table"),
    (ACCOUNTS, "The profit of the year was 41 million crowns in the first half of 2034.",
     "unsupported", "it was a loss"),
    (ACCOUNTS, "Repairs were 287 million crowns in the first half of 2034.", "contradicted",
     "a cost or not, the value is another"),
    (TRADE, "All trades had 61,900 fewer workers on the year.", "contradicted",
     "a column of changes says which way by its sign"),
    (TRADE, "The unemployment rate was 7.7 percent.", "unsupported",
     "of a row of times the earlier is not meant where no time is told"),
    (TRADE, "The unemployment rate will be 7.7 percent in 2027.", "supported", "but it is there"),
    (TRADE, "The second quarter saw more trade than the first.", "supported",
     "the source's own sentence, however little of it is read"),
    (ELECTION, "Women now hold 45 percent of the 180 seats.", "supported", "a part's share"),
    (ELECTION, "Of the 9,300 people who were turned away, some 3,200 did not come back.",
     "supported", "what is left of a whole"),
    (ELECTION, "An estimated 43,180 people aged 15 to 74 could vote.", "supported", "an age"),
    (ELECTION, "An estimated 43,180 people aged 18 to 74 could vote.", "unsupported",
     "another age tells others apart"),
    (ELECTION, "The strike in May kept the cranes idle for eleven days.", "supported",
     "the month of a whole sentence is that of each of its figures"),
    (BUDGET, "The Network Manager of the main lines puts it at 240.", "unsupported",
     "of what a bare number is not said is held against nothing"),
    (COURT, "The Government wants to give five more judges.", "unsupported",
     "what tells a figure's neighbour is said of it"),
    (COURT, "Only 21 cases went to the full Court.", "supported",
     "the number beside another's noun is of neither"),
    (COURT, "Holdings of bonds now amount to 498 million pesos.", "contradicted",
     "the digits with another scale"),
    (COURT, "In 28 of the 47 member States the law makes owners provide life jackets.",
     "unsupported", "the source has the rest of the whole"),
    (COURT, "Of the 1,864 members, 1,066 are men.", "supported", "the opposite of a part"),
    (COURT, "The register, the conference and the reports will cost 2.45 million dollars.",
     "supported", "who names all parts means the whole"),
    (COURT, "The work will cost US$2.45 million.", "supported", "dollars are of any country"),
    (COURT, "The Court decided 2,690 tax cases in 2034.", "supported",
     "a column that is told of what the caption names"),
    (COURT, "Of the 829,000 rural households, 613,000 had a line.", "supported",
     "'of these' points to what stands before"),
    (SPORTS, "Lines of the Sund Union made up 54 percent of trips and 46 percent of wages.",
     "contradicted", "a union asks for no rest to a hundred, as 'unsold' does"),
    (SPORTS, "Boats and rafts alone had 171,000 trips by non-residents.", "supported",
     "a caption's trips are broken down by persons; a row's label qualifies no head"),
    (SPORTS, "Boats employ 58,000 people.", "unsupported", "and they count no persons"),
    (SPORTS, "In Sund 684,000 trips, or short stays, were counted.", "supported",
     "an average has no count for its rival"),
    (OUTLOOK, "In 2035 the Board wants to test 900 boats.", "supported",
     "what opens a list begins its sentences, and gives them their time"),
    (OUTLOOK, "In 2035 the Board tested 900 boats.", "unsupported", "a plan told as done"),
    (OUTLOOK, "In 2036 12 berths will be opened.", "supported", "a plan told as one"),
    (OUTLOOK, "In 2036 12 berths were opened.", "unsupported", "or as done"),
    (OUTLOOK, "The isles employed 184 people.", "supported", "whom they employ are employees"),
    (OUTLOOK, "In 2035 the Board visited 40 piers.", "unsupported", "a plan told as done"),
    (OUTLOOK, "In 2034, 1,150 people went abroad.", "supported",
     "what people leave with is not what is counted behind it"),
    (FEES, "In 2033 the average household had paid 255 crowns.", "unsupported",
     "what was paid in one place is no rival where none is named"),
    (FEES, "In the Marches households paid 255 crowns.", "contradicted",
     "and is where it is named"),
    (FEES, "Blue Sail drew 112 complaints per 100,000 tickets.", "supported",
     "a head's rate has a comma, and no scale"),
    (FEES, "Blue Sail drew 121 complaints per 100,000 tickets.", "contradicted", "and its value"),
    (MORE, "In 2031 the line carried 26,400 passengers.", "unsupported", "it carried so many more"),
    (MORE, "In 2031 the line carried 26,400 passengers more than the year before.", "supported",
     "and that is said of them"),
    (MORE, "Costs were 4,300 crowns.", "unsupported", "by which they rose"),
    (MORE, "Costs grew by 4,300 crowns.", "supported", "and grew"),
    (MORE, "The courses had 830 pilots.", "supported", "'by' tells no change here"),
    (MORE, "The isles exported goods worth 348 million crowns in 2031.", "supported",
     "a row of other things is meant only where others are named"),
    (MORE, "Rescue boats arrive within 22 minutes.", "unsupported",
     "what ought to be is not what is"),
    (SPORTS, "That was 4.2 percent more than in the same month of 2030.", "unsupported",
     "a stretch of time tells nothing of what is counted"),
    (SPORTS, "The Norlanders stayed away: their trips fell by 6.5 percent.", "supported",
     "a value that stands once needs few words"),
    (SPORTS, "The Danes stayed away: their trips fell by 6.5 percent.", "unsupported",
     "another's name on either side is another thing"),
    (SPORTS, "For 2031 as a whole the line expects up to 47,000 crossings, after 45,300 in 2030.",
     "supported", "what is said of one end of a range is said of the other"),
    (SPORTS, "The Line's director earns 217,000 marks a year.", "unsupported",
     "marks a year are no slip for marks a ticket"),
    (SPORTS, "Every ticket of the Sund Line is subsidised with 64 marks.", "unsupported",
     "a name that the source has beside it, of another figure"),
    (SPORTS, "People waited 23 weeks for a berth when the Minister took office.", "unsupported",
     "a value that stands alone, but another's words"),
    (COURT, "Some 613,000 rural households had a line at the end of 2034.", "supported",
     "what leans on a sentence has the time that it begins with"),
    (REPORT, "The Court closed 12,480 files in 2034.", "supported",
     "the year of an annual report is that of what has no other"),
    (REPORT, "The Court closed 12,480 files in 2033.", "unsupported", "and of no other year"),
    (REPORT, "In 2033, 37 objects were returned.", "supported",
     "a number that stands alone counts what the sentence before counts"),
    (REPORT, "In 2031 the Court decided 10,310 files.", "supported",
     "a figure of that time is not outdone by one of none"),
    (REPORT, "On 9 October 2034 about 3.8 million people voted.", "supported",
     "the date of a heading"),
    (REPORT, "Six patrol boats will cost 270 million dalers together.", "supported",
     "so many at so much apiece"),
    (REPORT, "The line to Kesk will cost a billion dalers, 120 million more than planned.",
     "supported", "a budget and what went over it"),
    (REPORT, "The gap between girls and boys who read is 16 percentage points.", "supported",
     "two shares lie points apart"),
    (REPORT, "The gap between girls and boys who read is 61 percentage points.", "unsupported",
     "what does not come out"),
    (REPORT, "Guests were gone after 2.6 nights, eight tenths of a night sooner than residents.",
     "supported", "a part of a unit"),
    (REPORT, "The salt tax failed by four votes.", "supported", "what a vote was lost by"),
    (REPORT, "The salt tax failed by six votes.", "unsupported", "and not by another number"),
    (REPORT, "Between them, the North Coast and the Lake District had 3,701 nights, more than two"
     " thirds of the total.", "unsupported", "a share that does not come out"),
    (REPORT, "In the Lake District 2,214 nights were spent.", "contradicted", "the next row's"),
    (REPORT, "In the Lake District people wait for 7.4 months.", "contradicted", "likewise"),
    (REPORT, "In the Lake District people wait for 9.1 months.", "contradicted", "nobody's"),
    (REPORT, "The ports ended the year with a surplus of 3.6 million crowns.", "contradicted",
     "the opposite"),
    (REPORT, "Poles spent 13 percent more nights.", "contradicted", "digits that changed places"),
    (REPORT, "Norland has 2,900 sheep farms.", "unsupported",
     "a name that opens the sentence is a name"),
    (REPORT, "Breaches were found on 12 percent of the barns, that is on about 120.", "supported",
     "a share of what the paragraph counts"),
    (REPORT, "Breaches were found on 12 percent of the barns, that is on about 140.", "unsupported",
     "and not of another number"),
    (REPORT, "The buoy could be seen from 205 metres, 95 fewer than the rules demand.", "supported",
     "what a paragraph's figures lie apart"),
    (REPORT, "Vets earn nearly a third of their income with fodder.", "supported",
     "a percentage in words"),
    (REPORT, "Vets earn nearly half of their income with fodder.", "unsupported",
     "and not another one"),
    (REPORT, "The ferry broke down for seven hours on 9 February 2032.", "contradicted",
     "its day in another year"),
    (REPORT, "The pier went 17.5 million crowns over what had been approved.", "supported",
     "what was spent and what was approved"),
    (REPORT, "Sailors were ill for 17.4 days, against about 12 in the service as a whole.",
     "supported", "a level and how much more it is than another"),
    (REPORT, "No port will have to pay more than 15 percent.", "supported", "both say no"),
    (REPORT, "Buoy T14 was visible from 205 metres, 95 fewer than the rules demand.", "supported",
     "the rules are told of the other figure"),
    (REPORT, "Forecasters had seen Polish nights rise by 29 percent.", "unsupported",
     "what was expected is not what came"),
    (REPORT, "Poles spent 14 percent more nights.", "contradicted", "and other digits"),
    (CENSUS, "Nordfahrt alone paid 6.2 million crowns.", "contradicted",
     "of this is of the last number that is no smaller"),
    (CENSUS, "Nordfahrt paid 5.1 million crowns.", "supported", "and so is the part its own"),
    (CENSUS, "Some 2,000 pilots did not pass the second test.", "unsupported",
     "what is denied is no other value of what is told"),
    (CENSUS, "The second test was passed by 84 percent of 12,060 pilots.", "contradicted",
     "as it is where neither is denied"),
    (CENSUS, "Three piers in ten on the coast can no longer be used.", "supported",
     "a proportion with its noun inside"),
    (CENSUS, "Seven piers in ten on the coast can no longer be used.", "unsupported",
     "and one that is none"),
    (CENSUS, "Rail overtook ships, with 9.3 against 6.2 kilotonnes in 2032.", "unsupported",
     "what is set against the row's own value is another row's"),
    (CENSUS, "Rail carried 6.2 kilotonnes in 2032.", "contradicted", "but not alone"),
    (CENSUS, "At the close of the season 1,284 berths stood empty, more than the year before.",
     "supported", "a level is not of the year that it is compared with"),
    (CENSUS, "At the close of the season 1,284 berths stood empty, fewer than the year before.",
     "unsupported", "the other way"),
    (CENSUS, "A year earlier 1,284 berths were free.", "contradicted", "but of one that is told"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "claim", "verdict"), [case[:3] for case in CLAIMS], ids=[case[3] for case in CLAIMS]
)
def test_claims_against_a_drafted_document(text: str, claim: str, verdict: str) -> None:
    judged = judge_sentence(claim, index_of(text))
    assert judged
    assert judged.verdict == verdict, judged.figures


@pytest.mark.parametrize(
    ("sentences", "at_home"),
    [
        pytest.param("Poland sent 5 boats. Polish crews came.", {"Poland"}, id="most often"),
        # Which of the two came first would depend on the order of a set.
        pytest.param("Poland sent 5 boats. Germany sent 6.", set(), id="as often as another"),
    ],
)
def test_a_document_is_of_the_country_that_it_names_most(sentences: str, at_home: set[str]) -> None:
    index = index_of("# Boats\n\n" + "\n\n".join(f"{one}." for one in sentences.split(".")[:-1]))
    assert {name for name in ("Poland", "Germany") if index.is_at_home(name)} == at_home


def test_digits_that_changed_places_in_the_paragraph_that_a_text_goes_on_about() -> None:
    text = (
        "# Help\n\nIn 2033 help came in 61.3 percent of all cases. In 2028 it was 74.6 percent.\n"
    )
    first = "In 2033 help came in 61.3 percent of all cases."
    context = NO_CONTEXT.after(first, judge_sentence(first, index_of(text)))
    slipped = judge_sentence(
        "Five years earlier it had been 76.4 percent.", index_of(text), context
    )
    other = judge_sentence("Five years earlier it had been 78.1 percent.", index_of(text), context)
    assert slipped and other
    assert (slipped.verdict, other.verdict) == ("contradicted", "unsupported")


def test_a_date_alone_in_a_row_is_what_the_row_reports() -> None:
    table = (
        "# Norland\n\n| Item | Value |\n|---|---|\n| Opened | 2016 |\n| Reply due | May 2019 |\n"
    )
    draft = table.replace("2016", "2017")
    checked = check_draft(
        read_draft("norland.md", draft.encode()),
        verify=lambda text: pytest.fail(text),
        judge=lambda sentence, context: judge_sentence(sentence, index_of(table), context),
    )
    rows = [(one.claim.sentence, one.claim.verdict) for one in checked.claims]
    assert rows == [("Opened 2017", "unsupported"), ("Reply due May 2019", "supported")]


def test_a_table_is_read_in_a_draft_as_in_a_document() -> None:
    checked = check_draft(
        read_draft("bulletin.md", TRADE.encode()),
        verify=lambda text: pytest.fail(text),
        judge=lambda sentence, context: judge_sentence(sentence, index_of(TRADE), context),
    )
    rows = [(one.claim.sentence, one.claim.verdict) for one in checked.claims if one.place.line > 6]
    assert rows == [
        ("Nets 688.9 -14.7", "supported"),
        ("All trades 4,318.0 61.9", "supported"),
        ("Unemployment rate (% of workers) 7.7 7.1", "supported"),
    ]


AMERICAN = """# Minutes of the Zoning Board

Date: 3/4/2024

The Board met on 3/4/2024. The last meeting was on 12/31/2023.
"""


@pytest.mark.parametrize(
    ("claim", "verdict", "why"),
    [
        ("The Board met on 4 March 2024.", "supported", "the source shows that months stand first"),
        ("The Board met on 3/4/2024.", "supported", "as printed"),
        ("The Board met on 4/3/2024.", "unsupported", "the draft does not show its order"),
        ("The Board met on 3 April 2024.", "unsupported", "the other order"),
    ],
)
def test_days_in_digits_are_held_against_those_of_the_document(
    claim: str, verdict: str, why: str
) -> None:
    index = index_of(AMERICAN)
    assert index.documents[0].published == "2024-03-04"
    report = check_draft(
        read_draft("draft.md", claim.encode()),
        lambda *_: None,  # type: ignore[arg-type]
        lambda sentence, context: judge_sentence(sentence, index, context),
    )
    assert [one.claim.verdict for one in report.claims] == [verdict], why
